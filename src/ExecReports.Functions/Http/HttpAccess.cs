using ExecReports.Api.Access;
using ExecReports.Api.Http;
using ExecReports.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ExecReports.Functions.Http;

/// <summary>
/// What a caller may do. The host has checked the function's key already, where the function asks for one; where the platform signs people in, their role must reach as well.
/// </summary>
internal sealed class HttpAccess(IConfiguration configuration)
{
    // The platform sets it when its authentication is on.
    private readonly bool platform = bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var on) && on;

    /// <summary>Why a call is refused; null: it is not.</summary>
    public Problem? Refuse(HttpRequest request, ApiRole needed) => platform && needed > PlatformCaller.RoleOf(request)
        ? Problem.Forbidden($"This needs the app role ExecReports.{needed}.")
        : null;

    /// <summary>Who calls: the name that the platform signed in, else the holder of the key.</summary>
    public string NameOf(HttpRequest request) =>
        platform && request.Headers["x-ms-client-principal-name"] is [{ Length: > 0 and <= OperatorWord.LongestName } name] ? name : "the master key's holder";

    /// <summary>Whether recipients' addresses may be shown. A key alone does not say so: it may be a reader's.</summary>
    public bool SeesAddresses(HttpRequest request) => platform && PlatformCaller.RoleOf(request) == ApiRole.Operate;
}
