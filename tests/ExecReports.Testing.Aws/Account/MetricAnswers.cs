using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>
/// CloudWatch's GetMetricData, a page at a time. A month's use is spread over 30 days; what was not used has no data points, as with AWS; a use that is null is answered with InternalError.
/// A tenth of a table's units were asked of its first index.
/// </summary>
sealed class MetricAnswers(AccountResources resources)
{
    const int Days = 30;
    static readonly XNamespace s_xml = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    sealed record Question(string Id, string Namespace, string Metric, IReadOnlyDictionary<string, string> Dimensions);

    public Answer Answer(AccountRequest request)
    {
        var form = request.Request.Fields;
        if (request.Denied.Contains("cloudwatch:GetMetricData"))
            return Refused(403, "AccessDenied", "User: arn:aws:iam::123456789012:user/test is not authorized to perform: cloudwatch:GetMetricData");
        var questions = Questions(form);
        if (questions.Count > 500)
            return Refused(400, "ValidationError", "The collection MetricDataQueries must not have a size greater than 500.");
        if (!form.TryGetValue("StartTime", out var start) || !form.TryGetValue("EndTime", out var end) || (Moment(end) - Moment(start)).TotalDays is not Days)
            return Refused(400, "ValidationError", "30 days expected");

        var (page, next) = (request with { PageSize = request.PageSize * 10 }).Page(questions, form.GetValueOrDefault("NextToken"));
        return Wire.Answer.Xml(200, new XElement(s_xml + "GetMetricDataResponse",
            new XElement(s_xml + "GetMetricDataResult",
                new XElement(s_xml + "MetricDataResults", page.Select(question => Result(question, request.Region, Moment(start)))),
                next is null ? null : new XElement(s_xml + "NextToken", next)),
            new XElement(s_xml + "ResponseMetadata", new XElement(s_xml + "RequestId", "5a2b6f7e-1111-2222-3333-444455556666"))).ToString());
    }

    XElement Result(Question question, string region, DateTimeOffset start)
    {
        var (known, values) = Values(question, region);
        return new XElement(s_xml + "member",
            new XElement(s_xml + "Id", question.Id), new XElement(s_xml + "Label", question.Metric), new XElement(s_xml + "StatusCode", known ? "Complete" : "InternalError"),
            new XElement(s_xml + "Timestamps", values.Select(value => new XElement(s_xml + "member", start.AddDays(value.Day).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)))),
            new XElement(s_xml + "Values", values.Select(value => new XElement(s_xml + "member", value.Value.ToString("R", CultureInfo.InvariantCulture)))));
    }

    (bool Known, IReadOnlyList<(int Day, double Value)>) Values(Question question, string region)
    {
        var asked = question.Dimensions;
        return (question.Namespace, question.Metric) switch
        {
            ("AWS/Lambda", "Invocations") => Use(resources.Functions(region), asked["FunctionName"], "invocations"),
            ("AWS/Lambda", "Errors") => Use(resources.Functions(region), asked["FunctionName"], "errors"),
            ("AWS/Lambda", "Duration") => (true, Spread(Find(resources.Functions(region), asked["FunctionName"])?.Number("milliseconds") ?? 0)),
            ("AWS/DynamoDB", "ConsumedReadCapacityUnits") => Units(region, asked, "readUnits"),
            ("AWS/DynamoDB", "ConsumedWriteCapacityUnits") => Units(region, asked, "writeUnits"),
            ("AWS/CloudFront", "Requests") when region == "us-east-1" && asked["Region"] == "Global" => Use(resources.Distributions, asked["DistributionId"], "requests"),
            ("AWS/CloudFront", "BytesDownloaded") when region == "us-east-1" && asked["Region"] == "Global" => (true, Spread(Find(resources.Distributions, asked["DistributionId"])?.Number("bytesServed") ?? 0)),
            ("AWS/S3", "AllRequests") when asked["FilterId"] == "EntireBucket" => Use(InRegion(region), asked["BucketName"], "requests"),
            ("AWS/S3", "BucketSizeBytes") => Newest(region, asked, asked["StorageType"] == $"{Find(InRegion(region), asked["BucketName"])?.Text("storageClass") ?? "Standard"}Storage" ? "bytes" : null),
            ("AWS/S3", "NumberOfObjects") when asked["StorageType"] == "AllStorageTypes" => Newest(region, asked, "objects"),
            _ => (true, []),
        };
    }

    List<JsonElement> InRegion(string region) => [.. resources.Buckets.Where(bucket => bucket.Text("region") == region)];

    (bool, IReadOnlyList<(int, double)>) Units(string region, IReadOnlyDictionary<string, string> asked, string use)
    {
        var table = Find(resources.Tables(region), asked["TableName"]);
        if (table?.Number(use) is not { } units)
            return (table is null, []);
        var ofIndex = table.Value.Texts("indexes").Count > 0 ? Math.Floor(units / 10) : 0;
        return (true, Spread(!asked.TryGetValue("GlobalSecondaryIndexName", out var index) ? units - ofIndex : table.Value.Texts("indexes")[0] == index ? ofIndex : 0));
    }

    static (bool, IReadOnlyList<(int, double)>) Use(IReadOnlyList<JsonElement> resources, string name, string use) => Find(resources, name) switch
    {
        null => (true, []),
        { } resource => resource.Number(use) is { } count ? (true, Spread(count)) : (false, []),
    };

    (bool, IReadOnlyList<(int, double)>) Newest(string region, IReadOnlyDictionary<string, string> asked, string? size) =>
        size is not null && Find(InRegion(region), asked["BucketName"])?.Number(size) is { } value ? (true, [(Days - 3, value / 2), (Days - 2, value)]) : (true, []);

    static IReadOnlyList<(int, double)> Spread(double total)
    {
        var daily = Math.Floor(total / Days);
        return total == 0 ? [] : [.. Enumerable.Range(0, Days).Select(day => (day, day == Days - 1 ? total - daily * (Days - 1) : daily))];
    }

    static JsonElement? Find(IReadOnlyList<JsonElement> resources, string name) => resources.Where(one => one.Text("name") == name).Select(one => (JsonElement?)one).FirstOrDefault();

    static List<Question> Questions(IReadOnlyDictionary<string, string> form)
    {
        var questions = new List<Question>();
        for (var number = 1; form.TryGetValue($"MetricDataQueries.member.{number}.Id", out var id); number++)
        {
            var metric = $"MetricDataQueries.member.{number}.MetricStat.Metric.";
            var dimensions = new Dictionary<string, string>();
            for (var at = 1; form.TryGetValue($"{metric}Dimensions.member.{at}.Name", out var name); at++)
                dimensions[name] = form[$"{metric}Dimensions.member.{at}.Value"];
            questions.Add(new Question(id, form[metric + "Namespace"], form[metric + "MetricName"], dimensions));
        }
        return questions;
    }

    static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    static Answer Refused(int status, string code, string message) => Wire.Answer.Xml(status,
        new XElement(s_xml + "ErrorResponse", new XElement(s_xml + "Error", new XElement(s_xml + "Type", "Sender"), new XElement(s_xml + "Code", code), new XElement(s_xml + "Message", message)), new XElement(s_xml + "RequestId", "R1")).ToString());
}
