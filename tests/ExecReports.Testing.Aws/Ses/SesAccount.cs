namespace ExecReports.Testing.Aws.Ses;

/// <summary>What an account may do. The defaults are an account out of the sandbox that may send from example.com.</summary>
public sealed record SesAccount
{
    /// <summary>Verified addresses and domains.</summary>
    public IReadOnlySet<string> Identities { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "example.com" };
    /// <summary>Recipients must be verified too.</summary>
    public bool Sandbox { get; init; }
    /// <summary>May send at all.</summary>
    public bool SendingEnabled { get; init; } = true;
    /// <summary>Recipients a second. A second's worth may come at once.</summary>
    public double MaxSendRate { get; init; } = 10_000;
    /// <summary>Recipients in 24 hours; -1: no limit.</summary>
    public double Max24HourSend { get; init; } = 50_000;
    /// <summary>Its configuration sets.</summary>
    public IReadOnlySet<string> ConfigurationSets { get; init; } = new HashSet<string>();
    /// <summary>Actions that the caller's policy lacks, such as <c>SendRawEmail</c>.</summary>
    public IReadOnlySet<string> DeniedActions { get; init; } = new HashSet<string>();
    /// <summary>The one access key.</summary>
    public string AccessKeyId { get; init; } = "test";
    /// <summary>Its secret: signatures are checked.</summary>
    public string Secret { get; init; } = "test";
}
