using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ExecReports.Api.Http;

/// <summary>Which page of a list is asked for: <c>?limit=</c> and <c>?cursor=</c>.</summary>
/// <param name="Limit">Entries on the page.</param>
/// <param name="After">The place behind which the page begins; null: at the newest.</param>
internal sealed record PageQuery(int Limit, PagePlace? After)
{
    public static PageQuery Read(HttpRequest request, ApiLimits limits, FieldErrors errors)
    {
        var limit = limits.PageSize;
        if (request.Query["limit"] is [{ } asked, ..]
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= limits.LargestPage))
        {
            errors.Add("limit", string.Create(CultureInfo.InvariantCulture, $"The limit must be a whole number from 1 to {limits.LargestPage}."));
        }

        PagePlace? after = null;
        if (request.Query["cursor"] is [{ } cursor, ..] && (after = PagePlace.Parse(cursor)) is null)
            errors.Add("cursor", "The cursor is none that this API gave out. Take the address in `next`, or leave the cursor out.");
        return new PageQuery(limit, after);
    }

    /// <summary>The address of the page behind a place, with the same filter.</summary>
    public string Next(HttpRequest request, PagePlace last)
    {
        var query = request.Query.Where(pair => pair.Key is not "cursor").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create<string, string?>("cursor", last.ToString()));
        return QueryHelpers.AddQueryString(request.Path.Value!, query);
    }
}

/// <summary>A place in a list that is ordered by time, then by name.</summary>
/// <param name="Time">The time of the entry before it.</param>
/// <param name="Name">The name of that entry.</param>
internal readonly record struct PagePlace(DateTimeOffset Time, string Name)
{
    private const int LongestCursor = 300;
    private static readonly long LatestTicks = new DateTime(9000, 1, 1).Ticks;

    public static PagePlace? Parse(string cursor)
    {
        if (cursor.Length is 0 or > LongestCursor)
            return null;
        try
        {
            var text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
            var bar = text.IndexOf('|', StringComparison.Ordinal);
            return bar > 0 && long.TryParse(text[..bar], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < LatestTicks
                ? new PagePlace(new DateTimeOffset(ticks, TimeSpan.Zero), text[(bar + 1)..])
                : null;
        }
        catch (FormatException)
        {
            return null; // not base64: a cursor that nobody was given, which the caller hears of
        }
    }

    public override string ToString() =>
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Time.UtcTicks}|{Name}")));
}
