using EndToEnd.Runs;
using ExecReports.Testing.Aws.Account;
using ExecReports.Testing.Aws.S3;

namespace EndToEnd.Aws;

/// <summary>Runs whose facts come from AWS instead of files.</summary>
public sealed class LiveSourcesTests(SampleOut sample) : IDisposable
{
    private const string KeyId = "AKIALIVEINVENTORY000", Secret = "only-for-signatures-5d1f0c7b";

    private readonly string folder = Directory.CreateTempSubdirectory("live-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_CTO_report_is_made_from_the_account_itself()
    {
        await using var account = await AccountServer.StartAsync(await File.ReadAllTextAsync(Path.Combine(Cli.SamplePortfolio, "inventory", "aws.json"), TestContext.Current.CancellationToken));
        account.DeniedActions.Add("dynamodb:DescribeContinuousBackups");
        var portfolio = CopySample(Path.Combine(folder, "portfolio"));
        await File.WriteAllTextAsync(
            Path.Combine(portfolio, "prices.json"), """{ "source": "Bill of October", "date": "2026-11-01", "perMonth": { "qdn-leads-2024": 4.20, "qos-booking-api": 3.90 } }""", TestContext.Current.CancellationToken);
        var output = sample.Fresh();

        var ended = await Cli.RunAsync(["run", "--reports", "cto", "--portfolio", portfolio, "--out", output, .. Settings(account.Url, ("EXECREPORTS_INVENTORY", "live"), ("AWS_ACCESS_KEY_ID", KeyId), ("AWS_SECRET_ACCESS_KEY", Secret))]);

        Assert.True(ended.ExitCode == 0, ended.Output + ended.Errors);
        Assert.Contains(account.Wire.Requests, request => request.Headers["Authorization"].Contains(KeyId, StringComparison.Ordinal));
        var written = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).Select(System.Text.Encoding.Latin1.GetString).Append(ended.Output + ended.Errors).ToList();
        Assert.Contains(written, text => text.Contains("AWS Lambda us-west-2", StringComparison.Ordinal));
        Assert.DoesNotContain(written, text => text.Contains(KeyId, StringComparison.Ordinal) || text.Contains(Secret, StringComparison.Ordinal));
        var report = await File.ReadAllTextAsync(Assert.Single(Directory.EnumerateFiles(Path.Combine(output, "exec-reports"), "*-cto.md", SearchOption.AllDirectories)), TestContext.Current.CancellationToken);
        foreach (var said in (string[])
            [
                "AWS Lambda us-west-2", "AWS DynamoDB us-west-2", "AWS S3", "AWS CloudFront",
                "prices: Bill of October, 2026-11-01",
                "python3.9",
                "dynamodb:DescribeContinuousBackups was denied for dc-forms, qdn-bookings, qdn-leads-2024 and 3 more: whether they have point-in-time recovery is not known.",
            ])
            Assert.Contains(said, report, StringComparison.Ordinal);
        Assert.DoesNotContain("inventory/aws.json", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portfolio_in_S3_is_read_by_its_address()
    {
        await using var server = await S3Server.StartAsync();
        foreach (var file in Directory.EnumerateFiles(Cli.SamplePortfolio, "*", SearchOption.AllDirectories))
            server.Overwrite("companies/" + Path.GetRelativePath(Cli.SamplePortfolio, file).Replace('\\', '/'), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        var ended = await Cli.RunAsync(["render", "accounting", "--format", "md", "--portfolio", "s3://reports/companies", "--out", sample.Fresh(), .. Settings(server.Url)]);

        Assert.True(ended.ExitCode == 0, ended.Errors);
        Assert.Contains("# ", ended.Output, StringComparison.Ordinal);

        var denied = await Cli.RunAsync(["reports", "--portfolio", "s3://reports/nothing", "--out", sample.Fresh(), .. Settings(server.Url)]);
        Assert.NotEqual(0, denied.ExitCode);
        Assert.Contains("s3://reports/nothing/: there are no objects.", denied.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_a_permission_that_is_missing()
    {
        await using var account = await AccountServer.StartAsync("""{ "functions": [ { "name": "a", "region": "us-west-2" } ] }""");
        account.DeniedActions.UnionWith(["lambda:ListFunctions", "s3:ListAllMyBuckets"]);

        var ended = await Cli.RunAsync(["doctor", "--portfolio", Cli.SamplePortfolio, "--out", sample.Fresh(), .. Settings(account.Url, ("EXECREPORTS_INVENTORY", "live"))]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Allow lambda:ListFunctions on functions in us-west-2 in the policy of the role that runs this.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Allow s3:ListAllMyBuckets on the account's buckets in the policy of the role that runs this.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_taken_are_bad_usage()
    {
        var ended = await Cli.RunAsync(["reports", "--portfolio", Cli.SamplePortfolio, "--out", sample.Fresh(), "--set", "EXECREPORTS_INVENTORY=yes"]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("EXECREPORTS_INVENTORY: files or live expected.", ended.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Settings(Uri endpoint, params (string Name, string Value)[] more) =>
        new[] { ("AWS_REGION", "us-west-2"), ("AWS_ENDPOINT_URL", endpoint.ToString()), ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test") }
            .Concat(more).SelectMany(setting => new[] { "--set", $"{setting.Item1}={setting.Item2}" });

    private static string CopySample(string place)
    {
        foreach (var file in Directory.EnumerateFiles(Cli.SamplePortfolio, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(place, Path.GetRelativePath(Cli.SamplePortfolio, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return place;
    }
}
