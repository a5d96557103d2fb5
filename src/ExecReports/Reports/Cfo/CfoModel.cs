using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Cfo;

/// <summary>Cash and runway of one entity.</summary>
public sealed record EntityRunway(Handoff Entity, CashRunway Runway);

/// <summary>A guardrail's row: its state, and the present value as text in its unit.</summary>
/// <param name="Check">The guardrail and its state.</param>
/// <param name="PresentText">The present value, in its unit.</param>
public sealed record GuardrailRow(GuardrailCheck Check, string PresentText)
{
    /// <summary>The state in a word.</summary>
    public string Word => Check.Word;
    /// <summary>The handoff's row.</summary>
    public Portfolio.Sections.Guardrail Guardrail => Check.Guardrail;
    /// <summary>The entity that states it.</summary>
    public Handoff Entity => Check.Entity;
    /// <summary>Why it cannot be judged; null if it can.</summary>
    public string? Why => Check.Why;
    /// <summary>Whether the handoff states another value than the computed one.</summary>
    public bool Differs => Check.Differs;
    /// <summary>The computed value, where there is one.</summary>
    public PresentValue? Computed => Check.Computed;
}

/// <summary>What the CFO report says.</summary>
public sealed record CfoModel
{
    /// <summary>Monthly burn.</summary>
    public required BurnModel Burn { get; init; }
    /// <summary>The group's break-even.</summary>
    public required BreakEvenPoint BreakEven { get; init; }
    /// <summary>Break-even of each entity that sells something or states a cost.</summary>
    public required IReadOnlyList<BreakEvenPoint> EntityBreakEvens { get; init; }
    /// <summary>Units done and booked this month against the group's break-even.</summary>
    public required Pace Pace { get; init; }
    /// <summary>The pace in a sentence.</summary>
    public required string PaceSentence { get; init; }
    /// <summary>Cash and runway of the group.</summary>
    public required CashRunway Runway { get; init; }
    /// <summary>Cash and runway of each entity that states cash.</summary>
    public required IReadOnlyList<EntityRunway> EntityRunways { get; init; }
    /// <summary>Uses of money by tier.</summary>
    public required CapitalFramework Capital { get; init; }
    /// <summary>Cost up to which a use of money is low-cost, money.</summary>
    public required decimal LowCostLimit { get; init; }
    /// <summary>Financial rules and how they stand.</summary>
    public required IReadOnlyList<GuardrailRow> Guardrails { get; init; }
    /// <summary>The guardrails in a sentence.</summary>
    public required string GuardrailSentence { get; init; }
}
