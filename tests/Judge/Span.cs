namespace Judge;

/// <summary>A number or a range.</summary>
internal readonly record struct Span(decimal Low, decimal High)
{
    public static readonly Span Zero = new(0, 0);

    public decimal Middle => (Low + High) / 2;

    public static Span One(decimal value) => new(value, value);

    public static Span operator +(Span a, Span b) => new(a.Low + b.Low, a.High + b.High);

    public static Span operator -(Span a, Span b) => new(a.Low - b.High, a.High - b.Low);

    public static Span operator *(Span a, Span b) => new(a.Low * b.Low, a.High * b.High);

    public static Span operator *(Span a, decimal b) => new(a.Low * b, a.High * b);

    public static Span operator /(Span a, decimal b) => new(a.Low / b, a.High / b);
}
