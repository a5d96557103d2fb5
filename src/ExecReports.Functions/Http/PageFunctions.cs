using ExecReports.Api.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ExecReports.Functions.Http;

/// <summary>The page. It holds no data: it asks the API for it, with the key that its reader gives it.</summary>
public static class PageFunctions
{
    /// <summary>The page itself, at the app's root: the parameter can only be empty.</summary>
    [Function("GetPage")]
    public static IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{nothing:maxlength(0)?}")] HttpRequest request) => PageFiles.Answer("index.html");

    /// <summary>Its style and script.</summary>
    [Function("GetPageFile")]
    public static IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page/{file}")] HttpRequest request, string file) => PageFiles.Answer(file);
}
