using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Judge;

/// <summary>Figures of the CEO report.</summary>
internal static partial class CeoRules
{
    public static Span? Compute(Cited f, string id) => id switch
    {
        "shortfalls.critical" => Rules.Count(f.Under("Shortfalls").Where(IsCritical)),
        "shortfalls.critical.money" => Rules.Sum(f.Under("Shortfalls").Where(IsCritical).Select(Lost)),
        "kpis.missing" => Rules.Count(f.Under("KPI").Where(line => Cell.IsUnknown(line["Actual"]))),
        "agenda.due" => Agenda(f, _ => true),
        "agenda.overdue" => Agenda(f, day => day < f.AsOf),
        "trips.unready" => Rules.Count(f.Trips.Where(IsUnready)),
        "claims.disagree" => Rules.Count(Claims(f).Where(claim => Disagrees(f, claim.Rule, claim.Line, claim.Evidence))),
        _ => throw new NoRuleException(),
    };

    private static bool IsCritical(Line line) => line["Urgency", "Priority"] is "critical" or "4 of 4" && line.IsOpen;

    private static Span? Lost(Line line) => Cell.Number(line["Cost per month", "Lost per month", "Money per month", "$ per month"]);

    // The same action as a shortfall and as a step is one: it has the title of the one, or the action that the other names.
    private static Span Agenda(Cited f, Func<DateOnly, bool> counts)
    {
        var open = f.Lines.Where(line => line.IsOpen).ToList();
        var steps = open.Where(line => line.Under("Roadmap")).ToList();
        var days = new List<DateOnly?>();
        foreach (var shortfall in open.Where(line => line.Under("Shortfalls")))
        {
            var same = steps.FirstOrDefault(step => step.Entity == shortfall.Entity && (Same(Title(step), Title(shortfall)) || Same(Title(step), shortfall["Action", "Next step", "What to do"])));
            if (same is not null)
                steps.Remove(same);
            var (a, b) = (Cell.Day(shortfall["Due"]), same is null ? null : Cell.Day(same["Due"]));
            days.Add(a is null || b < a ? b ?? a : a);
        }

        days.AddRange(steps.Select(step => Cell.Day(step["Due"])));
        return Rules.Count(days.OfType<DateOnly>().Where(day => day <= f.AsOf.AddDays(30) && counts(day)));
    }

    private static string? Title(Line line) => line["Shortfall", "Gap", "Item", "What", "Step"];

    private static bool Same(string? a, string? b) => a is not null && b is not null && string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsUnready(JsonElement trip)
    {
        int? Number(string name) => trip.TryGetProperty(name, out var value) ? value.GetInt32() : null;
        var roles = trip.TryGetProperty("crew", out var crew) ? crew.EnumerateArray().ToList() : [];
        return Number("guests") is not { } guests || Number("waiversSigned") is not { } signed || signed < guests || roles.Count == 0 || roles.Any(role => !role.GetProperty("filled").GetBoolean());
    }

    // An input names the claim's line and its rule; the one behind it names what speaks against it.
    private static IEnumerable<(string Rule, Line Line, JsonElement Evidence)> Claims(Cited f)
    {
        var inputs = f.Figure.GetProperty("inputs").EnumerateArray().ToList();
        for (var i = 0; i + 1 < inputs.Count; i += 2)
            yield return (inputs[i].GetProperty("text").GetString()!, f.Portfolio.Line(inputs[i].GetProperty("source").GetProperty("location").GetString()!)!, inputs[i + 1].GetProperty("source"));
    }

    private static bool Disagrees(Cited f, string rule, Line line, JsonElement evidence)
    {
        var place = evidence.GetProperty("location").GetString()!;
        switch (rule)
        {
            case "cadence":
                var period = line["Cadence", "Releases", "Release cadence"] switch { "daily" or "nightly" => 1, "weekly releases" => 7, "every two weeks" => 14, "monthly" => 31, _ => 10_000 };
                return f.AsOf.DayNumber - Changed(f, evidence, place).DayNumber > (2 * period);
            case "last deployed":
                return Math.Abs(Cell.Day(line["Last deployed", "Last deploy"])!.Value.DayNumber - Changed(f, evidence, place).DayNumber) > 7;
            case "units sold":
                var done = f.Portfolio.Records(place).Count(record => record.TryGetProperty("kind", out var kind) && Same(kind.GetString(), line["Stream"])
                    && record.GetProperty("state").GetString() == "done" && Cell.Day(record.GetProperty("end").GetString()) is { } end && end > f.AsOf.AddDays(-90) && end <= f.AsOf);
                return IsFar(done * (365m / 12) / 90, Cell.Number(line["Units per month"])!.Value.Middle);
            case "bookings in the status":
                var status = f.Portfolio.Lines(line.File).First(text => text.StartsWith("status:", StringComparison.Ordinal));
                return IsFar(Cell.Number(f.Portfolio.Line(place)!["Actual"])!.Value.Middle, decimal.Parse(Digits().Match(status).Value, CultureInfo.InvariantCulture));
            case "version in use":
                var version = line["Version"]!;
                var found = evidence.GetProperty("kind").GetString() == "inventory" ? Digits().Match(f.Portfolio.Record(place).GetProperty("runtime").GetString()!["nodejs".Length..]).Value : Pinned(f, place);
                return found.Length > 0 && found != version;
            default:
                throw new NoRuleException();
        }
    }

    // A resource says when it was changed. A release stands in the repository's history: the n-th of a tag that repeats every so many weeks.
    private static DateOnly Changed(Cited f, JsonElement evidence, string place)
    {
        if (evidence.GetProperty("kind").GetString() == "inventory")
            return Cell.Day(f.Portfolio.Record(place).GetProperty("lastModified").GetString()![..10])!.Value;
        var (repository, tag) = (place.Split('@')[0], place.Split('@')[1]);
        foreach (var line in f.Portfolio.Lines($"histories/{repository}.history"))
        {
            if (Repeated().Match(line) is { Success: true } repeats && tag.StartsWith(repeats.Groups["tag"].Value, StringComparison.Ordinal))
                return Cell.Day(repeats.Groups["from"].Value)!.Value.AddDays(7 * (repeats.Groups["weeks"].Success ? Int(repeats.Groups["weeks"].Value) : 1) * (Int(tag[repeats.Groups["tag"].Length..]) - 1));
        }

        throw new NoRuleException();
    }

    private static string Pinned(Cited f, string place)
    {
        var (repository, file) = (place.Split('/')[0], place[(place.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var lines = f.Portfolio.Lines($"histories/{repository}.history");
        var last = Array.FindLastIndex(lines, line => line.Trim() is var text && (text.StartsWith($"+ {file}", StringComparison.Ordinal) || text.StartsWith($"~ {file}", StringComparison.Ordinal)));
        return Digits().Match(lines[last] + lines[last + 1]).Value;
    }

    private static bool IsFar(decimal found, decimal claimed) => found < claimed * 0.8m || found > claimed * 1.2m;

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^every ((?<weeks>\d+) weeks|week) on .* from (?<from>\S+) to \S+ tag (?<tag>[^{]+)\{n\}$")]
    private static partial Regex Repeated();
}
