using System.Text;
using EndToEnd.Samples;

namespace EndToEnd.Runs;

/// <summary>The sample with one of each fault in it, run once and looked at by the doctor: every fault may cost only itself.</summary>
public sealed class FaultyPortfolio : IAsyncLifetime
{
    // The vendor's published example, in parts, and values made up, so that no scanner takes this file for a leak.
    public static readonly string[] Secrets =
        ["AKIA" + "IOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY", "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8", "pa55w0rd" + "ofdb", "MIIEowIBAAKC" + "AQEAmadeup"];

    private readonly SampleCopy sample = new();
    private readonly TemporaryFolder folder = new();

    /// <summary>The portfolio's folder.</summary>
    public string Portfolio => sample.Path;

    /// <summary>The output folder.</summary>
    public string Out => folder.Under("out");

    internal CliResult Run { get; private set; } = new(-1, "", "");

    internal CliResult Doctor { get; private set; } = new(-1, "", "");

    internal CliResult DoctorJson { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        Handoff("broken-yaml", Encoding.UTF8.GetBytes("---\nname: [Broken\nkind: charter\n---\n" + Costs("Broken dock", "$4,321")));
        Handoff("wide", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Front("wide") + Costs("Wide dock", "$4,322"))]);
        Handoff("marked", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Front("marked") + Costs("Marked dock", "$4,323"))]);
        Handoff("ragged", Encoding.UTF8.GetBytes(
            "---\nid: ragged\nname: Ragged\nrepositories: [nowhere, inventory]\n---\n"
            + "## Costs\n\n| Item | Vendor | Cost |\n|---|---|---|\n| Short dock |\n| Long dock | Harbor | $4,324 | one | too many |\n| Slip dock | Harbor | $12O |\n\n"
            + Costs("Second table dock", "$4,325")));
        Handoff("twice", Encoding.UTF8.GetBytes("---\nid: qos\nname: Twice\n---\n" + Costs("Twin dock", "$4,326")));
        Handoff("leaky", Encoding.UTF8.GetBytes(
            Front("leaky") + Costs("Leaky dock", "$4,327")
            + $"\n## Deployment\n\n| Target | Where | Notes |\n|---|---|---|\n| API | https://app:{Secrets[3]}@db.example.com/app | key {Secrets[0]} {Secrets[1]} |\n\nToken {Secrets[2]}\n\n"
            + "-----BEGIN RSA " + $"PRIVATE KEY-----\n{Secrets[4]}\n-----END RSA PRIVATE KEY-----\n"));
        Write("inventory/broken.json", "{\"lambda\": 5}");
        Write("operations/broken.json", "no json at all");
        Write("reports/board.md", "---\nid: board\ntitle: Board letter\naudience: The board\ngroup: executive\n---\n# {{ title }}\n\n{{ summary }}\n");
        Write("reports/bad.md", "---\nid: bad\ntitle: Bad\naudience: The board\ngroup: executive\n---\n# {{ for }}\n");
        Write("reports/late.md", "---\nid: late\ntitle: Late\naudience: The board\ngroup: executive\n---\n# Late\n\n{{ no_such_name }}\n");
        var settings = Path.Combine(Portfolio, "portfolio.yaml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("recipients:\n", "recipients:\n  board: [board@example.com]\n", StringComparison.Ordinal));

        string[] places = ["--portfolio", Portfolio, "--out", Out];
        Run = await Cli.RunAsync(["run", .. places]);
        Doctor = await Cli.RunAsync(["doctor", .. places]);
        DoctorJson = await Cli.RunAsync(["doctor", "--json", .. places]);
    }

    /// <summary>The archived text of a report.</summary>
    internal string Markdown(string report) => File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(Out, "exec-reports"), $"*Z-{report}.md", SearchOption.AllDirectories)));

    public ValueTask DisposeAsync()
    {
        sample.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Front(string id) => $"---\nid: {id}\nname: The {id} company\n---\n";

    private static string Costs(string item, string amount) => $"## Costs\n\n| Item | Vendor | Cost |\n|---|---|---|\n| {item} | Harbor | {amount} per month |\n";

    private void Handoff(string name, byte[] content) => File.WriteAllBytes(Path.Combine(Portfolio, "agent_handoffs", "projects", name + ".md"), content);

    private void Write(string file, string content)
    {
        var path = Path.Combine(Portfolio, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
