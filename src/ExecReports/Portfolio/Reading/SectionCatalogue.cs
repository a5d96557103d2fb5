using ExecReports.Portfolio.Reading.Rows;

namespace ExecReports.Portfolio.Reading;

/// <summary>The sections that are known by name, and how a heading finds its one.</summary>
internal static class SectionCatalogue
{
    public static readonly SectionSchema Mission = new(SectionKind.Mission, "Mission",
        "Purpose, Overview, About, What we do, Vision, Mission statement, Business overview, Who we are, Executive summary, Introduction, Background, Intro, Mission and vision, The business, About us, What this is, What it is, Company overview, Description");

    public static readonly SectionSchema Operations = new(SectionKind.Operations, "Operations",
        "Ops, Procedures, Processes, SOPs, Standard operating procedures, Daily operations, Day to day, How we work, Logistics, Operating notes, Operational notes, Runbook, Workflow, Workflows");

    public static readonly IReadOnlyList<SectionSchema> All =
    [
        Mission, StackRows.Schema, DeploymentRows.Schema, TeamRows.Schema, CostRows.Schema, RevenueRows.Schema, KpiRows.Schema, ChannelRows.Schema, CampaignRows.Schema,
        ShortfallRows.Schema, SecurityRows.Schema, UxRows.Schema, RoadmapRows.Schema, CapitalRows.Schema, GuardrailRows.Schema, CashRows.Schema, DepositRows.Schema,
        BookingRows.Schema, MaintenanceRows.Schema, DeliveryRows.Schema, ClientRows.Schema, InvoiceRows.Schema, AssetRows.Schema, Operations,
    ];

    private static readonly Dictionary<string, SectionSchema> ByName = Index();

    // Words that people put before or behind a section's name without meaning another one.
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "our", "the", "current", "key", "all", "list", "table", "details", "notes", "section", "summary", "status", "as", "of", "at", "to", "date", "updated", "for", "known", "open", "main", "monthly",
        "and", "overview", "review", "log", "data", "info", "information", "by", "in", "per", "month", "last", "days", "this", "estimated", "business", "company", "critical", "top", "new", "latest", "present", "report",
    };

    private static Dictionary<string, SectionSchema> Index()
    {
        var names = new Dictionary<string, SectionSchema>(StringComparer.Ordinal);
        foreach (var schema in All)
        {
            foreach (var name in schema.Names)
                names.TryAdd(FoldedName.Of(name), schema);
        }

        return names;
    }

    /// <summary>The schema of a kind; null for <see cref="SectionKind.Other"/>.</summary>
    public static SectionSchema? Of(SectionKind kind) => kind == SectionKind.Other ? null : All.First(schema => schema.Kind == kind);

    /// <summary>The section that <paramref name="heading"/> names; null if it is none of the known ones.</summary>
    public static SectionSchema? Match(string heading)
    {
        if (Exact(heading) is { } exact)
            return exact;
        var shorter = FoldedName.WithoutAside(heading);
        if (Exact(shorter) is { } plain)
            return plain;
        // "QOS — Costs": the name stands behind the dash.
        if (shorter.Length < heading.Length && heading.IndexOfAny(['(', '[']) < 0 && Exact(FoldedName.Aside(heading)) is { } behind)
            return behind;
        var words = shorter.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => FoldedName.Of(word)).Where(word => word.Length > 0).ToList();
        for (int start = 0, end = words.Count; start < end;)
        {
            if (start > 0 || end < words.Count)
            {
                if (Exact(string.Concat(words[start..end])) is { } core)
                    return core;
            }

            if (IsAround(words[start]))
                start++;
            else if (IsAround(words[end - 1]))
                end--;
            else
                break;
        }

        // "OTA listings": each word by itself names the same section.
        var named = words.Where(word => !IsAround(word)).Select(word => Exact(word)).Distinct().ToList();
        return named is [{ } only] ? only : null;

        static bool IsAround(string word) => Around.Contains(word) || char.IsAsciiDigit(word[0]) || word.Length == 2 && word[0] is 'q' or 'h' && char.IsAsciiDigit(word[1]) || DateReader.MonthOf(word) is not null;
    }

    private static SectionSchema? Exact(string heading)
    {
        var folded = FoldedName.Of(heading);
        if (folded.Length == 0)
            return null;
        return ByName.GetValueOrDefault(folded) ?? ByName.GetValueOrDefault(folded.EndsWith('s') ? folded[..^1] : folded + "s") ?? ByName.GetValueOrDefault(folded.TrimStart("0123456789").ToString());
    }

    /// <summary>The known section whose name is nearest to a heading that matches none: by a slip of the pen, or by a word that both have. Null if none is near.</summary>
    public static SectionSchema? Nearest(string heading)
    {
        var folded = FoldedName.Of(FoldedName.WithoutAside(heading));
        var near = ByName.Where(pair => FoldedName.Near(pair.Key, folded)).OrderBy(pair => FoldedName.Distance(pair.Key, folded)).Select(pair => pair.Value).FirstOrDefault();
        if (near is not null)
            return near;
        var words = FoldedName.Words(heading).Where(word => !Around.Contains(word)).ToList();
        return words.Select(word => Exact(word)).FirstOrDefault(found => found is not null)
            ?? All.FirstOrDefault(schema => schema.Names.Any(name => FoldedName.Words(name).Any(word => !Around.Contains(word) && word is not "what" && words.Contains(word))));
    }

    /// <summary>The known section whose columns a table's headings look most like; at least two must fit. Null if none does.</summary>
    public static SectionSchema? ByColumns(IReadOnlyList<string> columns)
    {
        var best = All.Where(schema => schema.Columns.Length > 0)
            .Select(schema => (Schema: schema, Fit: columns.Select(heading => ColumnUse.Of(heading, schema).Column).OfType<Column>().Distinct().Count()))
            .MaxBy(pair => pair.Fit);
        return best.Fit >= 2 ? best.Schema : null;
    }

    /// <summary>The headings of all known sections, for messages.</summary>
    public static string Headings => string.Join(", ", All.Select(schema => schema.Heading));
}
