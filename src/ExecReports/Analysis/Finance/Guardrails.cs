using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>How a guardrail stands.</summary>
public enum GuardrailState
{
    /// <summary>On the wrong side of the limit.</summary>
    Broken,
    /// <summary>Kept, but within <see cref="Thresholds.GuardrailNear"/> of the limit; the limit itself is near.</summary>
    Near,
    /// <summary>Kept.</summary>
    Kept,
    /// <summary>Direction, limit or present value is not known.</summary>
    Unknown,
}

/// <summary>A guardrail, the value it is held against, and how it stands.</summary>
public sealed record GuardrailCheck
{
    /// <summary>The entity whose handoff states it.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>The handoff's row.</summary>
    public required Guardrail Guardrail { get; init; }
    /// <summary>How it stands.</summary>
    public required GuardrailState State { get; init; }
    /// <summary>The value that it was held against; null if none.</summary>
    public Bounds? Present { get; init; }
    /// <summary>Unit of the present value.</summary>
    public FigureUnit Unit { get; init; }
    /// <summary>The computed value, where the product computes one.</summary>
    public PresentValue? Computed { get; init; }
    /// <summary>Whether the handoff's typed value differs from the computed one, which wins.</summary>
    public bool Differs { get; init; }
    /// <summary>Why it is unknown, in words; null if it is not.</summary>
    public string? Why { get; init; }

    /// <summary>Whether it is kept with room, kept narrowly, broken or unknown, in one word.</summary>
    public string Word => State switch
    {
        GuardrailState.Broken => "broken",
        GuardrailState.Near => "near",
        GuardrailState.Kept => "kept",
        _ => "unknown",
    };
}

/// <summary>
/// State of the financial rules. The worse end of a range is held against the limit: the high end for "at most", the low end for "at least".
/// Kept when on the right side; near when kept and within <see cref="Thresholds.GuardrailNear"/> of the limit (at most: value ≥ limit × (1 − share); at least: value ≤ limit × (1 + share));
/// else broken. A computed present value wins over a typed one; they differ where the computed one, rounded to as many decimals as were typed, is another. Sums with unknown terms are held against
/// the limit as far as they are known, and shown with "at least".
/// </summary>
public static class Guardrails
{
    private static readonly OncePerFacts<IReadOnlyList<GuardrailCheck>> s_all =
        new(facts => [.. facts.Handoffs.SelectMany(h => h.Guardrails.Select(g => Check(facts, h, g))).OrderBy(c => c.State)]);

    /// <summary>All guardrails: broken first, then near, kept, unknown; within that in the order of the handoffs.</summary>
    public static IReadOnlyList<GuardrailCheck> Of(PortfolioFacts facts) => s_all.Of(facts);

    /// <summary>State of one guardrail.</summary>
    public static GuardrailCheck Check(PortfolioFacts facts, Handoff entity, Guardrail guardrail)
    {
        var computed = PresentValues.Of(facts, entity, guardrail);
        var typed = guardrail.Present?.Bounds;
        var present = computed?.Value ?? typed;
        var why = guardrail.Direction is null ? "the rule says neither at most nor at least"
            : guardrail.Limit is null ? "its limit is not known"
            : present is null ? computed is null ? "no present value is stated, and none is computed under that name" : $"the {computed.Name} is not known"
            : null;
        return new GuardrailCheck
        {
            Entity = entity,
            Guardrail = guardrail,
            Computed = computed,
            Present = present,
            Unit = computed?.Unit ?? UnitOf(guardrail.Present ?? guardrail.Limit),
            Differs = typed is { } stated && computed?.Value is { } value && (DiffersFrom(guardrail.Present!.Unit, stated.Low, value.Low) || DiffersFrom(guardrail.Present.Unit, stated.High, value.High)),
            Why = why,
            State = why is null ? StateOf(guardrail.Direction!.Value, guardrail.Limit!.Bounds, present!.Value, facts.Thresholds.GuardrailNear) : GuardrailState.Unknown,
        };
    }

    // "5 months" and "67%" are no other values than 5.02 and 66.7%: the computed one is compared with as many decimals as were written.
    private static bool DiffersFrom(AmountUnit unit, decimal stated, decimal computed) =>
        Math.Round(computed, unit == AmountUnit.Percent ? Math.Max(2, (int)stated.Scale) : stated.Scale, MidpointRounding.AwayFromZero) != stated;

    /// <summary>State of a value against a limit; of a limit that is a range the stricter end counts.</summary>
    public static GuardrailState StateOf(GuardrailDirection direction, Bounds limit, Bounds present, decimal near) => direction switch
    {
        GuardrailDirection.AtMost => present.High > limit.Low ? GuardrailState.Broken
            : present.High >= limit.Low - (Math.Abs(limit.Low) * near) ? GuardrailState.Near : GuardrailState.Kept,
        _ => present.Low < limit.High ? GuardrailState.Broken
            : present.Low <= limit.High + (Math.Abs(limit.High) * near) ? GuardrailState.Near : GuardrailState.Kept,
    };

    private static FigureUnit UnitOf(Amount? amount) => amount?.Unit switch
    {
        AmountUnit.Money => FigureUnit.Money,
        AmountUnit.Percent => FigureUnit.Share,
        _ => FigureUnit.Number,
    };
}
