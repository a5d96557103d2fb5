using System.Globalization;
using CsCheck;
using ExecReports.Portfolio.Reading;

namespace ExecReports.Tests.Portfolio;

public class DateReaderTests
{
    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026/11/20")]
    [InlineData("2026-11-20T10:00:00Z")]
    [InlineData("20 November 2026")]
    [InlineData("20 Nov 2026")]
    [InlineData("20-Nov-2026")]
    [InlineData("20th of November, 2026")]
    [InlineData("Nov 20, 2026")]
    [InlineData("November 20th 2026")]
    [InlineData("Fri 20 Nov 2026")]
    [InlineData("Friday, November 20, 2026")]
    [InlineData("by 20 Nov 2026")]
    [InlineData("due 2026-11-20")]
    [InlineData("20/11/2026")]
    [InlineData("11/20/2026")]
    [InlineData("11/20/26")]
    [InlineData("20 Nov 26")]
    public void A_day_is_read_as_people_write_it(string text) => Assert.Equal(new DateOnly(2026, 11, 20), DateReader.Read(text).Date);

    [Theory]
    [InlineData("2026-11", "2026-11-30")]
    [InlineData("Nov 2026", "2026-11-30")]
    [InlineData("November 2026", "2026-11-30")]
    [InlineData("end of Nov 2026", "2026-11-30")]
    [InlineData("2028-02", "2028-02-29")]
    [InlineData("Q1 2027", "2027-03-31")]
    [InlineData("2027 Q1", "2027-03-31")]
    [InlineData("2027-Q4", "2027-12-31")]
    [InlineData("Q2'27", "2027-06-30")]
    public void A_month_or_quarter_is_its_last_day_where_a_due_date_is_meant(string text, string day)
    {
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateReader.Read(text, due: true).Date);
        Assert.Null(DateReader.Read(text).Date);
    }

    [Theory]
    [InlineData("11/10/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("Nov 20")]
    [InlineData("ASAP")]
    [InlineData("soon")]
    [InlineData("next week")]
    [InlineData("Q1")]
    [InlineData("November")]
    public void What_may_be_two_days_or_none_is_a_fault(string text)
    {
        var reading = DateReader.Read(text, due: true);
        Assert.Null(reading.Date);
        Assert.NotNull(reading.Expected);
    }

    [Fact]
    public void An_ambiguous_date_names_both_readings()
    {
        var expected = DateReader.Read("11/10/2026").Expected!;
        Assert.Contains("2026-11-10", expected);
        Assert.Contains("2026-10-11", expected);
        Assert.Equal(new DateOnly(2026, 11, 11), DateReader.Read("11/11/2026").Date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("TBD")]
    [InlineData("?")]
    [InlineData("—")]
    [InlineData("none")]
    public void Unknown_is_no_fault(string text)
    {
        Assert.Null(DateReader.Read(text).Date);
        Assert.Null(DateReader.Read(text).Expected);
    }

    [Fact]
    public void What_is_formatted_is_read_back() =>
        Gen.Select(Gen.Int[0, 70_000], Pick.From("yyyy-MM-dd", "d MMMM yyyy", "MMM d, yyyy", "dd MMM yyyy", "dddd d MMMM yyyy")).Sample((days, format) =>
        {
            var day = new DateOnly(1950, 1, 1).AddDays(days);
            Assert.Equal(day, DateReader.Read(day.ToString(format, CultureInfo.InvariantCulture)).Date);
        });

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.String[Gen.OneOf(Gen.Char["0123456789-/.,Q' "], Gen.Char["NovJanwq"]), 0, 20].Sample(text => DateReader.Read(text, due: true));
}
