using System.Globalization;
using System.Text.Json;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>Lambda.</summary>
sealed class FunctionAnswers(AccountResources resources)
{
    public Answer Answer(AccountRequest request)
    {
        var (action, answer) = request.Path.StartsWith("/2017-03-31/tags/", StringComparison.Ordinal) ? ("lambda:ListTags", (Func<AccountRequest, Answer>)Tags)
            : request.Path == "/2015-03-31/functions/" ? ("lambda:ListFunctions", List) : ("", _ => Refused(404, "ResourceNotFoundException", "no such path"));
        return request.Denied.Contains(action)
            ? Refused(403, "AccessDeniedException", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: {action} on resource: * because no identity-based policy allows the {action} action")
            : answer(request);
    }

    Answer List(AccountRequest request)
    {
        var (page, next) = request.Page(resources.Functions(request.Region), request.Query("Marker"));
        return Json(new
        {
            Functions = page.Select(one => new
            {
                FunctionName = one.Text("name"),
                FunctionArn = Arn(request.Region, one),
                Runtime = one.Text("runtime"),
                MemorySize = one.Number("memoryMb"),
                LastModified = one.Member("lastModified")?.GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
                PackageType = one.Text("runtime") is null ? "Image" : "Zip",
            }),
            NextMarker = next,
        });
    }

    Answer Tags(AccountRequest request) =>
        resources.Functions(request.Region).Where(one => request.Path.EndsWith(Arn(request.Region, one), StringComparison.Ordinal)).Select(one => Json(new { Tags = one.Tags() }))
            .FirstOrDefault() ?? Refused(404, "ResourceNotFoundException", "no such function");

    static string Arn(string region, JsonElement function) => $"arn:aws:lambda:{region}:123456789012:function:{function.Text("name")}";

    static Answer Json(object body) => Wire.Answer.Json(200, JsonSerializer.Serialize(body)) with { ContentType = "application/json" };

    static Answer Refused(int status, string code, string message) => Wire.Answer.Json(status, JsonSerializer.Serialize(new { Type = "User", message })) with { ContentType = "application/json", Headers = [new("x-amzn-ErrorType", code)] };
}
