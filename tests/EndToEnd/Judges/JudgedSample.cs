using EndToEnd.Runs;

namespace EndToEnd.Judges;

/// <summary>One run of the sample, judged once.</summary>
public sealed class JudgedSample : IAsyncLifetime
{
    private readonly SampleOut sample = new();

    internal Judgement? Judgement { get; private set; }

    /// <summary>The judgement; skips the test where there can be none.</summary>
    internal Judgement Get()
    {
        if (Judgement is null)
            Assert.Skip(Judges.Judgement.Missing()!);
        return Judgement;
    }

    public async ValueTask InitializeAsync()
    {
        if (Judges.Judgement.Missing() is not null)
            return;
        await sample.InitializeAsync();
        Judgement = await Judges.Judgement.OfAsync(sample.First);
    }

    public ValueTask DisposeAsync() => Judgement is null ? ValueTask.CompletedTask : sample.DisposeAsync();
}
