namespace ExecReports.Portfolio.Sections;

/// <summary>On which side of its limit a guardrail is kept.</summary>
public enum GuardrailDirection
{
    /// <summary>At most, max, ≤, under.</summary>
    AtMost,
    /// <summary>At least, min, ≥, over.</summary>
    AtLeast,
}

/// <summary>A financial rule that the entity has given itself (section Guardrails).</summary>
public sealed record Guardrail : HandoffRow
{
    /// <summary>The rule as written, for example "Gross burn at most $9,000".</summary>
    public required string Rule { get; init; }
    /// <summary>What is measured, for example "gross burn": the rule without direction and limit.</summary>
    public required string Measure { get; init; }
    /// <summary>Direction; null if none could be read.</summary>
    public GuardrailDirection? Direction { get; init; }
    /// <summary>The limit; null if unknown.</summary>
    public Amount? Limit { get; init; }
    /// <summary>The present value that the handoff states; a computed one wins over it.</summary>
    public Amount? Present { get; init; }
}
