using System.Globalization;
using Amazon.Lambda.Model;
using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>Lambda functions of one region, and their use from CloudWatch.</summary>
public sealed class FunctionCollector(InventoryClients clients, string region, InventoryOptions options, TimeProvider time) : IInventoryCollector
{
    const string Permission = "lambda:ListFunctions";

    /// <inheritdoc/>
    /// <exception cref="AwsException">The functions may not be listed.</exception>
    /// <exception cref="TransientException">They could not be listed for now.</exception>
    public async Task<InventorySnapshot> CollectAsync(CancellationToken cancellationToken)
    {
        using var calls = new InventoryCalls(options.CallsAtOnce, cancellationToken);
        var now = time.GetUtcNow();
        var listed = await ListAsync(calls).ConfigureAwait(false);
        var tags = Task.WhenAll(listed.Select(function => TagsAsync(function, calls)));
        var metrics = MetricReader.AskAsync(clients.CloudWatch(region),
            [.. new[] { "Invocations", "Errors", "Duration" }.SelectMany(metric => listed.Select(one => new MetricQuestion(one.FunctionName, "AWS/Lambda", metric, "Sum", ("FunctionName", one.FunctionName))))], now, calls);
        await Task.WhenAll(tags, metrics).ConfigureAwait(false);

        var use = await metrics.ConfigureAwait(false);
        var functions = listed.Select((function, index) => Of(function, tags.Result[index], use[index], use[index + listed.Count], use[index + 2 * listed.Count])).ToList();
        return new InventorySnapshot
        {
            CollectedAt = now,
            Source = $"AWS Lambda {region}",
            Functions = functions,
            PriceSource = options.PriceSourceOf(functions),
            Gaps = [.. calls.Gaps, .. PriceGaps.Of(options.Prices, "functions", functions)],
        };
    }

    async Task<List<FunctionConfiguration>> ListAsync(InventoryCalls calls)
    {
        var listed = new List<FunctionConfiguration>();
        string? marker = null;
        do
        {
            var request = new ListFunctionsRequest { Marker = marker };
            var page = await calls.NeedAsync(Permission, $"functions in {region}", cancel => clients.Lambda(region).ListFunctionsAsync(request, cancel)).ConfigureAwait(false);
            listed.AddRange(page.Functions ?? []);
            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
        return listed;
    }

    async Task<IReadOnlyDictionary<string, string>> TagsAsync(FunctionConfiguration function, InventoryCalls calls)
    {
        var found = await calls.TryAsync(
            "lambda:ListTags", function.FunctionName, "which tags, and so which entity, they have",
            cancel => clients.Lambda(region).ListTagsAsync(new ListTagsRequest { Resource = function.FunctionArn }, cancel)).ConfigureAwait(false);
        return found?.Tags ?? [];
    }

    LambdaFunction Of(FunctionConfiguration listed, IReadOnlyDictionary<string, string> tags, MetricDays? invocations, MetricDays? errors, MetricDays? milliseconds)
    {
        var function = new LambdaFunction
        {
            Name = listed.FunctionName,
            Region = region,
            Tags = tags,
            Runtime = listed.Runtime?.Value,
            MemoryMb = listed.MemorySize,
            LastModified = Moment(listed.LastModified),
            Invocations = invocations?.Whole,
            Errors = errors?.Whole,
        };
        return function with { CostPerMonth = ResourceCost.Of(options.Prices, function, milliseconds?.Sum) };
    }

    // Lambda writes the offset without a colon.
    static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
