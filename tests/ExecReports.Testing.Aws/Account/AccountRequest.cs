using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.Account;

/// <summary>A request to the account.</summary>
/// <param name="Request">As it came.</param>
/// <param name="Region">The region that it is signed for.</param>
/// <param name="PageSize">Most entries of a page.</param>
/// <param name="Denied">Actions that the caller's policy lacks.</param>
sealed record AccountRequest(ReceivedRequest Request, string Region, int PageSize, IReadOnlySet<string> Denied)
{
    /// <summary>The path, unescaped.</summary>
    public string Path => Uri.UnescapeDataString(Request.Target.Split('?')[0]);

    /// <summary>A parameter of the query; null if it is not given, empty if it has no value.</summary>
    public string? Query(string name) => Request.Target.Split('?') is [_, var query]
        ? query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name).Select(pair => pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : "").FirstOrDefault()
        : null;

    /// <summary>Entries of a list from a marker on, and the marker of the next page; null: this is the last.</summary>
    public (IReadOnlyList<T> Page, string? Next) Page<T>(IReadOnlyList<T> all, string? marker)
    {
        var from = string.IsNullOrEmpty(marker) ? 0 : int.Parse(marker["from ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        return ([.. all.Skip(from).Take(PageSize)], from + PageSize < all.Count ? $"from {from + PageSize}" : null);
    }
}
