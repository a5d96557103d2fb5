namespace ExecReports.Portfolio.Sections;

/// <summary>How a client's contract stands.</summary>
public enum ContractState
{
    /// <summary>Active, signed, on retainer.</summary>
    Active,
    /// <summary>Ended, lapsed, churned.</summary>
    Lapsed,
    /// <summary>Lead, proposal, pending.</summary>
    Prospect,
    /// <summary>Paused, on hold.</summary>
    Paused,
    /// <summary>Not said, or a word that is not known.</summary>
    Unknown,
}

/// <summary>A client of an agency (section Clients).</summary>
public sealed record Client : HandoffRow
{
    /// <summary>The client's name.</summary>
    public required string Name { get; init; }
    /// <summary>How the contract stands.</summary>
    public ContractState Contract { get; init; } = ContractState.Unknown;
    /// <summary>The contract's cell as written.</summary>
    public string? ContractAsWritten { get; init; }
    /// <summary>Retainer per month.</summary>
    public Amount? Retainer { get; init; }
    /// <summary>The day the contract renews or ends.</summary>
    public DateOnly? Renews { get; init; }
    /// <summary>Money worth of work done.</summary>
    public Amount? WorkDone { get; init; }
    /// <summary>Money invoiced for it.</summary>
    public Amount? Invoiced { get; init; }
}
