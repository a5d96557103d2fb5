using System.Text.Json;
using EndToEnd.Samples;

namespace EndToEnd.Runs;

/// <summary>What <c>doctor</c> says of a portfolio that was not written for it.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _out = Directory.CreateTempSubdirectory("execreports-doctor-").FullName;

    [Fact]
    public async Task It_says_how_many_tables_it_read_of_each_handoff_and_of_all()
    {
        var doctor = await DoctorAsync();

        Assert.Contains("ok      agent_handoffs/projects/chandlery.md: read 7 of 8 tables", doctor.Lines);
        Assert.Contains("ok      agent_handoffs/projects/tidewater.md: read 14 of 18 tables", doctor.Lines);
        Assert.Contains(doctor.Lines, line => line.EndsWith(": read 21 of 26 tables in 2 handoffs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chandlery.md", "the table under 'Stok count' (Thing | Qty | Bin | Cost each; 2 rows) was not read; the nearest known heading is 'Revenue'")]
    [InlineData("tidewater.md", "the table under 'What we teach (prices from 2026-09-01)' (Course | Price | Variable cost per unit | Units per month | Contracted | Deferred until | Room; 2 rows) was not read; the nearest known heading is 'Revenue'")]
    [InlineData("tidewater.md", "the table under 'Tide gate openings 2027' (Week | Opens | Shuts | Draught; 2 rows) was not read; the nearest known heading is '")]
    public async Task Of_each_unread_table_it_names_place_columns_and_the_nearest_known_heading(string file, string said) =>
        Assert.Single((await DoctorAsync()).Lines, line => line.StartsWith($"warning agent_handoffs/projects/{file}:", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));

    [Fact]
    public async Task Each_thing_is_said_once_on_a_line_of_its_own_down_the_file()
    {
        var lines = (await DoctorAsync()).Lines;
        var places = lines.Where(line => line.Contains("tidewater.md:", StringComparison.Ordinal) && !line.StartsWith("ok", StringComparison.Ordinal)).Select(line => int.Parse(line.Split("tidewater.md:")[1].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(lines.Count, lines.Distinct().Count());
        Assert.Equal(places.Order(), places);
        Assert.Equal(1, lines.Count(line => line.Contains("'Safety drills' (Drill", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Faults_warnings_and_hints_are_told_apart_and_counted()
    {
        var lines = (await DoctorAsync()).Lines;

        Assert.Equal($"{Count("FAULT")} faults, {Count("warning")} warnings, {Count("hint")} hints", lines[^1]);
        Assert.Contains(lines, line => line.StartsWith("hint    agent_handoffs/projects/chandlery.md:", StringComparison.Ordinal) && line.Contains("\"Mooring lines for hire\"", StringComparison.Ordinal));

        int Count(string mark) => lines.Count(line => line.StartsWith(mark + " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unread_record_of_a_data_file_is_named()
    {
        var lines = (await DoctorAsync()).Lines;

        Assert.Contains(lines, line => line.StartsWith("warning inventory/cloud.json: /buckets/1/bytes: found \"lots\"; expected a whole number or null", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("warning operations/outings.json: /events/2/start: found \"2026-13-04\"; expected a day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faults_are_exit_code_1_and_machines_get_them_as_json()
    {
        var doctor = await DoctorAsync("--json");
        var findings = JsonDocument.Parse(doctor.Output).RootElement.EnumerateArray().ToList();

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains(findings, finding => finding.GetProperty("level").GetString() == "Fault" && finding.GetProperty("where").GetString()!.EndsWith("tidewater.md:46", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_of_a_report_that_is_none_is_named_with_those_that_are()
    {
        using var portfolio = new TemporaryFolder();
        Directory.CreateDirectory(portfolio.Under("agent_handoffs", "projects"));
        await File.WriteAllTextAsync(portfolio.Under("agent_handoffs", "projects", "bakery.md"), "## Costs\n- Rent: $900\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(portfolio.Under("portfolio.yaml"), "recipients: { default: a@example.com, cfx: b@example.com, cfo: c@example.com, rental: d@example.com }\ntitles: { coe: Board }\nhold_on_gaps: [cto, cpo]\n", TestContext.Current.CancellationToken);

        var doctor = await Cli.RunAsync("doctor", "--portfolio", portfolio.Path, "--out", _out);

        Assert.Equal(0, doctor.ExitCode);
        Assert.Equal(
            ["\"cfx\" in recipients", "\"coe\" in titles", "\"cpo\" in hold_on_gaps"],
            doctor.Lines.Where(line => line.Contains(" is no report; expected one of ceo, cto,", StringComparison.Ordinal)).Select(line => line["warning portfolio.yaml: ".Length..line.IndexOf(" is no report", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_fault_names_its_place_once()
    {
        using var portfolio = new TemporaryFolder();
        Directory.CreateDirectory(portfolio.Under("agent_handoffs", "projects"));
        Directory.CreateDirectory(portfolio.Under("inventory"));
        await File.WriteAllTextAsync(portfolio.Under("agent_handoffs", "projects", "bakery.md"), "## Costs\n- Rent: $900\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(portfolio.Under("inventory", "aws.json"), "{ \"functions\": [\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(portfolio.Under("journal.db"), "no journal", TestContext.Current.CancellationToken);

        var doctor = await Cli.RunAsync("doctor", "--portfolio", portfolio.Path, "--out", portfolio.Path);
        var run = await Cli.RunAsync("run", "--portfolio", portfolio.Path, "--out", portfolio.Under("out"));

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains(doctor.Lines, line => line.StartsWith("FAULT   inventory/aws.json:2: not JSON", StringComparison.Ordinal));
        Assert.Contains(doctor.Lines, line => line.StartsWith($"FAULT   {portfolio.Under("journal.db")}: the journal is damaged", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("Not read: inventory/aws.json:2: not JSON", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_out, recursive: true);

    private Task<CliResult> DoctorAsync(params string[] more) => Cli.RunAsync(["doctor", "--portfolio", OtherPortfolio.Folder, "--out", _out, .. more]);
}
