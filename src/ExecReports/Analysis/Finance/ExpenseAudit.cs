using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>How an actual cost stands to the expected one.</summary>
public enum CostState
{
    /// <summary>Within the expected range, or off it by no more than the allowed share.</summary>
    Expected,
    /// <summary>Above the range by more than the allowed share of its high end.</summary>
    Over,
    /// <summary>Below the range by more than the allowed share of its low end.</summary>
    Under,
    /// <summary>Expected or actual cost is not known.</summary>
    NotComparable,
}

/// <summary>A cost line held against what was expected. Money per month.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Line">The handoff's row.</param>
/// <param name="State">How it stands.</param>
/// <param name="Unexplained">Excess over the range's high end; zero unless <paramref name="State"/> is over.</param>
/// <param name="Below">What it stays under the range's low end; zero unless <paramref name="State"/> is under.</param>
public sealed record AuditedCost(Handoff Entity, CostLine Line, CostState State, decimal Unexplained, decimal Below)
{
    /// <summary>The state in a word.</summary>
    public string Word => State switch
    {
        CostState.Expected => "as expected",
        CostState.Over => "over",
        CostState.Under => "under",
        _ => "cannot be compared",
    };
}

/// <summary>Costs of a category: expected and actual sums, and what of the excess is unexplained. Money per month.</summary>
/// <param name="Category">The category, as first written.</param>
/// <param name="Expected">Expected costs.</param>
/// <param name="Actual">Actual costs.</param>
/// <param name="Unexplained">What the actual costs exceed their ranges by.</param>
/// <param name="Lines">Its cost lines.</param>
public sealed record AuditedCategory(string Category, Total Expected, Total Actual, decimal Unexplained, IReadOnlyList<AuditedCost> Lines);

/// <summary>The same vendor in two entities or more.</summary>
/// <param name="Name">Vendor, or the item where no vendor is said, as first written.</param>
/// <param name="ByVendor">Whether the vendors are the same; else the items are.</param>
/// <param name="Lines">The cost lines.</param>
/// <param name="Monthly">Their sum, money per month.</param>
public sealed record DuplicateCost(string Name, bool ByVendor, IReadOnlyList<AuditedCost> Lines, Total Monthly)
{
    /// <summary>Names of the entities, each once.</summary>
    public IReadOnlyList<string> Entities => [.. Lines.Select(l => l.Entity.Name).Distinct()];
}

/// <summary>Two names in different entities that are alike, but not the same: shown as "possibly", not counted.</summary>
public sealed record PossibleDuplicate(AuditedCost First, AuditedCost Second);

/// <summary>The expense audit of a portfolio.</summary>
public sealed record ExpenseAuditResult
{
    /// <summary>All cost lines, in the order of the handoffs.</summary>
    public required IReadOnlyList<AuditedCost> Lines { get; init; }
    /// <summary>By category, largest actual first.</summary>
    public required IReadOnlyList<AuditedCategory> Categories { get; init; }
    /// <summary>Lines over or under, largest deviation first.</summary>
    public required IReadOnlyList<AuditedCost> Variances { get; init; }
    /// <summary>Sum of the excess over the high ends, money per month.</summary>
    public required decimal Unexplained { get; init; }
    /// <summary>Lines that cannot be compared.</summary>
    public required int NotComparable { get; init; }
    /// <summary>Duplicates across entities, largest sum first.</summary>
    public required IReadOnlyList<DuplicateCost> Duplicates { get; init; }
    /// <summary>Names that are alike, not counted.</summary>
    public required IReadOnlyList<PossibleDuplicate> Possibly { get; init; }
    /// <summary>Lines without a category.</summary>
    public required IReadOnlyList<AuditedCost> Uncategorised { get; init; }
}

/// <summary>
/// Expense audit. An actual cost outside [low, high] by more than <see cref="Thresholds.CostVariance"/> of the nearer end is a variance; the whole excess over that end is unexplained.
/// (Where the actual is itself a range, its near end is compared.) Duplicate: the same vendor, or without one the same item, folded, in two entities or more.
/// Possibly: one folded name begins with the other (four letters at least), or they differ by one letter (six at least).
/// </summary>
public static class ExpenseAudit
{
    /// <summary>Name of the category of lines that state none.</summary>
    public const string Uncategorised = "Uncategorised";

    /// <summary>Audits all cost lines.</summary>
    public static ExpenseAuditResult Of(IReadOnlyList<Handoff> handoffs, Thresholds thresholds)
    {
        var lines = handoffs.SelectMany(h => h.Costs.Select(c => Audit(h, c, thresholds.CostVariance))).ToList();
        var duplicates = DuplicatesOf(lines);
        return new ExpenseAuditResult
        {
            Lines = lines,
            Categories = [.. lines.GroupBy(l => Folded.Of(l.Line.Category)).Select(g => new AuditedCategory(
                    g.First().Line.Category, Total.Sum(g.Select(l => l.Line.Expected)), Total.Sum(g.Select(l => l.Line.Actual)), g.Sum(l => l.Unexplained), [.. g]))
                .OrderByDescending(c => c.Actual.Known.High).ThenBy(c => c.Category, StringComparer.Ordinal)],
            Variances = [.. lines.Where(l => l.State is CostState.Over or CostState.Under).OrderByDescending(l => l.Unexplained + l.Below)],
            Unexplained = lines.Sum(l => l.Unexplained),
            NotComparable = lines.Count(l => l.State == CostState.NotComparable),
            Duplicates = duplicates,
            Possibly = PossiblyOf(lines),
            Uncategorised = [.. lines.Where(l => Folded.Same(l.Line.Category, Uncategorised))],
        };
    }

    /// <summary>Holds one cost line against its expected range.</summary>
    public static AuditedCost Audit(Handoff entity, CostLine line, decimal variance)
    {
        if (line is not { Expected: { } expected, Actual: { } actual })
            return new(entity, line, CostState.NotComparable, 0, 0);
        if (actual.Low > expected.High + (expected.High * variance))
            return new(entity, line, CostState.Over, actual.Low - expected.High, 0);
        return actual.High < expected.Low - (expected.Low * variance)
            ? new(entity, line, CostState.Under, 0, expected.Low - actual.High)
            : new(entity, line, CostState.Expected, 0, 0);
    }

    private static IReadOnlyList<DuplicateCost> DuplicatesOf(IReadOnlyList<AuditedCost> lines) =>
        [.. lines.GroupBy(l => (ByVendor: HasVendor(l), Key: KeyOf(l)))
            .Where(g => g.Key.Key.Length > 0 && g.Select(l => l.Entity.Id).Distinct().Count() > 1)
            .Select(g => new DuplicateCost(g.Key.ByVendor ? g.First().Line.Vendor! : g.First().Line.Item, g.Key.ByVendor, [.. g], Total.Sum(g.Select(l => l.Line.Monthly))))
            .OrderByDescending(d => d.Monthly.Known.High).ThenBy(d => d.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<PossibleDuplicate> PossiblyOf(IReadOnlyList<AuditedCost> lines)
    {
        // One line per entity and name; the comparison is over distinct names, of which there are few.
        var names = lines.GroupBy(l => (l.Entity.Id, Key: KeyOf(l))).Where(g => g.Key.Key.Length >= 4).Select(g => (g.Key.Id, g.Key.Key, Line: g.First()))
            .OrderBy(n => n.Key, StringComparer.Ordinal).ToList();
        var possibly = new List<PossibleDuplicate>();
        for (var i = 0; i < names.Count; i++)
        {
            // Sorted by name, those that begin with names[i] stand right behind it.
            for (var j = i + 1; j < names.Count && names[j].Key.StartsWith(names[i].Key, StringComparison.Ordinal); j++)
            {
                if (names[j].Id != names[i].Id && names[j].Key.Length > names[i].Key.Length)
                    possibly.Add(new(names[i].Line, names[j].Line));
            }

            // A name that differs by one letter and sorts next to it: a slip of the pen.
            if (i + 1 < names.Count && names[i + 1].Id != names[i].Id && OneLetterApart(names[i].Key, names[i + 1].Key))
                possibly.Add(new(names[i].Line, names[i + 1].Line));
        }

        return possibly;
    }

    private static bool OneLetterApart(string a, string b)
    {
        if (a.Length != b.Length || a.Length < 6)
            return false;
        var differing = 0;
        for (var i = 0; i < a.Length; i++)
            differing += a[i] == b[i] ? 0 : 1;
        return differing == 1;
    }

    private static bool HasVendor(AuditedCost line) => Folded.Of(line.Line.Vendor).Length > 0;

    private static string KeyOf(AuditedCost line) => Folded.Of(HasVendor(line) ? line.Line.Vendor : line.Line.Item);
}
