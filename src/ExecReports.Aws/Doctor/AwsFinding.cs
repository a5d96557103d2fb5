namespace ExecReports.Aws.Doctor;

/// <summary>How grave a finding is.</summary>
public enum AwsFindingLevel
{
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Nothing is missing; something is worth knowing.</summary>
    Hint,
    /// <summary>A run works, and something is less safe than it could be, or could not be checked.</summary>
    Warning,
    /// <summary>A run, or a part of it, would fail.</summary>
    Fault,
}

/// <summary>One thing that was checked.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Where">Bucket, table, sender: what it is about.</param>
/// <param name="What">What was found and, where it is not good, what would mend it.</param>
public sealed record AwsFinding(AwsFindingLevel Level, string Where, string What)
{
    /// <summary>A fault of network, keys or name, which every further call to the service would meet as well; a permission that is missing concerns one call alone.</summary>
    internal bool IsOfAllElse => Level == AwsFindingLevel.Fault && !What.Contains("AccessDenied", StringComparison.Ordinal);

    /// <summary>As it should be.</summary>
    public static AwsFinding Good(string where, string what) => new(AwsFindingLevel.Good, where, what);

    /// <summary>Worth knowing.</summary>
    public static AwsFinding Hint(string where, string what) => new(AwsFindingLevel.Hint, where, what);

    /// <summary>Less safe than it could be.</summary>
    public static AwsFinding Warning(string where, string what) => new(AwsFindingLevel.Warning, where, what);

    /// <summary>A run would fail.</summary>
    public static AwsFinding Fault(string where, string what) => new(AwsFindingLevel.Fault, where, what);
}
