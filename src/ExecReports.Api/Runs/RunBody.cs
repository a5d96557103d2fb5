using System.Globalization;
using System.Text.Json;
using ExecReports.Api.Http;
using ExecReports.Delivery;
using ExecReports.Orchestration;
using ExecReports.Reports;

namespace ExecReports.Api.Runs;

/// <summary>What a caller asks for: less than a <see cref="RunRequest"/> holds, which names things of the workspace too.</summary>
/// <param name="Request">The request, without recipients.</param>
/// <param name="To">Addresses that stand in for everybody else's; null: as the portfolio says.</param>
internal sealed record RunBody(RunRequest Request, IReadOnlyList<Recipient>? To)
{
    private const int MostNames = 200;
    private const int LongestName = 140;
    private static readonly string[] Fields = ["reports", "group", "entities", "asOf", "dryRun", "to"];

    /// <summary>Reads the body, and adds every fault to <paramref name="errors"/>.</summary>
    public static RunBody Read(JsonElement body, FieldErrors errors)
    {
        foreach (var property in body.EnumerateObject().Where(property => !Fields.Contains(property.Name)))
            errors.Add(property.Name.Length <= LongestName ? property.Name : "$", $"There is no such field. Fields: {string.Join(", ", Fields)}.");

        return new RunBody(
            new RunRequest
            {
                Reports = Names(body, "reports", errors),
                Group = Group(body, errors),
                Entities = Names(body, "entities", errors),
                AsOf = AsOf(body, errors),
                DryRun = DryRun(body, errors),
            },
            Addresses(body, errors));
    }

    private static IReadOnlyList<string> Names(JsonElement body, string field, FieldErrors errors)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostNames
            || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString() is not { Length: > 0 and <= LongestName }))
        {
            errors.Add(field, $"{field} must be a list of at most {MostNames} texts, each of 1 to {LongestName} characters; leave it out for all.");
            return [];
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    private static ReportGroup? Group(JsonElement body, FieldErrors errors)
    {
        if (!body.TryGetProperty("group", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        {
            case "executive":
                return ReportGroup.Executive;
            case "domain":
                return ReportGroup.Domain;
            case "all":
                return null;
            default:
                errors.Add("group", "group must be \"executive\", \"domain\" or \"all\"; leave it out for all.");
                return null;
        }
    }

    private static DateOnly? AsOf(JsonElement body, FieldErrors errors)
    {
        if (!body.TryGetProperty("asOf", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        errors.Add("asOf", "asOf must be a date such as \"2026-11-24\"; leave it out for the portfolio's own day, else today.");
        return null;
    }

    private static bool DryRun(JsonElement body, FieldErrors errors)
    {
        if (!body.TryGetProperty("dryRun", out var value) || value.ValueKind == JsonValueKind.Null)
            return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        errors.Add("dryRun", "dryRun must be true or false.");
        return false;
    }

    private static IReadOnlyList<Recipient>? Addresses(JsonElement body, FieldErrors errors)
    {
        if (!body.TryGetProperty("to", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > LedgerItem.MostRecipients || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            errors.Add("to", $"to must be a list of 1 to {LedgerItem.MostRecipients} mail addresses; leave it out to mail to those whom the portfolio names.");
            return null;
        }

        try
        {
            return Recipients.ParseAll(value.EnumerateArray().Select(item => item.GetString()!));
        }
        catch (RecipientException invalid)
        {
            errors.Add("to", invalid.Message);
            return null;
        }
    }
}
