using ExecReports.Portfolio;

namespace ExecReports.Rendering;

/// <summary>What operators are told of a run whose reports did not all arrive. It goes to them alone, through the same archive and ledger as a report.</summary>
public sealed record OperatorNotice
{
    /// <summary>The notice's report type in archive and ledger.</summary>
    public const string ReportType = "operator-notice";

    /// <summary>The run.</summary>
    public required string RunId { get; init; }
    /// <summary>The day that its reports speak about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>The reports' timestamp, UTC.</summary>
    public required DateTimeOffset GeneratedTimestamp { get; init; }
    /// <summary>The portfolio's settings: its name, and who sends.</summary>
    public required PortfolioSettings Settings { get; init; }
    /// <summary>The reports that did not arrive everywhere, in the run's order.</summary>
    public required IReadOnlyList<NoticedReport> Reports { get; init; }
    /// <summary>Sources that could not be read, and why.</summary>
    public IReadOnlyList<(string Name, string Reason)> FailedSources { get; init; } = [];
}

/// <summary>A report that operators are told of.</summary>
/// <param name="ReportType">Its type.</param>
/// <param name="Title">Its title; null: it was never made.</param>
/// <param name="Trouble">What became of it.</param>
/// <param name="Reason">Why; null: its deliveries say it.</param>
/// <param name="Deliveries">The deliveries that are not sent.</param>
public sealed record NoticedReport(string ReportType, string? Title, NoticedTrouble Trouble, string? Reason, IReadOnlyList<NoticedDelivery> Deliveries);

/// <summary>What became of a report that operators are told of.</summary>
public enum NoticedTrouble
{
    /// <summary>It could not be made.</summary>
    NotMade,
    /// <summary>It could not be archived or recorded, and so was not mailed.</summary>
    NotArchived,
    /// <summary>It was not sent to all, or nobody knows whether it was.</summary>
    NotDelivered,
    /// <summary>It is archived and held, because its sources have gaps.</summary>
    Held,
}

/// <summary>A delivery that is not sent.</summary>
/// <param name="DeliveryId">Its id; null: it was never recorded.</param>
/// <param name="Address">To whom.</param>
/// <param name="State">Where it stands: failed, unknown, pending, sending.</param>
/// <param name="Error">Why.</param>
public sealed record NoticedDelivery(string? DeliveryId, string Address, string State, string? Error);
