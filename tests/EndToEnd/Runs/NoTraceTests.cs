namespace EndToEnd.Runs;

/// <summary>The product knows no entity by name: the sample's names stand in its sample alone.</summary>
public sealed class NoTraceTests : IDisposable
{
    private readonly string _out = Directory.CreateTempSubdirectory("execreports-trace-").FullName;

    // Names and addresses of the sample's entities, boats and streams. Case counts, so that "qos" in "jquery-qos" would, and the word "jade" would not.
    private static readonly string[] Names =
    [
        "QOS", "qos", "JADA", "Jada", "jada", "QDN", "qdn", "Queen of San Diego", "queenofsandiego", "San Diego", "Queen's Dinghy", "DangerousCentaur", "Dangerous Centaur", "dangerouscentaur", "Centaur",
        "51st", "3028", "stay-3028", "Expert Yacht", "expertyacht", "Yacht Delivery", "eyd", "EYD", "ShipCaptainCrew", "shipcaptaincrew",
    ];

    [Fact]
    public void No_source_template_or_schema_names_an_entity_of_the_sample()
    {
        var files = new[] { "src", "schemas" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Cli.Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".json" or ".csproj" or ".html")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj") && !file.EndsWith(".lock.json", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count > 200, "the sources were not found");
        Assert.Empty(files.SelectMany(file => Traces(Path.GetRelativePath(Cli.Root, file), File.ReadAllText(file))));
    }

    [Fact]
    public async Task Reports_of_another_portfolio_hold_no_trace_of_the_sample()
    {
        var run = await Cli.RunAsync("run", "--portfolio", OtherPortfolio.Folder, "--out", _out);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        var written = Directory.GetFiles(_out, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".html" or ".json" or ".eml").ToList();

        Assert.True(written.Count >= 5 * 4);
        Assert.Empty(written.SelectMany(file => Traces(Path.GetRelativePath(_out, file), WithoutPictures(File.ReadAllText(file)))));
    }

    [Fact]
    public async Task Another_portfolio_s_mails_stay_within_what_mail_programs_show()
    {
        await Cli.RunAsync("run", "--portfolio", OtherPortfolio.Folder, "--out", _out);
        var mails = Directory.GetFiles(Path.Combine(_out, "outbox"), "*.eml").Select(file => MimeKit.MimeMessage.Load(file, TestContext.Current.CancellationToken)).ToList();

        Assert.True(mails.Count >= 5);
        Assert.All(mails, mail => Assert.True(System.Text.Encoding.UTF8.GetByteCount(mail.HtmlBody ?? "") < 102_400, mail.Subject));
    }

    public void Dispose() => Directory.Delete(_out, recursive: true);

    private static IEnumerable<string> Traces(string file, string text) => Names.Where(name => Holds(text, name)).Select(name => $"{file}: {name}");

    // A name counts where it stands by itself: not within a longer word, a hash or a number.
    private static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length])))
                return true;
        }

        return false;
    }

    // Base64 holds any letters.
    private static string WithoutPictures(string text) => string.Join('\n', text.Split('\n').Where(line => !line.Contains("base64,", StringComparison.Ordinal) && (line.Length < 60 || line.Contains(' '))));
}
