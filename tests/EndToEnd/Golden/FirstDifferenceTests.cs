namespace EndToEnd.Golden;

public class FirstDifferenceTests
{
    [Fact]
    public void A_changed_line_stands_as_expected_and_as_found() =>
        Assert.Equal("line 2, column 5\n  - cost $7\n  + cost: $8", FirstDifference.Between("a\ncost $7\nb\n", "a\ncost: $8\nb\n"));

    [Fact]
    public void A_line_that_is_missing_says_so() =>
        Assert.Equal("line 2, column 1\n  - b\n  + (no such line)", FirstDifference.Between("a\nb", "a"));

    [Fact]
    public void Of_a_long_line_there_is_what_surrounds_the_first_letter_that_differs()
    {
        var text = FirstDifference.Between(new string('x', 1000) + "old" + new string('y', 1000), new string('x', 1000) + "new" + new string('y', 1000));

        Assert.Contains("line 1, column 1001\n", text);
        Assert.Contains("\n  - …" + new string('x', 60) + "oldy", text);
        Assert.Contains("\n  + …" + new string('x', 60) + "newy", text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length < 210));
    }
}
