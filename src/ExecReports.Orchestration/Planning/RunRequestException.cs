namespace ExecReports.Orchestration.Planning;

/// <summary>A run was asked for that cannot be: one message per fault, each with what would be right.</summary>
public sealed class RunRequestException : Exception
{
    /// <summary>Faults that belong to no part of the request.</summary>
    public RunRequestException(IReadOnlyList<string> faults)
        : this([.. faults.Select(fault => new RunRequestFault(null, fault))])
    {
    }

    /// <summary>Faults, each with the part of the request that it is about.</summary>
    public RunRequestException(IReadOnlyList<RunRequestFault> details)
        : base(string.Join(' ', details.Select(fault => fault.Message)))
    {
        Details = details;
        Faults = [.. details.Select(fault => fault.Message)];
    }

    /// <summary>The faults as messages.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The faults with their places.</summary>
    public IReadOnlyList<RunRequestFault> Details { get; }
}

/// <summary>One fault of a request.</summary>
/// <param name="Part">The part of the request that it is about, by the name of its property in <see cref="RunRequest"/>; null: the whole.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record RunRequestFault(string? Part, string Message);
