namespace ExecReports.Portfolio.Sections;

/// <summary>Units of a stream in one calendar month; without a year it is that month of every year.</summary>
/// <param name="Year">The year; null: every year.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Units">The units.</param>
public sealed record MonthUnits(int? Year, int Month, Amount Units);

/// <summary>Something an entity sells (section Revenue). Money in the portfolio's currency.</summary>
public sealed record RevenueStream : HandoffRow
{
    /// <summary>The stream's name.</summary>
    public required string Name { get; init; }
    /// <summary>Price per unit.</summary>
    public Amount? Price { get; init; }
    /// <summary>Variable cost per unit.</summary>
    public Amount? VariableCost { get; init; }
    /// <summary>Units sold in a usual month.</summary>
    public Amount? UnitsPerMonth { get; init; }
    /// <summary>Units of single months, where they differ.</summary>
    public IReadOnlyList<MonthUnits> UnitsByMonth { get; init; } = [];
    /// <summary>Recurring revenue already contracted, per month.</summary>
    public Amount? Contracted { get; init; }
    /// <summary>When it is earned, as written.</summary>
    public string? Earned { get; init; }
    /// <summary>Until when it is deferred, as written.</summary>
    public string? Deferred { get; init; }
    /// <summary>The account it is booked to, as written.</summary>
    public string? Account { get; init; }
}
