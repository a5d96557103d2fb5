using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace ExecReports.Aws.Inventory;

/// <summary>Asks CloudWatch what resources did in the 30 days before a moment: 500 metrics a call, page after page.</summary>
static class MetricReader
{
    const int MostMetrics = 500, SecondsADay = 24 * 60 * 60;
    const string Permission = "cloudwatch:GetMetricData";

    /// <summary>Days that are looked back.</summary>
    public const int Window = 30;

    /// <summary>Answers in the order of the questions; null: CloudWatch has not answered it in full, which is then a gap.</summary>
    public static async Task<IReadOnlyList<MetricDays?>> AskAsync(IAmazonCloudWatch cloudWatch, IReadOnlyList<MetricQuestion> questions, DateTimeOffset end, InventoryCalls calls)
    {
        // CloudWatch rounds what is older than 15 days to five minutes; asked so, every day is a whole one.
        end = new DateTimeOffset(end.UtcTicks - end.UtcTicks % TimeSpan.FromMinutes(5).Ticks, TimeSpan.Zero);
        var answers = await Task.WhenAll(questions.Chunk(MostMetrics).Select(chunk => AskAsync(cloudWatch, chunk, end, calls))).ConfigureAwait(false);
        return [.. answers.SelectMany(chunk => chunk)];
    }

    static async Task<MetricDays?[]> AskAsync(IAmazonCloudWatch cloudWatch, MetricQuestion[] questions, DateTimeOffset end, InventoryCalls calls)
    {
        var days = Array.ConvertAll(questions, _ => new List<(DateTime, double)>());
        var states = new string?[questions.Length];
        var request = new GetMetricDataRequest
        {
            StartTime = end.UtcDateTime.AddDays(-Window),
            EndTime = end.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries = [.. questions.Select((question, index) => Query(question, index))],
        };
        do
        {
            var about = questions.Length == 1 ? questions[0].Resource : $"{questions[0].Namespace} ({questions.Select(question => question.Resource).Distinct().Count()} resources)";
            if (await calls.TryAsync(Permission, about, "what they did in the last 30 days", cancel => cloudWatch.GetMetricDataAsync(request, cancel)).ConfigureAwait(false) is not { } page)
                return new MetricDays?[questions.Length];
            foreach (var result in page.MetricDataResults ?? [])
            {
                var index = int.Parse(result.Id.AsSpan(1), CultureInfo.InvariantCulture);
                states[index] = result.StatusCode?.Value;
                days[index].AddRange((result.Timestamps ?? []).Zip(result.Values ?? []));
            }
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        var answers = new MetricDays?[questions.Length];
        for (var index = 0; index < questions.Length; index++)
        {
            if (states[index] == StatusCode.Complete.Value)
                answers[index] = new MetricDays(days[index]);
            else
                calls.Refused(Permission, questions[index].Resource, $"the metric {questions[index].Name} of the last 30 days", states[index] == StatusCode.Forbidden.Value, $"CloudWatch answered {states[index] ?? "nothing"}");
        }
        return answers;
    }

    static MetricDataQuery Query(MetricQuestion question, int index) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"m{index}"),
        ReturnData = true,
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = question.Namespace,
                MetricName = question.Name,
                Dimensions = [.. question.Dimensions.Select(dimension => new Dimension { Name = dimension.Name, Value = dimension.Value })],
            },
            Period = SecondsADay,
            Stat = question.Stat,
        },
    };
}
