using ExecReports.Api.Http;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Access;

/// <summary>
/// Refuses requests that were not meant for this server, that another site's page sent, or that show no token. A server on loopback is reachable by every page that the machine's
/// browser has open: the Host header keeps out names that were made to point here, Origin and Sec-Fetch-Site keep out other sites.
/// </summary>
public static class AccessGuard
{
    /// <summary>Why a request is refused; null: it is not.</summary>
    public static Problem? Refuse(HttpRequest request, AccessRules rules, ApiRole needed)
    {
        var host = request.Headers.Host;
        if (host is not [{ } named] || !rules.Hosts.Contains(named.ToLowerInvariant()))
            return Problem.WrongHost();
        if (request.Headers.Origin is [_, ..] origin && (origin is not [{ } site] || !IsOwn(site, named)))
            return Problem.Forbidden("The request comes from a page of another site.");
        if (request.Headers["Sec-Fetch-Site"] is [{ } relation, ..] && relation is not ("same-origin" or "none") && !IsNavigationToThePage(request))
            return Problem.Forbidden("The request comes from a page of another site.");
        return needed == ApiRole.Anyone || rules.Token is not { } token || token.IsShownBy(request.Headers.Authorization)
            ? null
            : Problem.Unauthorized("Show the server's token: Authorization: Bearer <token>.");
    }

    private static bool IsOwn(string origin, string host) =>
        string.Equals(origin, $"http://{host}", StringComparison.OrdinalIgnoreCase) || string.Equals(origin, $"https://{host}", StringComparison.OrdinalIgnoreCase);

    // A link from elsewhere to the page itself is no attack: it shows nothing that the other site could see.
    private static bool IsNavigationToThePage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate";
}
