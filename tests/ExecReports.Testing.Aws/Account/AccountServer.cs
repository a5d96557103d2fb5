using System.Text.Json;
using System.Text.RegularExpressions;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>
/// An AWS account as far as its resources are listed and measured: Lambda, S3, CloudFront, DynamoDB and CloudWatch behind one address, told apart by what a request is signed for. What the account
/// holds is an inventory file's JSON (<c>schemas/inventory.schema.json</c>); a use that is null there is a metric that cannot be had.
/// </summary>
public sealed partial class AccountServer : IAsyncDisposable
{
    readonly JsonDocument _inventory;
    readonly IReadOnlyDictionary<string, Func<AccountRequest, Answer>> _services;

    AccountServer(string inventory)
    {
        _inventory = JsonDocument.Parse(inventory, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var resources = new AccountResources(_inventory.RootElement);
        _services = new Dictionary<string, Func<AccountRequest, Answer>>
        {
            ["lambda"] = new FunctionAnswers(resources).Answer,
            ["s3"] = new BucketAnswers(resources).Answer,
            ["cloudfront"] = new DistributionAnswers(resources).Answer,
            ["dynamodb"] = new TableAnswers(resources).Answer,
            ["monitoring"] = new MetricAnswers(resources).Answer,
        };
    }

    /// <summary>The connection: its address, its delay, its faults, what came over it.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Wire.Url;

    /// <summary>Actions in IAM's words that the caller's policy lacks, such as <c>s3:GetBucketTagging</c>.</summary>
    public HashSet<string> DeniedActions { get; } = [];

    /// <summary>Most entries of a page of any list.</summary>
    public int PageSize { get; set; } = 3;

    /// <summary>Starts one.</summary>
    /// <param name="inventory">The account's resources.</param>
    public static async Task<AccountServer> StartAsync(string inventory)
    {
        var server = new AccountServer(inventory);
        server.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(server.Answer(request))).ConfigureAwait(false);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Wire.DisposeAsync().ConfigureAwait(false);
        _inventory.Dispose();
    }

    Answer Answer(ReceivedRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var authorization) || Scope().Match(authorization) is not { Success: true } scope)
            return Refused("MissingAuthenticationToken");
        return _services.TryGetValue(scope.Groups["service"].Value, out var answer)
            ? answer(new AccountRequest(request, scope.Groups["region"].Value, PageSize, DeniedActions))
            : Refused("UnknownService");
    }

    static Answer Refused(string code) => Aws.Wire.Answer.Xml(403, $"<Error><Code>{code}</Code><Message>{code}</Message></Error>");

    [GeneratedRegex(@"Credential=[^/]+/\d{8}/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request")]
    private static partial Regex Scope();
}
