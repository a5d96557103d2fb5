using System.Text.Json;
using ExecReports.Api.Access;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Functions.Http;

/// <summary>
/// Who calls, where App Service authentication stands in front of the app: the platform itself takes the header <c>x-ms-client-principal</c> out of what comes in and sets its own.
/// Where it is off, anybody could write that header, so it is not looked at.
/// </summary>
internal static class PlatformCaller
{
    private const string Header = "x-ms-client-principal";

    private static readonly (string Name, ApiRole Role)[] Roles =
    [
        ("ExecReports.Operate", ApiRole.Operate), ("ExecReports.Run", ApiRole.Run), ("ExecReports.Read", ApiRole.Read),
    ];

    /// <summary>The highest role among the caller's claims; <see cref="ApiRole.Anyone"/> where there is none, or the header cannot be read.</summary>
    public static ApiRole RoleOf(HttpRequest request)
    {
        if (request.Headers[Header] is not [{ Length: > 0 and < 64 * 1024 } header])
            return ApiRole.Anyone;
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            var type = principal.RootElement.TryGetProperty("role_typ", out var named) ? named.GetString() : null;
            var held = principal.RootElement.GetProperty("claims").EnumerateArray()
                .Where(claim => claim.GetProperty("typ").GetString() is { } of && (of == "roles" || of == type))
                .Select(claim => claim.GetProperty("val").GetString())
                .ToList();
            return Roles.FirstOrDefault(role => held.Contains(role.Name, StringComparer.OrdinalIgnoreCase)).Role;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ApiRole.Anyone; // no principal that the platform would write: the caller has no role
        }
    }
}
