using System.Text.Json;
using EndToEnd.Runs;
using ExecReports.Testing.Aws;

namespace EndToEnd.Aws;

/// <summary><c>doctor --deliver aws</c>: what it says when all is well, and of each thing that is not, with what would mend it.</summary>
public sealed class AwsDoctorTests(SampleOut sample)
{
    [Fact]
    public async Task Where_all_is_well_it_says_so_of_each_thing_and_mails_nothing()
    {
        await using var aws = await AwsSample.StartAsync();

        var (_, lines) = await DoctorAsync(aws);

        foreach (var line in new[]
        {
            "ok      identity: arn:aws:iam::123456789012:role/reports (credentials: an access key)",
            "ok      bucket reports: it is there and exec-reports/ can be listed",
            "ok      bucket reports: objects can be put and read, and what is put once is not overwritten",
            "ok      bucket reports: versions are kept",
            "ok      bucket reports: public access is blocked",
            "ok      bucket reports: objects are encrypted (AES256)",
            "ok      bucket reports: exec-reports-workspace/ expires after 30 days",
            "ok      table executive_reports: its keys and its indexes are right (ACTIVE)",
            "ok      table executive_reports: items can be written",
            "ok      table executive_reports: deliveries can be moved",
            "ok      table executive_reports: point-in-time recovery is on",
            "ok      SES in us-west-2: the account may send 50000 in 24 hours (0 sent), 10000 a second",
            "ok      SES in us-west-2: sending is enabled",
            "ok      SES in us-west-2: this role may send",
            "ok      sender reports@queenofsandiego.example.com: verified",
        })
            Assert.Contains(line, lines);
        Assert.Contains(lines, line => line.StartsWith("ok      clock: this machine's clock is 0 s ahead of", StringComparison.Ordinal) || line.StartsWith("ok      clock: this machine's clock is 1 s", StringComparison.Ordinal));
        // The sample itself has faults to be found: what is asked is whether there is one about AWS.
        Assert.DoesNotContain(lines, line => line.StartsWith("FAULT", StringComparison.Ordinal) && !line.Contains(".md", StringComparison.Ordinal));
        Assert.Empty(aws.StandIns.Ses.Mails);
        Assert.All(aws.StandIns.S3.Objects().Keys, key => Assert.StartsWith("exec-reports-workspace/doctor/", key));
        Assert.Empty(await aws.DeliveriesAsync());
    }

    [Fact]
    public async Task Create_makes_the_table_that_a_run_then_uses_and_leaves_one_that_stands_alone()
    {
        await using var aws = await AwsSample.StartAsync(table: false);

        var first = await DoctorAsync(aws, "--create");
        var second = await DoctorAsync(aws, "--create");

        Assert.Contains("ok      table executive_reports: made", first.Lines);
        Assert.Contains("ok      table executive_reports: it is there already; nothing was made", second.Lines);
    }

    [Fact]
    public async Task As_JSON_it_is_one_list_of_findings()
    {
        await using var aws = await AwsSample.StartAsync();

        var doctor = await aws.RunAsync(aws.Fresh(sample), "doctor", "--json");

        using var findings = JsonDocument.Parse(doctor.Output);
        Assert.Contains(findings.RootElement.EnumerateArray(), finding => finding.GetProperty("where").GetString() == "identity" && finding.GetProperty("level").GetString() == "Good");
    }

    [Fact]
    public async Task Settings_that_cannot_be_taken_are_findings_too()
    {
        await using var aws = await AwsSample.StartAsync();

        var doctor = await aws.RunAsync(aws.Fresh(sample), "doctor", "--set", "REPORT_OBJECT_LOCK=forever");

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains(doctor.Lines, line => line.StartsWith("FAULT   settings: REPORT_OBJECT_LOCK: off, governance:DAYS or compliance:DAYS expected", StringComparison.Ordinal));
    }

    private async Task<(int Exit, IReadOnlyList<string> Lines)> DoctorAsync(AwsSample aws, params string[] words)
    {
        var doctor = await aws.RunAsync(aws.Fresh(sample), ["doctor", .. words]);
        Assert.True(doctor.Errors.Length == 0, doctor.Errors);
        return (doctor.ExitCode, doctor.Lines);
    }
}
