using ExecReports.Portfolio;

namespace ExecReports.Embedded;

/// <summary>What a machine's own settings say about mail; each that is set stands in for the portfolio's.</summary>
public sealed record MailSettings
{
    /// <summary>The sender's address.</summary>
    public string? Sender { get; init; }
    /// <summary>Addresses that get every report; empty: those that the portfolio names.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
    /// <summary>Address that gets a blind copy of each mail.</summary>
    public string? AuditBcc { get; init; }

    /// <summary>The portfolio's settings with these in their place.</summary>
    public PortfolioSettings ApplyTo(PortfolioSettings settings) => settings with
    {
        Sender = Sender ?? settings.Sender,
        AuditBcc = AuditBcc ?? settings.AuditBcc,
        Recipients = Recipients.Count == 0 ? settings.Recipients : new Dictionary<string, IReadOnlyList<string>> { ["default"] = Recipients },
    };
}
