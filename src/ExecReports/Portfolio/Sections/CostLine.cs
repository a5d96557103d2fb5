namespace ExecReports.Portfolio.Sections;

/// <summary>A running cost (section Costs). Amounts are a month's share in the portfolio's currency: a year's /12, a quarter's /3, a week's × 52/12.</summary>
public sealed record CostLine : HandoffRow
{
    /// <summary>What is paid for.</summary>
    public required string Item { get; init; }
    /// <summary>Who is paid; null without such a column.</summary>
    public string? Vendor { get; init; }
    /// <summary>Its category; "Uncategorised" where none is said.</summary>
    public required string Category { get; init; }
    /// <summary>Expected cost per month; null if unknown.</summary>
    public Amount? Expected { get; init; }
    /// <summary>Actual cost of the last month; null if unknown or not stated.</summary>
    public Amount? Actual { get; init; }
    /// <summary>Whether it is paid whatever is sold; a column Fixed answered with no makes it a variable cost.</summary>
    public bool Fixed { get; init; } = true;
    /// <summary>What could be saved per month; null if unknown or not stated.</summary>
    public Amount? Saving { get; init; }
    /// <summary>The saving's cell as written, so that "?" (unknown, counted apart) and blank (none claimed) differ.</summary>
    public string? SavingAsWritten { get; init; }

    /// <summary>The month's cost that burn is made of: the expected one, else the actual one; null if neither is known.</summary>
    public Amount? Monthly => Expected ?? Actual;
}
