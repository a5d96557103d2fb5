using BenchmarkDotNet.Attributes;
using ExecReports.Portfolio;

namespace ExecReports.Bench;

/// <summary>Reading the sample's handoffs: markdown to typed records.</summary>
[MemoryDiagnoser]
public class PortfolioBenchmarks
{
    private readonly PortfolioReader _reader = new(GeneratedPortfolio.Sample);

    /// <summary>Six handoffs, 46 KB.</summary>
    [Benchmark]
    public int Handoffs() => _reader.ReadAll(_reader.ReadSettings()).Count;
}
