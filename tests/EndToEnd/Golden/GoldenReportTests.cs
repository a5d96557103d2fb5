using System.Runtime.CompilerServices;
using EndToEnd.Runs;

namespace EndToEnd.Golden;

/// <summary>The eight reports of the sample, letter by letter: the mail's two parts, the archived markdown and the figures, compared with the files under <c>Reports</c>.</summary>
public class GoldenReportTests(SampleOut sample)
{
    private const string HowToRewrite =
        "If the new text is what is wanted, write the files anew and read the diff: EXECREPORTS_WRITE_GOLDEN=1 dotnet test --project tests/EndToEnd -c Release --filter-class '*GoldenReportTests'";

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var report in (string[])["ceo", "cto", "accounting", "cmo", "cfo", "rental-51st", "delivery-eyd", "clients-dc"])
            foreach (var extension in (string[])["html", "md", "txt", "json"])
                files.Add(report, extension);
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_report_is_what_it_was(string report, string extension)
    {
        var file = Path.Combine(Folder(), $"{report}.{extension}");
        var actual = await new SampleReport(sample.First, report).ReadAsync(extension, TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("EXECREPORTS_WRITE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, actual, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(file), $"There is no golden file {file}. {HowToRewrite}");
        var expected = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.True(expected == actual, $"{report}: {Path.GetFileName(file)} differs.\n{FirstDifference.Between(expected, actual)}\n{HowToRewrite}");
    }

    [Fact]
    public void There_is_no_file_of_a_report_that_is_no_more() =>
        Assert.Equal(Files().Select(row => $"{row.Data.Item1}.{row.Data.Item2}").Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder()).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Reports");
}
