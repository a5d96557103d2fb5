using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>CloudFront.</summary>
sealed class DistributionAnswers(AccountResources resources)
{
    static readonly XNamespace s_xml = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    public Answer Answer(AccountRequest request)
    {
        if (request.Region != "us-east-1")
            return Refused(403, "SignatureDoesNotMatch", "Credential should be scoped to a valid region, us-east-1.");
        var (action, answer) = request.Path == "/2020-05-31/tagging" ? ("cloudfront:ListTagsForResource", (Func<AccountRequest, Answer>)Tags)
            : request.Path == "/2020-05-31/distribution" ? ("cloudfront:ListDistributions", List) : ("", _ => Refused(404, "NoSuchResource", "no such path"));
        return request.Denied.Contains(action) ? Refused(403, "AccessDenied", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: {action}") : answer(request);
    }

    Answer List(AccountRequest request)
    {
        var (page, next) = request.Page(resources.Distributions, request.Query("Marker"));
        return Xml(new XElement(s_xml + "DistributionList",
            Text("Marker", request.Query("Marker") ?? ""), next is null ? null : Text("NextMarker", next), Text("MaxItems", "100"), Text("IsTruncated", next is null ? "false" : "true"),
            Text("Quantity", page.Count.ToString(CultureInfo.InvariantCulture)),
            page.Count == 0 ? null : new XElement(s_xml + "Items", page.Select(Distribution))));
    }

    Answer Tags(AccountRequest request) =>
        resources.Distributions.Where(one => Arn(one) == request.Query("Resource")).Select(one => Xml(new XElement(s_xml + "Tags", new XElement(s_xml + "Items",
            one.Tags().Select(tag => new XElement(s_xml + "Tag", Text("Key", tag.Key), Text("Value", tag.Value))))))).FirstOrDefault() ?? Refused(404, "NoSuchResource", "no such distribution");

    static XElement Distribution(JsonElement one)
    {
        // What CloudFront's own certificate says of TLS counts for nothing: its lowest version is TLSv1.
        var standard = one.Text("minimumTls") == "TLSv1";
        return new XElement(s_xml + "DistributionSummary",
            Text("Id", one.Text("name")), Text("ARN", Arn(one)), Text("Status", one.Text("status")),
            Text("LastModifiedTime", one.Member("lastModified")?.GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            List("Aliases", one.Texts("aliases").Select(alias => new XElement(s_xml + "CNAME", alias))),
            List("Origins", one.Texts("origins").Select(host => new XElement(s_xml + "Origin", Text("Id", host), Text("DomainName", host)))),
            Text("Enabled", one.Is("enabled") ? "true" : "false"),
            new XElement(s_xml + "ViewerCertificate", Text("CloudFrontDefaultCertificate", standard ? "true" : "false"), Text("MinimumProtocolVersion", standard ? "TLSv1.2_2021" : one.Text("minimumTls"))));
    }

    static XElement List(string name, IEnumerable<XElement> items) =>
        items.ToList() is var all && all.Count == 0 ? new XElement(s_xml + name, Text("Quantity", "0"))
            : new XElement(s_xml + name, Text("Quantity", all.Count.ToString(CultureInfo.InvariantCulture)), new XElement(s_xml + "Items", all));

    static XElement? Text(string name, string? value) => value is null ? null : new XElement(s_xml + name, value);

    static string Arn(JsonElement one) => $"arn:aws:cloudfront::123456789012:distribution/{one.Text("name")}";

    static Answer Xml(XElement root) => Wire.Answer.Xml(200, root.ToString());

    static Answer Refused(int status, string code, string message) => Wire.Answer.Xml(status,
        new XElement(s_xml + "ErrorResponse", new XElement(s_xml + "Error", Text("Type", "Sender"), Text("Code", code), Text("Message", message)), Text("RequestId", "410c2a4b-e435-49c9-8382-3770d80d7d4c")).ToString());
}
