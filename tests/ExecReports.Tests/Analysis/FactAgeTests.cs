using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Analysis;

public class FactAgeTests
{
    private static readonly DateOnly s_asOf = new(2026, 11, 24);

    [Theory]
    [InlineData("2026-10-09,2026-08-01", "2026-10-09")]
    [InlineData("2026-10-10,2026-08-01", null)]
    [InlineData("2026-08-01,", null)]
    [InlineData("", null)]
    public void A_figure_is_as_old_as_its_youngest_source_if_all_are_known(string days, string? since)
    {
        SourceRef[] sources = [.. days.Length == 0 ? [] : days.Split(',').Select(day => new SourceRef("handoff", "a.md:1", day.Length == 0 ? null : DateTimeOffset.Parse(day + "T00:00:00Z", null)))];

        Assert.Equal(since is null ? null : DateOnly.Parse(since, null), FactAge.OldSince(sources, s_asOf, new Thresholds()));
    }
}
