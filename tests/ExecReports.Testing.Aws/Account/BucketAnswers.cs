using System.Text.Json;
using System.Xml.Linq;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>S3, as far as buckets are listed and their settings asked for, path style. A bucket answers in its own region alone.</summary>
sealed class BucketAnswers(AccountResources resources)
{
    static readonly XNamespace s_xml = "http://s3.amazonaws.com/doc/2006-03-01/";
    static readonly XNamespace s_type = "http://www.w3.org/2001/XMLSchema-instance";

    static readonly Dictionary<string, (string Action, Func<JsonElement, Answer> Answer)> s_settings = new()
    {
        ["encryption"] = ("s3:GetEncryptionConfiguration", Encryption),
        ["versioning"] = ("s3:GetBucketVersioning", bucket => Xml(new("VersioningConfiguration", Text("Status", bucket.Is("versioned") ? "Enabled" : "Suspended")))),
        ["publicAccessBlock"] = ("s3:GetBucketPublicAccessBlock", Block),
        ["policyStatus"] = ("s3:GetBucketPolicyStatus", bucket => OpenBy(bucket) == "policy" ? Xml(new("PolicyStatus", Text("IsPublic", "true"))) : Refused(404, "NoSuchBucketPolicy", "The bucket policy does not exist")),
        ["acl"] = ("s3:GetBucketAcl", Acl),
        ["tagging"] = ("s3:GetBucketTagging", Tagging),
        ["metrics"] = ("s3:GetMetricsConfiguration", Metrics),
    };

    public Answer Answer(AccountRequest request)
    {
        var name = request.Path.Trim('/');
        if (name.Length == 0)
            return request.Denied.Contains("s3:ListAllMyBuckets") ? Denied("s3:ListAllMyBuckets") : List(request);
        var bucket = resources.Buckets.FirstOrDefault(one => one.Text("name") == name);
        if (bucket.ValueKind == JsonValueKind.Undefined)
            return Refused(404, "NoSuchBucket", "The specified bucket does not exist");
        if (bucket.Text("region") != request.Region)
            return Refused(400, "AuthorizationHeaderMalformed", $"The authorization header is malformed; the region '{request.Region}' is wrong; expecting '{bucket.Text("region")}'");
        var (_, (action, answer)) = s_settings.FirstOrDefault(setting => request.Query(setting.Key) is not null);
        return action is null ? Refused(400, "InvalidRequest", "unknown") : request.Denied.Contains(action) ? Denied(action) : answer(bucket);
    }

    Answer List(AccountRequest request)
    {
        var (page, next) = request.Page(resources.Buckets, request.Query("continuation-token"));
        return Xml(new("ListAllMyBucketsResult",
            new XElement("Buckets", page.Select(bucket => new XElement("Bucket", Text("Name", bucket.Text("name")), Text("BucketRegion", bucket.Text("region")), Text("CreationDate", "2024-01-01T00:00:00.000Z")))),
            new XElement("Owner", Text("ID", "owner")), next is null ? null : Text("ContinuationToken", next)));
    }

    static Answer Encryption(JsonElement bucket) => bucket.Is("encrypted")
        ? Xml(new("ServerSideEncryptionConfiguration", new XElement("Rule", new XElement("ApplyServerSideEncryptionByDefault", Text("SSEAlgorithm", "AES256")))))
        : Refused(404, "ServerSideEncryptionConfigurationNotFoundError", "The server side encryption configuration was not found");

    // Some private buckets are closed by their block, others have none and are private all the same.
    static Answer Block(JsonElement bucket) => !bucket.Is("public") && bucket.Text("name")!.Length % 2 == 0
        ? Xml(new("PublicAccessBlockConfiguration", Text("BlockPublicAcls", "true"), Text("IgnorePublicAcls", "true"), Text("BlockPublicPolicy", "true"), Text("RestrictPublicBuckets", "true")))
        : Refused(404, "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");

    static string? OpenBy(JsonElement bucket) => !bucket.Is("public") ? null : bucket.Text("name")!.Length % 2 == 0 ? "list" : "policy";

    static Answer Acl(JsonElement bucket) => Xml(new("AccessControlPolicy", new XElement("Owner", Text("ID", "owner")), new XElement("AccessControlList",
        new XElement("Grant", new XElement("Grantee", new XAttribute(XNamespace.Xmlns + "xsi", s_type), new XAttribute(s_type + "type", "CanonicalUser"), Text("ID", "owner")), Text("Permission", "FULL_CONTROL")),
        OpenBy(bucket) != "list" ? null : new XElement("Grant",
            new XElement("Grantee", new XAttribute(XNamespace.Xmlns + "xsi", s_type), new XAttribute(s_type + "type", "Group"), Text("URI", "http://acs.amazonaws.com/groups/global/AllUsers")), Text("Permission", "READ")))));

    static Answer Tagging(JsonElement bucket) => bucket.Tags() is { Count: > 0 } tags
        ? Xml(new("Tagging", new XElement("TagSet", tags.Select(tag => new XElement("Tag", Text("Key", tag.Key), Text("Value", tag.Value))))))
        : Refused(404, "NoSuchTagSet", "The TagSet does not exist");

    static Answer Metrics(JsonElement bucket) => Xml(new("ListMetricsConfigurationsResult", Text("IsTruncated", "false"),
        new XElement("MetricsConfiguration", Text("Id", "photos-only"), new XElement("Filter", Text("Prefix", "photos/"))),
        bucket.Number("requests") is null ? null : new XElement("MetricsConfiguration", Text("Id", "EntireBucket"))));

    static XElement Text(string name, string? value) => new(name, value);

    static Answer Xml(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
            element.Name = s_xml + element.Name.LocalName;
        return Wire.Answer.Xml(200, root.ToString()) with { ContentType = "application/xml" };
    }

    static Answer Denied(string action) => Refused(403, "AccessDenied", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: {action}");

    static Answer Refused(int status, string code, string message) => Wire.Answer.Xml(status, new XElement("Error", Text("Code", code), Text("Message", message), Text("RequestId", "R1")).ToString()) with { ContentType = "application/xml" };
}
