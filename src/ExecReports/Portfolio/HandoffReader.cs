using ExecReports.Portfolio.Reading;
using ExecReports.Portfolio.Reading.Rows;
using ExecReports.Portfolio.Sections;
using YamlDotNet.RepresentationModel;

namespace ExecReports.Portfolio;

/// <summary>
/// Reads one handoff: markdown with optional YAML front matter into a <see cref="Handoff"/>. Pure: no clock, no file. What it cannot take is a diagnostic with file and line, and costs nothing else;
/// secrets are taken out of the text before any of it is read. Headings and columns are matched by name with the aliases that <c>docs/handoffs.md</c> lists.
/// </summary>
public static class HandoffReader
{
    /// <summary>Reads the content of a handoff.</summary>
    /// <param name="file">Its path relative to the portfolio's root, with forward slashes; its name without extension is the id where the front matter gives none.</param>
    /// <param name="content">Its bytes: UTF-8 with or without a byte-order mark, or UTF-16.</param>
    /// <param name="currency">The portfolio's currency, ISO 4217: amounts in another one are unknown, with a diagnostic.</param>
    /// <param name="changed">The day it was last changed, where that is known.</param>
    public static Handoff Read(string file, ReadOnlySpan<byte> content, string currency = "USD", DateOnly? changed = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var context = new ReadingContext(file, currency);
        var redacted = SecretRedactor.Redact(HandoffText.Decode(content, context));
        var (matter, body, bodyOffset) = SplitFrontMatter(redacted.Text, context);
        var outline = ReadOutline(body, bodyOffset, context);
        var title = TitleOf(outline);
        var rows = new RowsBySection();
        var sections = new List<HandoffSection>();
        foreach (var section in outline)
        {
            if (section.Level == 0 && section.Parts.Count == 0)
                continue;
            var (schema, heading, sub) = section == title ? (null, section.Heading, null) : KindOf(section, title);
            var reader = new SectionReader(context, section, schema, sub, heading);
            sections.Add(reader.Read());
            rows.Add(schema, reader.Rows);
        }

        HintUnknownHeadings(sections, title, context);
        HintDuplicates(sections, context);
        var fallback = Path.GetFileNameWithoutExtension(file);
        var kind = matter.Kind is null ? EntityKind.Unknown : Vocabulary.Kind.Read(matter.Kind) ?? EntityKind.Unknown;
        if (kind == EntityKind.Unknown && matter.Kind is { } written && !AmountReader.IsUnknown(written))
            context.Hint("kind-unknown", context.At(1), $"kind \"{written}\"", $"one of {Vocabulary.Kind.Expected}; the entity is judged by its sections");
        var id = IdOf(matter.Id ?? fallback);
        if (matter.Id is { } asked && !string.Equals(asked, id, StringComparison.Ordinal) && !string.Equals(asked, id, StringComparison.OrdinalIgnoreCase))
            context.Warning("id-changed", context.At(1), $"id \"{asked}\"", $"lower-case letters, digits and hyphens; \"{id}\" is used");
        var handoff = new Handoff
        {
            Id = id,
            Name = matter.Name ?? (title?.Heading is { Length: > 0 } heading1 ? heading1 : null) ?? matter.Id ?? fallback,
            Kind = kind,
            KindAsWritten = matter.Kind,
            Status = matter.Status,
            File = file,
            Changed = matter.Updated ?? changed,
            DatedBy = matter.Updated is not null ? LineDate.FrontMatter : changed is not null ? LineDate.File : null,
            Domains = [.. matter.Domains.Distinct(StringComparer.OrdinalIgnoreCase)],
            Repositories = matter.Repositories,
            Aws = matter.AwsNames.Count + matter.AwsTags.Count == 0 ? MatchRules.None : new MatchRules(matter.AwsNames, matter.AwsTags),
            FrontMatter = matter.Extra,
            Mission = MissionOf(sections),
            TechStack = rows.Read(SectionKind.TechStack, StackRows.Read),
            Deployment = rows.Read(SectionKind.Deployment, DeploymentRows.Read),
            Team = [.. matter.Team, .. rows.Read(SectionKind.Team, TeamRows.Read)],
            Costs = rows.Read(SectionKind.Costs, CostRows.Read),
            Revenue = rows.ReadRevenue(),
            Kpis = rows.Read(SectionKind.Kpis, KpiRows.Read),
            Channels = rows.Read(SectionKind.Channels, ChannelRows.Read),
            Campaigns = rows.Read(SectionKind.Campaigns, CampaignRows.Read),
            Shortfalls = rows.Read(SectionKind.Shortfalls, ShortfallRows.Read),
            Security = rows.Read(SectionKind.Security, SecurityRows.Read),
            Ux = rows.Read(SectionKind.Ux, UxRows.Read),
            Roadmap = rows.Read(SectionKind.Roadmap, RoadmapRows.Read),
            Capital = rows.Read(SectionKind.Capital, CapitalRows.Read),
            Guardrails = rows.Read(SectionKind.Guardrails, GuardrailRows.Read),
            Cash = rows.Read(SectionKind.Cash, CashRows.Read),
            Deposits = rows.Read(SectionKind.Deposits, DepositRows.Read),
            Bookings = rows.Read(SectionKind.Bookings, BookingRows.Read),
            Maintenance = rows.Read(SectionKind.Maintenance, MaintenanceRows.Read),
            Deliveries = rows.Read(SectionKind.Deliveries, DeliveryRows.Read),
            Clients = rows.Read(SectionKind.Clients, ClientRows.Read),
            Invoices = rows.Read(SectionKind.Invoices, InvoiceRows.Read),
            Assets = rows.Read(SectionKind.Assets, AssetRows.Read),
            Sections = sections,
            Asides = Asides.In(body, bodyOffset, context),
            Secrets = [.. redacted.Matches.Select(match => new SecretFinding(context.At(match.Line), match.Kind))],
        };
        // Rows report while they are read, section by section; a reader of diagnostics goes down the file.
        return HandoffDates.Of(handoff with { Diagnostics = [.. context.Diagnostics.OrderBy(diagnostic => diagnostic.At.Line)] }, []);
    }

    private static (FrontMatter Matter, string Body, int BodyOffset) SplitFrontMatter(string text, ReadingContext context)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || text.AsSpan(3).TrimStart(" \t") is not ['\n', ..])
            return (new FrontMatter(), text, 0);
        var start = text.IndexOf('\n') + 1;
        var line = 1;
        for (var at = start; at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at);
            var current = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd();
            var next = end < 0 ? text.Length : end + 1;
            if (current is "---" or "...")
                return (FrontMatterReader.Read(text[start..at], 1, context), text[next..], line + 1);
            if (current.StartsWith("# ") || current.StartsWith("## "))
            {
                if (ClosedBehindComments(text, start, at) is var (close, behind, lines))
                    return (FrontMatterReader.Read(text[start..close], 1, context), text[behind..], line + lines + 1);

                // Never closed: it ends where it stops looking like keys.
                context.Error("front-matter-open", context.At(1), "front matter that is never closed", "a line --- behind its last key");
                return (FrontMatterReader.Read(text[start..at], 1, context), text[at..], line);
            }

            at = next;
        }

        return (new FrontMatter(), text, 0);
    }

    // "# …" is a comment in YAML and a heading in Markdown: it is a comment if, down to a closing line, all is YAML with keys.
    private static (int Close, int Behind, int Lines)? ClosedBehindComments(string text, int start, int from)
    {
        var lines = 0;
        for (var at = from; at < text.Length; lines++)
        {
            var end = text.IndexOf('\n', at);
            var next = end < 0 ? text.Length : end + 1;
            if (text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd() is "---" or "...")
                return YamlText.TryParse(text[start..at], out var node, out _) && node is YamlMappingNode ? (at, next, lines) : null;
            at = next;
        }

        return null;
    }

    private static IReadOnlyList<OutlineSection> ReadOutline(string body, int offset, ReadingContext context)
    {
        try
        {
            return OutlineReader.Read(body, offset);
        }
        catch (ArgumentException)
        {
            // Markdig's guard against input made to exhaust the stack; a handoff of a person never gets there.
            context.Error("markdown-nesting", context.At(offset + 1), "lists or quotes nested too deeply to be read", "at most a few levels");
            return [];
        }
    }

    // The first heading of the file, if it stands alone on its level above others, is the entity's name and no section.
    private static OutlineSection? TitleOf(IReadOnlyList<OutlineSection> outline)
    {
        var first = outline.FirstOrDefault(section => section.Level > 0);
        if (first is null || first.Level > 2)
            return null;
        var others = outline.Count(section => section.Level <= first.Level && section.Level > 0) - 1;
        var below = outline.Any(section => section.Level > first.Level);
        var holds = first.Parts.Any(part => part is TablePart or ListPart);
        if (others == 0 && below && (SectionCatalogue.Match(first.Heading) is not { } named || first.Level == 1 && outline.Any(section => section != first && SectionCatalogue.Match(section.Heading) is { } other && other != named)))
            return first;
        return SectionCatalogue.Match(first.Heading) is null && (!holds || below) && first.Level == 1 ? first : null;
    }

    // A heading's own kind; else, below a known section, that section's, with the heading as the rows' group.
    private static (SectionSchema? Schema, string Heading, string? SubHeading) KindOf(OutlineSection section, OutlineSection? title)
    {
        var own = SectionCatalogue.Match(section.Heading);
        for (var parent = section.Parent; parent is not null && parent != title; parent = parent.Parent)
        {
            if (SectionCatalogue.Match(parent.Heading) is { } above && (own is null || own == above || IsGroup(section, own, above)))
                return (above, parent.Heading, section.Heading);
        }

        return (own, section.Heading, null);
    }

    // "Costs" above "Marketing" or "Boats" is a group of costs, although those are sections too: unless the columns of its tables say otherwise.
    private static bool IsGroup(OutlineSection section, SectionSchema own, SectionSchema above)
    {
        if (above.Columns.Length == 0)
            return false;
        if (section.Parts.OfType<TablePart>().FirstOrDefault() is { } table)
            return Fit(above) >= Fit(own);
        return above.Kind is SectionKind.Costs or SectionKind.Roadmap or SectionKind.Capital or SectionKind.Shortfalls or SectionKind.Kpis or SectionKind.Guardrails or SectionKind.Assets
            or SectionKind.Ux or SectionKind.Security or SectionKind.Maintenance;

        int Fit(SectionSchema schema) => table.Columns.Select(heading => ColumnUse.Of(heading, schema).Column).OfType<Column>().Distinct().Count();
    }

    private static string? MissionOf(IEnumerable<HandoffSection> sections)
    {
        var texts = sections.Where(section => section.Kind == SectionKind.Mission).SelectMany(section => section.Texts).Select(text => text.Text).ToList();
        return texts.Count == 0 ? null : string.Join("\n\n", texts);
    }

    private static void HintUnknownHeadings(List<HandoffSection> sections, OutlineSection? title, ReadingContext context)
    {
        foreach (var section in sections)
        {
            // A table under it has its own hint.
            if (section.Kind == SectionKind.Other && section.Heading.Length > 0 && section.At.Line != title?.Line && section.Tables.Count == 0 && SectionCatalogue.Nearest(section.Heading) is { } near)
                context.Hint("heading-unknown", section.At, $"heading \"{section.Heading}\"", $"a known heading; the nearest is {near.Heading}. The section is kept as written");
        }
    }

    private static void HintDuplicates(List<HandoffSection> sections, ReadingContext context)
    {
        foreach (var twice in sections.Where(section => section.Kind != SectionKind.Other).GroupBy(section => (section.Kind, FoldedName.Of(section.Heading))).Where(group => group.Count() > 1))
        {
            var first = twice.First();
            foreach (var again in twice.Skip(1))
                context.Hint("heading-duplicate", again.At, $"heading \"{again.Heading}\" again, after line {first.At.Line}", "one section; the rows of both are read");
        }
    }

    internal static string IdOf(string text)
    {
        var id = string.Concat(text.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        while (id.Contains("--", StringComparison.Ordinal))
            id = id.Replace("--", "-");
        return id.Length == 0 ? "entity" : id;
    }

    /// <summary>Rows of all sections of a kind, in file order: sections with the same heading merge.</summary>
    private sealed class RowsBySection
    {
        private readonly Dictionary<SectionKind, List<RowCells>> _rows = [];

        public void Add(SectionSchema? schema, IReadOnlyList<RowCells> rows)
        {
            if (schema is null || rows.Count == 0)
                return;
            if (_rows.TryGetValue(schema.Kind, out var list))
                list.AddRange(rows);
            else
                _rows[schema.Kind] = [.. rows];
        }

        public IReadOnlyList<T> Read<T>(SectionKind kind, Func<RowCells, T> read) where T : HandoffRow =>
            _rows.TryGetValue(kind, out var rows) ? [.. rows.Select(row => Complete(row, read(row)))] : [];

        public IReadOnlyList<RevenueStream> ReadRevenue() =>
            _rows.TryGetValue(SectionKind.Revenue, out var rows) ? RevenueMonths.Join([.. rows.Select(row => (row, Complete(row, RevenueRows.Read(row))))]) : [];

        // Only after a row was read is it known which of its cells its values do not show as written.
        private static T Complete<T>(RowCells cells, T row) where T : HandoffRow => cells.Written is { } written ? (T)(row with { Written = written }) : row;
    }
}
