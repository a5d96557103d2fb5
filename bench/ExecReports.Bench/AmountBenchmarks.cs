using BenchmarkDotNet.Attributes;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Reading;

namespace ExecReports.Bench;

/// <summary>Amounts as people write them.</summary>
[MemoryDiagnoser]
public class AmountBenchmarks
{
    /// <summary>What is written.</summary>
    [Params("$25/month", "$7–9K", "between $10K and $50K a year", "unknown")]
    public string Text { get; set; } = "";

    /// <summary>Reads one.</summary>
    [Benchmark]
    public AmountReading Read() => AmountReader.Read(Text, AmountUnit.Money);
}
