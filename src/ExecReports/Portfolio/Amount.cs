namespace ExecReports.Portfolio;

/// <summary>What an <see cref="Amount"/> counts.</summary>
public enum AmountUnit
{
    /// <summary>A plain number: units, people, days.</summary>
    Number,
    /// <summary>Money, in the portfolio's currency.</summary>
    Money,
    /// <summary>A share, kept as a fraction: 12 % is 0.12.</summary>
    Percent,
}

/// <summary>Whether a written number is an end rather than a value.</summary>
public enum AmountLimit
{
    /// <summary>A value.</summary>
    None,
    /// <summary>Written as <c>&lt;5</c>, <c>under 5</c>, <c>at most 5</c>.</summary>
    AtMost,
    /// <summary>Written as <c>over 10</c>, <c>10+</c>, <c>at least 10</c>.</summary>
    AtLeast,
}

/// <summary>
/// A number as an operator wrote it in a handoff: one value or a range, perhaps approximate, perhaps a limit, perhaps a part of a whole.
/// An unknown one (<c>?</c>, <c>TBD</c>, blank) is no Amount at all, but null; it is never zero.
/// </summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; equal to <paramref name="Low"/> for a single value.</param>
/// <param name="Unit">Money, share or plain number.</param>
public sealed record Amount(decimal Low, decimal High, AmountUnit Unit)
{
    /// <summary>Written with <c>~</c>, <c>about</c>, <c>ca.</c>.</summary>
    public bool Approximate { get; init; }

    /// <summary>Whether the number is an end.</summary>
    public AmountLimit Limit { get; init; }

    /// <summary>The whole of a part: 6 in <c>3 of 6</c>, whose part stands in <see cref="Low"/> and <see cref="High"/>.</summary>
    public decimal? Whole { get; init; }

    /// <summary>Words behind the number, as written.</summary>
    public string? Remark { get; init; }

    /// <summary>Both ends.</summary>
    public Bounds Bounds => new(Low, High);
}
