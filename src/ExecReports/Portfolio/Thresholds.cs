namespace ExecReports.Portfolio;

/// <summary>Limits that the rules of the reports use; <c>thresholds:</c> in <c>portfolio.yaml</c> sets them (snake_case names).</summary>
public sealed record Thresholds
{
    /// <summary>Actual cost outside its range by more than this share of the nearer end is a variance. Default 0.02.</summary>
    public decimal CostVariance { get; init; } = 0.02m;
    /// <summary>A cost up to this, in the portfolio's currency, is low-cost capital. Default 500.</summary>
    public decimal LowCostCapital { get; init; } = 500m;
    /// <summary>A guardrail within this share of its limit is near. Default 0.10.</summary>
    public decimal GuardrailNear { get; init; } = 0.10m;
    /// <summary>A fact older than this many days shows its date. Default 45.</summary>
    public int OldFactDays { get; init; } = 45;
    /// <summary>Window of the git audit in days. Default 90.</summary>
    public int GitWindowDays { get; init; } = 90;
    /// <summary>A branch whose tip is older than this many days is stale. Default 90.</summary>
    public int StaleBranchDays { get; init; } = 90;
    /// <summary>Days ahead that the agenda covers. Default 30.</summary>
    public int AgendaDays { get; init; } = 30;
    /// <summary>Days before the end of support in which it "ends soon". Default 90.</summary>
    public int EndsSoonDays { get; init; } = 90;
    /// <summary>Days ahead that contract renewals, free boat days and unsold nights cover. Default 90.</summary>
    public int AheadDays { get; init; } = 90;
    /// <summary>Days ahead in which trips are checked for waivers and crew. Default 14.</summary>
    public int TripCheckDays { get; init; } = 14;
    /// <summary>Largest client's share of invoices from which concentration is a risk. Default 0.40.</summary>
    public decimal ConcentrationRisk { get; init; } = 0.40m;
    /// <summary>A resource without use in 30 days whose cost per month is at least this is a saving. Default 1.</summary>
    public decimal IdleCost { get; init; } = 1m;
    /// <summary>Decisions that a report opens with, three at most. Default 3.</summary>
    public int Decisions { get; init; } = 3;
    /// <summary>With less than this at stake, in the portfolio's currency, nothing is a decision. Default 10.</summary>
    public decimal DecisionMoney { get; init; } = 10m;
    /// <summary>Days that a decision without a date gets. Default 14.</summary>
    public int DecisionDays { get; init; } = 14;
    /// <summary>Urgency (0 to 4) from which a shortfall is a decision. Default 4, critical.</summary>
    public decimal DecisionUrgency { get; init; } = 4m;
    /// <summary>An outlay that pays itself back within so many months is proposed. Default 6.</summary>
    public decimal PaybackMonths { get; init; } = 6m;
    /// <summary>An unsold gap of so many nights is a decision. Default 7.</summary>
    public int GapNights { get; init; } = 7;
    /// <summary>A repair that is open for so many days is a decision. Default 45.</summary>
    public int RepairDays { get; init; } = 45;
}
