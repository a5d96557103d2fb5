namespace ExecReports.Api.Archive;

/// <summary>The reports that there are.</summary>
/// <param name="Items">Reports.</param>
public sealed record ReportList(IReadOnlyList<ReportListEntry> Items);

/// <summary>A report.</summary>
/// <param name="Id">Its id: the template's, for a domain report with the entity's behind it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Group">executive or domain.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Entity">The entity that it is about; null: the portfolio.</param>
/// <param name="Latest">Its newest edition; null: it was not archived yet.</param>
/// <param name="Self">Address of its editions.</param>
public sealed record ReportListEntry(string Id, string Title, string Group, string Audience, string? Entity, ReportEdition? Latest, string Self);

/// <summary>The archived editions of a report, the newest first.</summary>
/// <param name="Id">The report.</param>
/// <param name="Items">Editions.</param>
/// <param name="Next">Address of the next page; null: this is the last one.</param>
public sealed record ReportEditions(string Id, IReadOnlyList<ReportEdition> Items, string? Next);

/// <summary>One archived edition.</summary>
/// <param name="Timestamp">Its timestamp as addresses have it.</param>
/// <param name="GeneratedAt">The same as a time, UTC.</param>
/// <param name="Links">Its files by kind: html, md, json, eml.</param>
public sealed record ReportEdition(string Timestamp, DateTimeOffset GeneratedAt, IReadOnlyDictionary<string, string> Links);
