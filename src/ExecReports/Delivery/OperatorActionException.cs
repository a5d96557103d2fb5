namespace ExecReports.Delivery;

/// <summary>Why an operator's action was refused; nothing was changed.</summary>
public enum OperatorActionFault
{
    /// <summary>What was given is not usable: no delivery id, no reason.</summary>
    Invalid,
    /// <summary>The ledger knows no such run or delivery.</summary>
    NotFound,
    /// <summary>The delivery stands where the action does not apply, or somebody else moved it meanwhile.</summary>
    WrongState,
    /// <summary>The archived message is missing, or is not the one that the ledger names.</summary>
    NotArchived,
    /// <summary>Nothing may be mailed from the sender of the archived message (<see cref="SenderRule"/>).</summary>
    Sender,
}

/// <summary>An operator's action was refused, and nothing was changed. The message says what would be right and holds no address.</summary>
public sealed class OperatorActionException(OperatorActionFault fault, string message) : Exception(message)
{
    /// <summary>Which kind of refusal.</summary>
    public OperatorActionFault Fault { get; } = fault;
}
