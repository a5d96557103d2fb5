namespace ExecReports.Portfolio;

/// <summary>
/// A quantity known between two ends, <paramref name="Low"/> ≤ <paramref name="High"/>; a single value has both ends equal.
/// The unit is that of the property that holds it. Sums add the ends; differences cross them.
/// </summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; equal to the lower one for a single value.</param>
public readonly record struct Bounds(decimal Low, decimal High)
{
    /// <summary>Zero.</summary>
    public static Bounds Zero => default;

    /// <summary>One value, both ends equal.</summary>
    public static Bounds Of(decimal value) => new(value, value);

    /// <summary>Whether both ends are the same.</summary>
    public bool IsSingle => Low == High;

    /// <summary>The middle, (low + high) / 2.</summary>
    public decimal Middle => (Low + High) / 2;

    /// <summary>Adds end to end.</summary>
    public static Bounds operator +(Bounds a, Bounds b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>Subtracts the far end from the near one: low − high, high − low.</summary>
    public static Bounds operator -(Bounds a, Bounds b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>Multiplies both ends by a factor that is not negative.</summary>
    public static Bounds operator *(Bounds a, decimal factor) => new(a.Low * factor, a.High * factor);

    /// <summary>Divides both ends by a positive number.</summary>
    public static Bounds operator /(Bounds a, decimal divisor) => new(a.Low / divisor, a.High / divisor);

    /// <summary>Multiplies end by end; both quantities must not be negative.</summary>
    public static Bounds operator *(Bounds a, Bounds b) => new(a.Low * b.Low, a.High * b.High);
}
