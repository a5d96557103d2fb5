using System.Text.Json;

namespace Judge;

/// <summary>Figures of the CTO report.</summary>
internal static class CtoRules
{
    // The publishers' dates, as far as the sample needs them.
    private static readonly Dictionary<string, string> s_ends = new()
    {
        ["Node.js 18"] = "2025-04-30", ["Python 3.9"] = "2025-10-31", ["PHP 8.1"] = "2025-12-31", ["MySQL 8.0"] = "2026-04-30", ["Django 4.2"] = "2026-04-30",
        ["python3.9"] = "2025-12-15", ["nodejs18.x"] = "2025-09-01",
    };

    public static Span? Compute(Cited f, string id) => id switch
    {
        "security.gaps" => Security(f),
        "savings.costs" => Rules.Sum(f.Under("cost").Select(Saving)),
        "savings.idle" => Rules.Sum(f.Resources.Where(IsIdle).Select(Cost)),
        "savings" => Rules.Sum([.. f.Under("cost").Select(Saving), .. f.Resources.Where(IsIdle).Select(Cost)]),
        "support.ended" => Rules.Count(Ends(f).Where(day => day <= f.AsOf)),
        "support.soon" => Rules.Count(Ends(f).Where(day => day > f.AsOf && day <= f.AsOf.AddDays(90))),
        "aws.cost" => Rules.Sum(f.Resources.Select(Cost)),
        "ux.open" => Rules.Count(f.Under("UX").Where(line => line.IsOpen)),
        _ => throw new NoRuleException(),
    };

    /// <summary>What a cost line could save.</summary>
    public static Span? Saving(Line line) => Cell.Number(line["Saving", "Could save", "Possible saving"]);

    private static Span? Cost(JsonElement resource) => resource.TryGetProperty("costPerMonth", out var cost) ? Span.One(cost.GetDecimal()) : null;

    private static bool IsIdle(JsonElement resource)
    {
        var used = new[] { "invocations", "requests", "readUnits", "writeUnits" }.Where(name => resource.TryGetProperty(name, out _)).Select(name => resource.GetProperty(name).GetDecimal()).ToList();
        return used.Count > 0 && used.All(value => value == 0) && Cost(resource)?.Low >= 1;
    }

    private static IEnumerable<DateOnly> Ends(Cited f) =>
        f.Under("stack").Select(line => $"{line["Technology"]} {line["Version"]}").Concat(f.Resources.Select(resource => resource.GetProperty("runtime").GetString()!))
            .Where(s_ends.ContainsKey).Select(name => Cell.Day(s_ends[name])!.Value);

    // Open items, and findings on cited resources that no open item names.
    private static Span Security(Cited f)
    {
        var open = f.Under("Security").Where(line => line.IsOpen).ToList();
        var found = f.Resources.Sum(resource => Findings(f, resource) - (open.Any(line => line["Resource"] == resource.GetProperty("name").GetString()) ? 1 : 0));
        return Span.One(open.Count + found);
    }

    private static int Findings(Cited f, JsonElement resource)
    {
        var count = 0;
        bool Is(string name, bool value) => resource.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False && flag.GetBoolean() == value;
        if (resource.TryGetProperty("runtime", out var runtime) && s_ends.TryGetValue(runtime.GetString()!, out var ends) && Cell.Day(ends) <= f.AsOf)
            count++;
        if (Is("public", true))
            count++;
        if (Is("encrypted", false))
            count++;
        if (Is("pointInTimeRecovery", false))
            count++;
        if (resource.TryGetProperty("minimumTls", out var tls) && !tls.GetString()!.StartsWith("TLSv1.2", StringComparison.Ordinal) && !tls.GetString()!.StartsWith("TLSv1.3", StringComparison.Ordinal))
            count++;
        return count;
    }
}
