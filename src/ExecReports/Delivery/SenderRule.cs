namespace ExecReports.Delivery;

/// <summary>Whether a sender must be named before reports are mailed. What leaves the machine never carries the sample's address; what stays in a local outbox may.</summary>
/// <param name="MustBeNamed">Whether mails leave the machine.</param>
public sealed record SenderRule(bool MustBeNamed)
{
    /// <summary>The address that stands in where none is named and mails stay on the machine, and in a new portfolio until it is edited.</summary>
    public const string Sample = "reports@example.com";

    /// <summary>Mails are files of a local outbox.</summary>
    public static SenderRule Outbox { get; } = new(MustBeNamed: false);

    /// <summary>Mails leave the machine.</summary>
    public static SenderRule Mailed { get; } = new(MustBeNamed: true);

    /// <summary>Why nothing may be mailed from this sender, and what would be right; null: it may.</summary>
    /// <param name="sender">The sender's address; null: none is named.</param>
    public string? Fault(string? sender)
    {
        const string Mend = "set SES_SENDER, or `sender:` in portfolio.yaml, to an address that SES has verified.";
        return !MustBeNamed ? null
            : string.IsNullOrWhiteSpace(sender) ? $"No sender is named: {Mend}"
            : sender.Equals(Sample, StringComparison.OrdinalIgnoreCase) ? $"The sender is still the sample's, {Sample}: {Mend}"
            : null;
    }
}
