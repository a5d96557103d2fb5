namespace ExecReports.Rendering;

/// <summary>Names that a template may use behind a dot, computed when they are first named.</summary>
internal interface ITemplateNames
{
    /// <summary>All names.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The value of a name; false if there is none.</summary>
    bool TryGet(string name, out object? value);
}
