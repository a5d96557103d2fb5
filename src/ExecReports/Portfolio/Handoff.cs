using System.Text.Json.Serialization;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio;

/// <summary>
/// One entity as its markdown handoff describes it. Money is in the portfolio's currency, costs and revenues are a month's, dates are calendar days
/// in the portfolio's zone. Null means unknown, never zero. Secrets are redacted before anything gets here.
/// </summary>
public sealed record Handoff
{
    /// <summary>Stable id: front matter <c>id</c>, else the file's name without extension, in lower case.</summary>
    public required string Id { get; init; }
    /// <summary>The entity's name: front matter, else the first heading, else the id.</summary>
    public required string Name { get; init; }
    /// <summary>What kind of business it is.</summary>
    public EntityKind Kind { get; init; }
    /// <summary>The kind as written.</summary>
    public string? KindAsWritten { get; init; }
    /// <summary>Status as written: live, building, paused.</summary>
    public string? Status { get; init; }
    /// <summary>The handoff's file, relative to the portfolio's root.</summary>
    public required string File { get; init; }
    /// <summary>The day the file was last changed, where it is known: what the front matter says, else the file's own date. Each row has its own (<see cref="SourceLine.Changed"/>).</summary>
    public DateOnly? Changed { get; init; }
    /// <summary>What <see cref="Changed"/> was taken from: the front matter or the file; null where it is not known.</summary>
    public LineDate? DatedBy { get; init; }
    /// <summary>Domains.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];
    /// <summary>Repositories.</summary>
    public IReadOnlyList<RepositoryRef> Repositories { get; init; } = [];
    /// <summary>Which AWS resources are the entity's.</summary>
    public MatchRules Aws { get; init; } = MatchRules.None;
    /// <summary>Front matter keys that are not known, as written.</summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; init; } = new Dictionary<string, string>();
    /// <summary>The mission's prose.</summary>
    public string? Mission { get; init; }

#pragma warning disable CS1591 // Each list holds the rows of the section of that name; the row types say what they are.
    public IReadOnlyList<StackItem> TechStack { get; init; } = [];
    public IReadOnlyList<DeploymentItem> Deployment { get; init; } = [];
    public IReadOnlyList<TeamMember> Team { get; init; } = [];
    public IReadOnlyList<CostLine> Costs { get; init; } = [];
    public IReadOnlyList<RevenueStream> Revenue { get; init; } = [];
    public IReadOnlyList<Kpi> Kpis { get; init; } = [];
    public IReadOnlyList<Channel> Channels { get; init; } = [];
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];
    public IReadOnlyList<Shortfall> Shortfalls { get; init; } = [];
    public IReadOnlyList<SecurityItem> Security { get; init; } = [];
    public IReadOnlyList<UxDeficit> Ux { get; init; } = [];
    public IReadOnlyList<RoadmapItem> Roadmap { get; init; } = [];
    public IReadOnlyList<CapitalAction> Capital { get; init; } = [];
    public IReadOnlyList<Guardrail> Guardrails { get; init; } = [];
    public IReadOnlyList<CashPosition> Cash { get; init; } = [];
    public IReadOnlyList<Deposit> Deposits { get; init; } = [];
    public IReadOnlyList<Booking> Bookings { get; init; } = [];
    public IReadOnlyList<MaintenanceItem> Maintenance { get; init; } = [];
    public IReadOnlyList<VesselDelivery> Deliveries { get; init; } = [];
    public IReadOnlyList<Client> Clients { get; init; } = [];
    public IReadOnlyList<Invoice> Invoices { get; init; } = [];
    public IReadOnlyList<Asset> Assets { get; init; } = [];
#pragma warning restore CS1591

    /// <summary>Every row of every section.</summary>
    [JsonIgnore]
    public IEnumerable<HandoffRow> Rows =>
    [
        .. TechStack, .. Deployment, .. Team, .. Costs, .. Revenue, .. Kpis, .. Channels, .. Campaigns, .. Shortfalls, .. Security, .. Ux, .. Roadmap, .. Capital, .. Guardrails, .. Cash, .. Deposits,
        .. Bookings, .. Maintenance, .. Deliveries, .. Clients, .. Invoices, .. Assets,
    ];

    /// <summary>Every section as written, in order, known or not.</summary>
    public IReadOnlyList<HandoffSection> Sections { get; init; } = [];

    /// <summary>What the plain text of sections and rows cannot show: the targets of links, and struck-out parts that hold a number.</summary>
    public IReadOnlyList<SectionText> Asides { get; init; } = [];

    /// <summary>What could not be taken as it stands.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Places that held what looks like a secret, now redacted: where, and which kind ("AWS access key").</summary>
    public IReadOnlyList<SecretFinding> Secrets { get; init; } = [];
}

/// <summary>A place that held what looks like a secret; the secret itself is nowhere kept.</summary>
/// <param name="At">File and line.</param>
/// <param name="Kind">What it looks like: "AWS access key", "private key", "password in a URL".</param>
public sealed record SecretFinding(SourceLine At, string Kind);
