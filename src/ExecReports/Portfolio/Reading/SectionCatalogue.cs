using ExecReports.Portfolio.Reading.Rows;

namespace ExecReports.Portfolio.Reading;

/// <summary>The sections that are known by name, and how a heading finds its one.</summary>
internal static class SectionCatalogue
{
    public static readonly SectionSchema Mission = new(SectionKind.Mission, "Mission",
        "Purpose, Overview, About, What we do, Vision, Mission statement, Business overview, Who we are, Executive summary, Introduction, Background, Intro, Mission and vision, The business, About us, What this is, What it is, Company overview, Description, Why we exist, What we are about, What we're about, Business summary");

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
        "a", "year", "annual", "yearly", "week", "weekly", "quarter", "quarterly", "idea", "ideas", "and", "overview", "review", "log", "data", "info", "information", "by", "in", "per", "month", "last", "days", "this", "estimated", "business", "company", "critical", "top", "new", "latest", "present", "report",
    };

    private static readonly Lazy<Dictionary<string, SectionSchema>> Words = new(() => All
        .SelectMany(schema => schema.Names.SelectMany(FoldedName.Words).Select(word => (Word: word, Schema: schema)))
        .Where(pair => !IsCommon(pair.Word))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Schema, StringComparer.Ordinal));

    private static Dictionary<string, SectionSchema> ByWord => Words.Value;

    private static bool IsCommon(string word) => Around.Contains(word) || word is "what" or "about" or "where" or "with" or "would" or "like" or "that" or "from" or "work";

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
        // No name is that long; a page of words in a heading is not taken apart.
        if (heading.Length > 200)
            return null;
        if (Exact(heading) is { } exact)
            return exact;
        var shorter = FoldedName.WithoutAside(heading);
        if (Exact(shorter) is { } plain)
            return plain;
        // "Bay — Costs": the name stands behind the dash.
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
        var words = FoldedName.Words(heading).Where(word => !IsCommon(word)).ToList();
        return words.Select(word => Exact(word)).FirstOrDefault(found => found is not null)
            ?? words.Select(word => ByWord.GetValueOrDefault(word)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The known section that a table under an unknown heading most likely is: by the heading where its columns agree, else by the columns of which most are known, else by the heading.</summary>
    public static SectionSchema? Nearest(string heading, IReadOnlyList<string> columns)
    {
        var named = Nearest(heading);
        var looked = columns.Take(50).ToList();
        var fits = All.Where(schema => schema.Columns.Length > 0).Select(schema => (Schema: schema, Fit: Fit(schema))).ToList();
        var best = fits.MaxBy(pair => pair.Fit);
        var own = named is { Columns.Length: > 0 } ? fits.Find(pair => pair.Schema == named).Fit : 0;
        return best.Fit >= 2 && own + 1 < best.Fit ? best.Schema : named ?? (best.Fit >= 2 ? best.Schema : null);

        int Fit(SectionSchema schema) => looked.Select(column => ColumnUse.Of(column, schema).Column).OfType<Column>().Where(column => column != SectionSchema.Note).Distinct().Count();
    }

    /// <summary>The section with tables whose name differs least from a heading, however much that is.</summary>
    public static SectionSchema Closest(string heading)
    {
        var folded = FoldedName.Of(FoldedName.WithoutAside(heading));
        return ByName.Where(pair => pair.Value.Columns.Length > 0).MinBy(pair => (double)FoldedName.Distance(pair.Key, folded) / Math.Max(pair.Key.Length, Math.Max(folded.Length, 1))).Value;
    }

    /// <summary>The section of a heading that messages use.</summary>
    public static SectionSchema Named(string heading) => All.First(schema => schema.Heading == heading);

    /// <summary>A few known headings, for messages.</summary>
    public const string Examples = "Costs, Revenue, KPIs, Shortfalls or Roadmap";
}
