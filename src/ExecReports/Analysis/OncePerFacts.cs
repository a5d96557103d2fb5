using System.Runtime.CompilerServices;

namespace ExecReports.Analysis;

/// <summary>
/// What is worked out of a run's facts once, however many reports ask for it side by side, and kept for as long as those facts are. The work is a pure function of the facts, so that nobody can
/// tell whether it was done before; facts that were changed (<c>with</c>) are other facts.
/// </summary>
/// <param name="work">Does it.</param>
internal sealed class OncePerFacts<T>(Func<PortfolioFacts, T> work)
    where T : class
{
    // The table alone may make a value several times where several ask at once; the Lazy that it keeps works it out once.
    private readonly ConditionalWeakTable<PortfolioFacts, Lazy<T>> _made = [];

    /// <summary>The result for these facts.</summary>
    public T Of(PortfolioFacts facts) => _made.GetValue(facts, one => new Lazy<T>(() => work(one))).Value;
}
