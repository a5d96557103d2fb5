namespace ExecReports.Portfolio.Sections;

/// <summary>A campaign (section Campaigns): audience × deliverable × open × click × booking × value. Rates are shares (0.2 is 20 %); each amount's remark is its source.</summary>
public sealed record Campaign : HandoffRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Addresses on the list.</summary>
    public Amount? Audience { get; init; }
    /// <summary>Share that can be delivered.</summary>
    public Amount? Deliverable { get; init; }
    /// <summary>Share of the delivered that opens.</summary>
    public Amount? Open { get; init; }
    /// <summary>Share of the opened that clicks.</summary>
    public Amount? Click { get; init; }
    /// <summary>Share of the clicks that books.</summary>
    public Amount? Booking { get; init; }
    /// <summary>Money per booking.</summary>
    public Amount? Value { get; init; }
    /// <summary>Planned date of sending.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>Who runs it.</summary>
    public string? Owner { get; init; }
    /// <summary>Where the rates come from, as written in a column Source.</summary>
    public string? RateSource { get; init; }
}
