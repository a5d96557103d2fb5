using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Accounting;

/// <summary>A stream's recognition rule, and its units by month as text.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="UnitsByMonth">Its units by month, in words; empty: the same in every month, or unknown.</param>
public sealed record RevenueRow(RecognitionRule Rule, string UnitsByMonth);

/// <summary>Chart of accounts of one entity.</summary>
public sealed record EntityAccounts(Handoff Entity, IReadOnlyList<Account> Accounts);

/// <summary>What the accounting report says.</summary>
public sealed record AccountingModel
{
    /// <summary>Deferred revenue of the month.</summary>
    public required DeferredMonth Deferred { get; init; }
    /// <summary>What is held, in a sentence.</summary>
    public required string HeldSentence { get; init; }
    /// <summary>Recognition rules of all streams.</summary>
    public required IReadOnlyList<RevenueRow> Streams { get; init; }
    /// <summary>Charts of accounts.</summary>
    public required IReadOnlyList<EntityAccounts> Accounts { get; init; }
    /// <summary>Expense audit.</summary>
    public required ExpenseAuditResult Audit { get; init; }
    /// <summary>All cost lines.</summary>
    public required IReadOnlyList<AuditedCost> Costs { get; init; }
    /// <summary>Share by which a cost may differ before it is a variance.</summary>
    public required decimal Variance { get; init; }
    /// <summary>The audit in a sentence.</summary>
    public required string AuditSentence { get; init; }
    /// <summary>Savings that cost lines name.</summary>
    public required CostSavings Savings { get; init; }
    /// <summary>Profitability roadmap of the next quarter.</summary>
    public required ProfitabilityPlan Plan { get; init; }
    /// <summary>The roadmap in a sentence.</summary>
    public required string PlanSentence { get; init; }
}
