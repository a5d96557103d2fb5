using ExecReports.Cli.Samples;

namespace EndToEnd.Samples;

public class HistoryFileTests
{
    private const string People = """
        offset -08:00
        person engineer = Engineer <engineer@example.com>

        """;

    [Fact]
    public void A_repeat_of_every_second_week_falls_on_its_days_counted_from_the_first_week()
    {
        // 2026-04-01 is a Wednesday, so that week counts from Monday 30 March: its Friday, then those of 13 and 27 April.
        var history = HistoryFile.Parse("x.history", People + """
            every 2 weeks on mon, fri at 10:30 from 2026-04-01 to 2026-05-01 engineer: Round {n}
              ~ a.md
            """);

        Assert.Equal(
            ["2026-04-03", "2026-04-13", "2026-04-17", "2026-04-27", "2026-05-01"],
            history.Events.Select(commit => $"{commit.At:yyyy-MM-dd}"));
        Assert.All(history.Events, commit => Assert.Equal(new TimeSpan(18, 30, 0), commit.At.UtcDateTime.TimeOfDay));
        Assert.Equal(["Round 1\n", "Round 2\n", "Round 3\n", "Round 4\n", "Round 5\n"], history.Events.Cast<HistoryCommit>().Select(commit => commit.Message));
    }

    [Fact]
    public void Alternatives_in_subjects_and_paths_take_turns()
    {
        var history = HistoryFile.Parse("x.history", People + """
            every week on tue at 09:00 from 2026-04-07 to 2026-04-21 engineer: Prices | Dates
              ~ prices.md | dates.md
            """);

        var commits = history.Events.Cast<HistoryCommit>().ToList();
        Assert.Equal(["Prices\n", "Dates\n", "Prices\n"], commits.Select(commit => commit.Message));
        Assert.Equal(["prices.md", "dates.md", "prices.md"], commits.Select(commit => commit.Changes.Single().Path));
        Assert.Equal("- 2026-04-14: Dates", commits[1].Changes.Single().Text);
    }

    [Fact]
    public void Events_stand_in_the_order_of_their_times_whatever_the_order_of_their_lines()
    {
        var history = HistoryFile.Parse("x.history", People + """
            2026-05-02 10:00 tag v1
            2026-05-01 10:00 engineer: First
              + a.md
              | text
            """);

        Assert.Collection(history.Events, first => Assert.IsType<HistoryCommit>(first), last => Assert.IsType<HistoryTag>(last));
    }

    [Theory]
    [InlineData("2026-13-01 10:00 engineer: Month 13", "found 2026-13-01 10:00 engineer: Month 13")]
    [InlineData("2026-05-01 10:00 stranger: Hello", "found the person 'stranger'; expected one of engineer")]
    [InlineData("2026-05-01 10:00 engineer without subject", "expected 'tag <name>' or")]
    [InlineData("every fortnight on tue at 10:00 from 2026-05-01 to 2026-06-01 engineer: Hello", "expected 'every [2] week[s] on")]
    [InlineData("every week on xyz at 10:00 from 2026-05-01 to 2026-06-01 engineer: Hello", "expected mon, tue")]
    [InlineData("2026-05-01 10:00 engineer: Hello\n  ! a.md", "expected '+ path'")]
    [InlineData("2026-05-01 10:00 engineer: Hello\n  ~ a.json", "expected the text to append")]
    [InlineData("  + a.md", "expected a commit above")]
    public void A_line_that_cannot_be_read_is_named_with_what_would_be_right(string lines, string message)
    {
        var error = Assert.Throws<HistoryFormatException>(() => HistoryFile.Parse("x.history", People + lines));

        Assert.StartsWith("x.history:", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
