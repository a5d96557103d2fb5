namespace ExecReports.Aws.Mail;

/// <summary>How mails are handed to SES. Region, endpoint and credentials are the client's.</summary>
public sealed record SesOptions
{
    /// <summary>What SES takes in one message, in bytes, unless AWS has raised it for the account.</summary>
    public const int UsualMessageBytes = 10 * 1024 * 1024;

    /// <summary>Configuration set that each mail names; null: none. Its event destinations tell what became of a mail.</summary>
    public string? ConfigurationSet { get; init; }
    /// <summary>Tags of each mail beside <c>report_type</c>, <c>run_id</c> and <c>delivery_id</c>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    /// <summary>A larger message fails before it is sent. Bytes.</summary>
    public int MostMessageBytes { get; init; } = UsualMessageBytes;
    /// <summary>How long the account's quota is waited for. Default 5 seconds.</summary>
    public TimeSpan QuotaTimeout { get; init; } = TimeSpan.FromSeconds(5);
    /// <summary>Envelope recipients a second where the quota cannot be read. Default 1, which every account may send.</summary>
    public double DefaultRate { get; init; } = 1;
    /// <summary>Most envelope recipients a second, where other programs send through the same account; null: all that the quota allows.</summary>
    public double? MostRate { get; init; }
}
