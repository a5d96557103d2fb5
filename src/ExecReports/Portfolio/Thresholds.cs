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
}
