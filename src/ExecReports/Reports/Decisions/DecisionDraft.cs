using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Decisions;

/// <summary>What a rule finds in a row, before owner and date are filled in and reports have taken their own.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Entity">The entity; null: the group.</param>
/// <param name="What">What is to be decided.</param>
/// <param name="Why">Why.</param>
/// <param name="Urgency">0 to 4.</param>
/// <param name="Sources">The rows.</param>
internal sealed record DecisionDraft(string Rule, Handoff? Entity, string What, string Why, decimal Urgency, IReadOnlyList<SourceRef> Sources)
{
    /// <summary>Money at stake; null: unknown.</summary>
    public Bounds? AtStake { get; init; }
    /// <summary>Whether every month.</summary>
    public bool PerMonth { get; init; }
    /// <summary>Owner, where the row names one.</summary>
    public string? Owner { get; init; }
    /// <summary>Due date, where the row has one.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>Names of the matter in the handoff.</summary>
    public IReadOnlyList<string?> Matters { get; init; } = [];
}
