using System.Text.Json.Serialization;
using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>Which group a report belongs to; a schedule or a run may ask for a group.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportGroup>))]
public enum ReportGroup
{
    /// <summary>For officers: one report over the portfolio.</summary>
    Executive,
    /// <summary>For a domain: one report per entity of a kind.</summary>
    Domain,
}

/// <summary>A report as a markdown file: front matter (id, title, audience, group, entities) and a Scriban template that yields Markdown.</summary>
public sealed record ReportTemplate
{
    /// <summary>Its id: lower case letters, digits and hyphens; the ledger's <c>report_type</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Title; a domain report puts its entity's name in front.</summary>
    public required string Title { get; init; }
    /// <summary>Whom it is for, in words.</summary>
    public required string Audience { get; init; }
    /// <summary>Its group.</summary>
    public required ReportGroup Group { get; init; }
    /// <summary>For a domain report: the kind of entity that it is made for.</summary>
    public EntityKind? Kind { get; init; }
    /// <summary>Entities that it is confined to, by id; empty: all (of its kind).</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];
    /// <summary>The template's text behind the front matter.</summary>
    public required string Body { get; init; }
    /// <summary>Lines of the file before the body, so that errors name the file's own lines.</summary>
    public required int BodyOffset { get; init; }
    /// <summary>The file, for messages.</summary>
    public required string File { get; init; }
    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Version { get; init; }
    /// <summary>Whether it ships with the product (its model is that of the same id) or was dropped into the portfolio.</summary>
    public required bool BuiltIn { get; init; }

    /// <summary>Whether a domain template makes a report about an entity: it is of the template's kind, if that has one, and among the named ones, if there are any.</summary>
    public bool SpeaksAbout(string entity, EntityKind kind) =>
        (Kind is null || Kind == kind) && (Entities.Count == 0 || Entities.Contains(entity, StringComparer.OrdinalIgnoreCase));

    /// <summary>The <c>report_type</c> of its report: its id, for a domain report with <c>-&lt;entity id&gt;</c> behind it.</summary>
    public string ReportTypeFor(string? entity) => entity is null ? Id : $"{Id}-{entity}";
}
