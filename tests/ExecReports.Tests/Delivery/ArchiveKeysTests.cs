using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

public class ArchiveKeysTests
{
    static readonly DateTimeOffset Generated = new(2026, 11, 30, 20, 30, 0, 123, TimeSpan.FromHours(-5));

    [Fact]
    public void Folder_and_file_name_are_of_the_generated_timestamp_in_utc() => Assert.Equal(
        new(
            "exec-reports/2026/12/20261201T013000123Z-rental-51st.html",
            "exec-reports/2026/12/20261201T013000123Z-rental-51st.md",
            "exec-reports/2026/12/20261201T013000123Z-rental-51st.json",
            "exec-reports/2026/12/20261201T013000123Z-rental-51st.eml"),
        ArchiveKeys.Of("rental-51st", Generated));

    [Theory]
    [InlineData("")]
    [InlineData("../ceo")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("é")]
    public void A_report_type_that_could_lead_elsewhere_is_refused(string reportType) =>
        Assert.Throws<ArgumentException>(() => ArchiveKeys.Of(reportType, Generated));

    [Fact]
    public void A_key_is_taken_apart_again()
    {
        Assert.True(ArchiveKeys.TryParse(ArchiveKeys.Of("rental-51st", Generated).Eml, out var reportType, out var moment));
        Assert.Equal(("rental-51st", Generated), (reportType, moment));
    }

    [Theory]
    [InlineData("exec-reports/2026/12/../../20261201T013000123Z-ceo.html")]
    [InlineData("/exec-reports/2026/12/20261201T013000123Z-ceo.html")]
    [InlineData("exec-reports/2026/11/20261201T013000123Z-ceo.html")]
    [InlineData("exec-reports/2026/12/20261201T013000123Z-ceo.exe")]
    [InlineData("exec-reports/2026/12/20261201T013000123Z-.html")]
    [InlineData("exec-reports/2026/12/20261301T013000123Z-ceo.html")]
    [InlineData("exec-reports/2026/12/ceo.html")]
    [InlineData("")]
    public void Any_other_key_is_none(string key) => Assert.False(ArchiveKeys.TryParse(key, out _, out _));

    [Fact]
    public void A_delivery_id_is_the_same_in_every_retry_and_differs_by_report_moment_and_recipient()
    {
        var id = DeliveryIds.Of("ceo", Generated, "0123456789ab");

        Assert.Equal("20261201T013000123Z-ceo-0123456789ab", id);
        Assert.Equal(id, DeliveryIds.Of("ceo", Generated.ToUniversalTime(), "0123456789ab"));
        Assert.Equal(4, new[] { id, DeliveryIds.Of("cfo", Generated, "0123456789ab"), DeliveryIds.Of("ceo", Generated.AddMilliseconds(1), "0123456789ab"), DeliveryIds.Of("ceo", Generated, "ba9876543210") }.Distinct().Count());
        Assert.Equal("20261201T013000123Z-ceo-0123456789ab@example.com", DeliveryIds.MessageId(id, "reports@example.com"));
    }

    [Fact]
    public void A_delivery_id_is_taken_apart_again()
    {
        Assert.True(DeliveryIds.TryParse(DeliveryIds.Of("rental-51st", Generated, "0123456789ab"), out var key, out var recipient));
        Assert.Equal((new LedgerKey("rental-51st", Generated), "0123456789ab"), (key, recipient));
    }

    [Theory]
    [InlineData("")]
    [InlineData("run-1")]
    [InlineData("20261201T013000123Z-0123456789ab")]
    [InlineData("20261301T013000123Z-ceo-0123456789ab")]
    [InlineData("20261201T013000123Z-ceo-0123456789AB")]
    [InlineData("20261201T013000123Z-ceo-0123456789a")]
    [InlineData("20261201T013000123Z-../ceo-0123456789ab")]
    public void Any_other_delivery_id_is_none(string id) => Assert.False(DeliveryIds.TryParse(id, out _, out _));
}
