using ExecReports.Portfolio;

namespace ExecReports.Analysis;

/// <summary>A sum of known terms, and how many terms were unknown and left out ("at least").</summary>
/// <param name="Known">The sum of the known terms.</param>
/// <param name="Terms">How many terms were known.</param>
/// <param name="Unknown">How many were unknown and left out.</param>
public readonly record struct Total(Bounds Known, int Terms, int Unknown)
{
    /// <summary>Sums the known terms; end by end.</summary>
    public static Total Sum(IEnumerable<Bounds?> terms)
    {
        var known = Bounds.Zero;
        int count = 0, unknown = 0;
        foreach (var term in terms)
        {
            if (term is { } value)
            {
                known += value;
                count++;
            }
            else
            {
                unknown++;
            }
        }

        return new Total(known, count, unknown);
    }

    /// <summary>Sums the known terms.</summary>
    public static Total Sum(IEnumerable<Amount?> terms) => Sum(terms.Select(term => term?.Bounds));

    /// <summary>Adds two sums.</summary>
    public static Total operator +(Total a, Total b) => new(a.Known + b.Known, a.Terms + b.Terms, a.Unknown + b.Unknown);
}
