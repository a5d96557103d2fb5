using ExecReports.Rendering;

namespace ExecReports.Tests.Rendering;

/// <summary>Tables in the text part: within 80 columns, aligned, no word cut, every cell there.</summary>
public class PlainTableTests
{
    [Fact]
    public void A_table_that_fits_is_aligned_with_numbers_to_the_right() => Assert.Equal(
        """
        Item         A month
        -----------  -------
        Slip rental   $1,150
        Fuel            $365

        """,
        Text("| Item | A month |\n|---|---:|\n| Slip rental | $1,150 |\n| Fuel | $365 |"));

    [Fact]
    public void Blank_columns_fall_away() => Assert.DoesNotContain("Due", Text("| Item | Due | A month |\n|---|---|---:|\n| Slip rental | | $1,150 |"), StringComparison.Ordinal);

    [Fact]
    public void What_explains_a_row_goes_below_it_before_any_word_is_broken()
    {
        var text = Text("""
            | Channel | Entity | State | Commission | Effort | Reach | Remark | Source |
            |---|---|---|---:|---|---|---|---|
            | Freelance marketplace | DangerousCentaur | absent | 10% | medium | high | asks for instant booking of every boat in the harbour, and for a calendar that is linked both ways, by the end of the year | dc.md:142 |
            """);

        Assert.Equal(
            """
            Channel                Entity            State   Commission  Effort  Reach
            ---------------------  ----------------  ------  ----------  ------  -----
            Freelance marketplace  DangerousCentaur  absent         10%  medium  high
                Remark: asks for instant booking of every boat in the harbour, and for a
                  calendar that is linked both ways, by the end of the year
                Source: dc.md:142

            """,
            text);
    }

    [Fact]
    public void A_table_that_is_too_wide_becomes_a_paragraph_per_row_headed_by_its_name_not_its_number()
    {
        var text = Text("""
            | # | Shortfall | Entity | Money a month | Owner of the matter | Due |
            |---:|---|---|---|---|---|
            | 1 | Balance cannot be paid online by anybody who books for more than two | Queen of San Diego Incorporated | somewhere between $600 and $900 | Engineer of the booking site and its operator | 4 Dec 2026 |
            """);

        Assert.Equal(
            """
            1. Balance cannot be paid online by anybody who books for more than two
                Entity: Queen of San Diego Incorporated
                Money a month: somewhere between $600 and $900
                Owner of the matter: Engineer of the booking site and its operator
                Due: 4 Dec 2026

            """,
            text);
    }

    [Fact]
    public void Only_words_that_no_line_could_hold_are_broken_and_then_behind_a_mark()
    {
        Assert.Equal(["aws.json#qdn-", "leads-2024"], PlainTable.Wrap("aws.json#qdn-leads-2024", 15));
        Assert.Equal(["$5,200–", "6,800"], PlainTable.Wrap("$5,200–6,800", 9));
        Assert.Equal(["Quick", "Dump", "Now"], PlainTable.Wrap("QuickDumpNow", 5));
        Assert.Equal(["aaaa", "aaaa", "a b"], PlainTable.Wrap("aaaaaaaaa b", 4));
        Assert.Equal(["marketplace", "of boats"], PlainTable.Wrap("marketplace of boats", 12));
    }

    private static string Text(string markdown)
    {
        var text = PlainText.Render(markdown);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= PlainText.Width, line));
        return text;
    }
}
