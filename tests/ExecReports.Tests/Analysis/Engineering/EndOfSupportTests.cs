using ExecReports.Analysis.Engineering;

namespace ExecReports.Tests.Analysis.Engineering;

public class EndOfSupportTests
{
    static SupportState On(string technology, string? version, int year, int month, int day) => EndOfSupport.Of(technology, version, new(year, month, day), 90).State;

    [Fact]
    public void Support_has_ended_from_the_day_of_the_end_and_ends_soon_ninety_days_before()
    {
        // Node.js 20 ends on 30 April 2026; ninety days before is 30 January.
        Assert.Equal(SupportState.Ended, On("Node.js", "20", 2026, 4, 30));
        Assert.Equal(SupportState.EndsSoon, On("Node.js", "20", 2026, 4, 29));
        Assert.Equal(SupportState.EndsSoon, On("Node.js", "20", 2026, 1, 30));
        Assert.Equal(SupportState.Supported, On("Node.js", "20", 2026, 1, 29));
    }

    [Theory]
    [InlineData("Node", "v18.17.1")]
    [InlineData("node.js", ">=18")]
    [InlineData("Node 18", null)]
    [InlineData("Python", "3.9.2")]
    [InlineData("PHP", "8.1")]
    [InlineData(".NET", "6")]
    public void Versions_are_read_as_people_and_files_write_them(string technology, string? version) => Assert.Equal(SupportState.Ended, On(technology, version, 2026, 11, 24));

    [Fact]
    public void Python_3_1_is_not_taken_for_3_10() => Assert.Equal(SupportState.NotKnown, On("Python", "3.1", 2026, 11, 24));

    [Theory]
    [InlineData("Fortran", "77")]
    [InlineData("Node.js", "99")]
    [InlineData("Node.js", null)]
    [InlineData("Node.js", "latest")]
    public void What_the_table_does_not_hold_is_not_known_and_never_supported(string technology, string? version) => Assert.Equal(SupportState.NotKnown, On(technology, version, 2026, 11, 24));

    [Fact]
    public void A_Lambda_runtime_has_the_platforms_date_not_the_makers()
    {
        // Python 3.9 ended at its makers' on 31 October 2025, on the platform on 15 December.
        Assert.Equal(SupportState.EndsSoon, EndOfSupport.OfLambda("python3.9", new(2025, 12, 14), 90).State);
        Assert.Equal(SupportState.Ended, EndOfSupport.OfLambda("python3.9", new(2025, 12, 15), 90).State);
        Assert.Equal(SupportState.NotKnown, EndOfSupport.OfLambda(null, new(2025, 12, 15), 90).State);
    }
}
