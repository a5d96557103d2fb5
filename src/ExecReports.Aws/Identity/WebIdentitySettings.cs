namespace ExecReports.Aws.Identity;

/// <summary>Which role is assumed, and for how long at a time.</summary>
public sealed record WebIdentitySettings
{
    /// <summary>ARN of the role; its trust policy pins issuer, audience and subject of the token.</summary>
    public required string RoleArn { get; init; }
    /// <summary>Name of the sessions, as CloudTrail shows it. 2 to 64 letters, digits and <c>=,.@-_</c>.</summary>
    public string SessionName { get; init; } = "execreports";
    /// <summary>How long a session lasts; the role's own limit counts too. Default: an hour, the least that every role allows at most.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);
    /// <summary>How long before its end a session is replaced, while it is still used. Default 15 minutes.</summary>
    public TimeSpan Early { get; init; } = TimeSpan.FromMinutes(15);
    /// <summary>How long before its end a session counts as ended, for requests on their way. Default a minute.</summary>
    public TimeSpan Buffer { get; init; } = TimeSpan.FromMinutes(1);
}
