namespace EndToEnd.Numbers;

/// <summary>The judge of lost numbers must be able to find one lost, and to know the same number in another spelling.</summary>
public class JudgeTests
{
    [Theory]
    [InlineData("Slip costs 7k", "| Slip | $7,000 |")]
    [InlineData("Slip costs 7–9K", "| Slip | $7,000–9,000 |")]
    [InlineData("Slip, 12% of it", "| Slip | 0.12 |")]
    [InlineData("Slip since 2026-11-03", "| Slip | 3 Nov 2026 |")]
    [InlineData("Slip, due Q1 2027", "| Slip | 31 Mar 2027 |")]
    [InlineData("Slip $1,980/yr", "| Slip | $165 | as written: Expected $1,980/yr |")]
    [InlineData("Slip at 06:35", "| Slip | 6:35 |")]
    [InlineData("Slip holds 48200000", "| Slip | 48.2 MB |")]
    public void The_same_number_in_another_spelling_is_found(string written, string report) => Assert.Empty(Lost(written, report));

    [Theory]
    [InlineData("Slip costs $1,980", "| Slip | $165 |")]
    [InlineData("Slip costs $1,980", "| Fuel | $1,980 |")]
    [InlineData("Slip costs $198", "| Slip | $1,980 |")]
    [InlineData("Slip costs 0.5", "| Slip | 5 |")]
    [InlineData("Slip since 2026-11-03", "| Slip | 11 Mar 2026 |")]
    [InlineData("Slip, phone 0071", "| Slip | 71 |")]
    public void A_number_that_is_missing_or_stands_with_something_else_is_lost(string written, string report) => Assert.Single(Lost(written, report));

    [Fact]
    public void A_place_in_data_gaps_counts_under_the_file_that_was_named_above()
    {
        const string Gaps = "| Where | Line | What |\n|---|---:|---|\n| a.md | 3 | Found something. |\n|  | 5 | Found \"$18O\" in Expected. |\n| b.md | 4 | Found something. |";

        Assert.Empty(Lost("Radio $18O", Gaps, file: "agent_handoffs/projects/a.md"));
        Assert.Single(Lost("Radio $18O", Gaps, file: "agent_handoffs/projects/b.md"));
    }

    private static IReadOnlyList<string> Lost(string written, string report, string file = "a.md") =>
        new ReportText([report]).Lost([new InputLine(file, 5, written, [.. WrittenNumber.In(written)], Words.In(written))]);
}
