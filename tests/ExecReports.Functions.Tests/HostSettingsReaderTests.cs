using ExecReports.Embedded;
using ExecReports.Functions.Settings;

namespace ExecReports.Functions.Tests;

public class HostSettingsReaderTests
{
    private static readonly Dictionary<string, string> Right = new()
    {
        ["EXECREPORTS_PORTFOLIO"] = "/portfolio",
        ["EXECREPORTS_OUT"] = "/out",
    };

    [Fact]
    public void Place_and_folder_are_enough()
    {
        var settings = Read();

        Assert.Equal(("/portfolio", "/out"), (settings.Local.Portfolio, settings.Local.Out));
        Assert.Equal((TimeSpan.FromDays(3), null, TimeSpan.FromDays(30)), (settings.Schedules.CatchUp, settings.Schedules.After, settings.HistoryRetention));
    }

    [Fact]
    public void The_rest_can_be_set()
    {
        var settings = Read(("EXECREPORTS_HISTORY_DAYS", "60"), ("EXECREPORTS_CATCH_UP_DAYS", "0.5"), ("EXECREPORTS_SCHEDULES_AFTER", "2026-11-30T12:00:00Z"), ("SES_SENDER", "reports@example.com"));

        Assert.Equal((TimeSpan.FromHours(12), new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(60)), (settings.Schedules.CatchUp, settings.Schedules.After!.Value, settings.HistoryRetention));
        Assert.Equal("reports@example.com", settings.Local.Mail.Sender);
    }

    [Fact]
    public void A_portfolio_on_a_git_server_stays_an_address() =>
        Assert.Equal("https://git.example.com/companies.git#main:handoffs", Read(("EXECREPORTS_PORTFOLIO", "https://git.example.com/companies.git#main:handoffs")).Local.Portfolio);

    [Fact]
    public void A_history_that_forgets_before_the_catch_up_limit_is_refused()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(("EXECREPORTS_HISTORY_DAYS", "3"), ("EXECREPORTS_CATCH_UP_DAYS", "3")));

        Assert.Contains("EXECREPORTS_HISTORY_DAYS", refused.Message, StringComparison.Ordinal);
        Assert.Contains("keep the history at least a day longer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delivering_through_AWS_by_the_apps_identity_is_read()
    {
        var settings = Read(
            ("EXECREPORTS_DELIVER", "aws"), ("AWS_REGION", "us-west-2"), ("REPORT_BUCKET", "companies-reports"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/execreports"),
            ("AWS_WEB_IDENTITY_AUDIENCE", "api://execreports"), ("IDENTITY_ENDPOINT", "http://127.0.0.1:8081/msi/token"), ("IDENTITY_HEADER", "secret"));

        Assert.Equal("companies-reports", settings.Delivery!.Bucket);
        Assert.Equal("arn:aws:iam::123456789012:role/execreports", settings.Keyless!.Value.Role.RoleArn);
    }

    [Theory]
    [InlineData("aws", "REPORT_BUCKET")]
    [InlineData("pigeon", "EXECREPORTS_DELIVER: local or aws expected.")]
    public void Delivering_that_cannot_be_is_refused(string value, string fault) =>
        Assert.Contains(fault, Assert.Throws<SettingsException>(() => Read(("EXECREPORTS_DELIVER", value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_told_at_once_and_no_value_that_may_be_secret()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(
            ("EXECREPORTS_PORTFOLIO", ""), ("EXECREPORTS_OUT", " "), ("EXECREPORTS_HISTORY_DAYS", "soon"), ("EXECREPORTS_SCHEDULES_AFTER", "Monday"),
            ("SES_SENDER", "nobody-hunter2"), ("EXECREPORTS_GIT_CREDENTIALS", "hunter2")));

        Assert.Equal(
            ["EXECREPORTS_PORTFOLIO", "EXECREPORTS_OUT", "EXECREPORTS_HISTORY_DAYS", "EXECREPORTS_SCHEDULES_AFTER", "SES_SENDER", "EXECREPORTS_GIT_CREDENTIALS"],
            refused.Faults.Select(fault => fault.Split(' ', ':')[0]));
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    private static HostSettings Read(params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string>(Right);
        foreach (var (name, value) in changes)
            values[name] = value;
        return HostSettingsReader.Read(values.GetValueOrDefault);
    }
}
