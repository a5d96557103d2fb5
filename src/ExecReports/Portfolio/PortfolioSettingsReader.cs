using ExecReports.Delivery;
using ExecReports.Portfolio.Reading;
using YamlDotNet.RepresentationModel;
using static ExecReports.Portfolio.Reading.YamlValues;

namespace ExecReports.Portfolio;

/// <summary>Reads <c>portfolio.yaml</c>. Each fault is a diagnostic with its line, and leaves that one setting at its default.</summary>
public static class PortfolioSettingsReader
{
    /// <summary>Code of the diagnostics of schedules.</summary>
    public const string ScheduleFault = "settings-schedule";

    /// <summary>The most recipients that one report may have.</summary>
    public const int MaximumRecipients = 50;

    private static readonly string[] Keys =
        ["name", "time_zone", "currency", "as_of", "break_even_stream", "titles", "recipients", "audit_bcc", "sender", "operators", "hold_on_gaps", "schedules", "thresholds"];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["timezone"] = "time_zone", ["tz"] = "time_zone", ["zone"] = "time_zone", ["portfolio"] = "name", ["title"] = "name", ["unit"] = "break_even_stream", ["breakevenunit"] = "break_even_stream",
        ["breakeven"] = "break_even_stream", ["bcc"] = "audit_bcc", ["audit"] = "audit_bcc", ["from"] = "sender", ["hold"] = "hold_on_gaps", ["date"] = "as_of", ["operator"] = "operators", ["schedule"] = "schedules",
    };

    private static readonly HashSet<string> CurrencyCodes = new(
        ("AED ARS AUD BDT BGN BHD BMD BND BOB BRL BSD BWP BYN BZD CAD CHF CLP CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ETB EUR FJD GBP GEL GHS GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD KYD KZT LAK LBP LKR MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN "
            + "MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SCR SEK SGD THB TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XCD XOF XPF YER ZAR ZMW").Split(' '), StringComparer.Ordinal);

    // Thresholds by their snake_case name: each sets its property from a number, shares as fractions.
    private static readonly Dictionary<string, (bool Share, Func<Thresholds, decimal, Thresholds> Set)> Limits = new(StringComparer.Ordinal)
    {
        ["cost_variance"] = (true, (limits, value) => limits with { CostVariance = value }),
        ["low_cost_capital"] = (false, (limits, value) => limits with { LowCostCapital = value }),
        ["guardrail_near"] = (true, (limits, value) => limits with { GuardrailNear = value }),
        ["old_fact_days"] = (false, (limits, value) => limits with { OldFactDays = (int)value }),
        ["git_window_days"] = (false, (limits, value) => limits with { GitWindowDays = (int)value }),
        ["stale_branch_days"] = (false, (limits, value) => limits with { StaleBranchDays = (int)value }),
        ["agenda_days"] = (false, (limits, value) => limits with { AgendaDays = (int)value }),
        ["ends_soon_days"] = (false, (limits, value) => limits with { EndsSoonDays = (int)value }),
        ["ahead_days"] = (false, (limits, value) => limits with { AheadDays = (int)value }),
        ["trip_check_days"] = (false, (limits, value) => limits with { TripCheckDays = (int)value }),
        ["concentration_risk"] = (true, (limits, value) => limits with { ConcentrationRisk = value }),
        ["idle_cost"] = (false, (limits, value) => limits with { IdleCost = value }),
        ["decisions"] = (false, (limits, value) => limits with { Decisions = (int)value }),
        ["decision_money"] = (false, (limits, value) => limits with { DecisionMoney = value }),
        ["decision_days"] = (false, (limits, value) => limits with { DecisionDays = (int)value }),
        ["decision_urgency"] = (false, (limits, value) => limits with { DecisionUrgency = value }),
        ["payback_months"] = (false, (limits, value) => limits with { PaybackMonths = value }),
        ["gap_nights"] = (false, (limits, value) => limits with { GapNights = (int)value }),
        ["repair_days"] = (false, (limits, value) => limits with { RepairDays = (int)value }),
    };

    /// <summary>The names of the thresholds that can be set.</summary>
    public static IReadOnlyCollection<string> ThresholdNames => Limits.Keys;

    /// <summary>Reads the content of a settings file.</summary>
    /// <param name="file">Its path relative to the portfolio's root.</param>
    /// <param name="content">Its bytes, UTF-8 or UTF-16.</param>
    public static PortfolioSettings Read(string file, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(file);
        var context = new ReadingContext(file, "USD");
        var settings = new PortfolioSettings();
        if (!YamlText.TryParse(HandoffText.Decode(content, context), out var root, out var fault))
        {
            context.Error("settings-broken", context.At(fault.Line), $"settings that are no YAML: {fault.Reason}", "key: value lines; text with a colon or a bracket goes into quotes");
        }
        else if (root is YamlMappingNode mapping)
        {
            // Schedules last: where they name no zone they are meant in the portfolio's.
            foreach (var (key, value) in mapping.Children.OrderBy(pair => KeyOf(Text(pair.Key)) == "schedules"))
                settings = Apply(settings, Text(key), value, context);
        }
        else if (root is not (null or YamlScalarNode { Value: null or "" }))
        {
            context.Error("settings-broken", context.At(1), "settings that are no list of keys", "key: value lines");
        }

        return settings with { Diagnostics = context.Diagnostics };
    }

    private static PortfolioSettings Apply(PortfolioSettings settings, string written, YamlNode value, ReadingContext context)
    {
        var at = context.At((int)value.Start.Line);
        switch (KeyOf(written))
        {
            case "name":
                return Text(value) is { Length: > 0 } name ? settings with { Name = name } : settings;
            case "time_zone":
                if (TimeZoneInfo.TryFindSystemTimeZoneById(Text(value), out _))
                    return settings with { TimeZone = Text(value) };
                context.Error("settings-time-zone", at, $"time_zone \"{Text(value)}\"", "an IANA time zone such as America/Los_Angeles; UTC is used");
                return settings;
            case "currency":
                var code = Text(value).ToUpperInvariant();
                if (CurrencyCodes.Contains(code))
                    return settings with { Currency = code };
                context.Error("settings-currency", at, $"currency \"{Text(value)}\"", "an ISO 4217 code such as USD; USD is used");
                return settings;
            case "as_of":
                var date = DateReader.Read(Text(value));
                if (date.Expected is { } expected)
                    context.Error("settings-date", at, $"as_of \"{Text(value)}\"", expected);
                return settings with { AsOf = date.Date };
            case "break_even_stream":
                return settings with { BreakEvenStream = Text(value) is { Length: > 0 } stream ? stream : null };
            case "titles":
                return settings with { Titles = Map(value, written, context).ToDictionary(pair => pair.Key, pair => Text(pair.Value), StringComparer.OrdinalIgnoreCase) };
            case "recipients":
                return settings with { Recipients = ReadRecipients(value, written, context) };
            case "audit_bcc":
                return settings with { AuditBcc = Addresses(value, written, context).FirstOrDefault() };
            case "sender":
                return settings with { Sender = Addresses(value, written, context).FirstOrDefault() };
            case "operators":
                return settings with { Operators = Addresses(value, written, context) };
            case "hold_on_gaps":
                return settings with { HoldOnGaps = List(value) };
            case "schedules":
                return settings with { Schedules = ScheduleSettings.Read(value, settings.TimeZone, context) };
            case "thresholds":
                return settings with { Thresholds = ReadThresholds(value, written, context) };
            default:
                Unknown(written, Keys, context, value);
                return settings;
        }
    }

    private static string? KeyOf(string written)
    {
        var folded = FoldedName.Of(written);
        return Keys.FirstOrDefault(known => FoldedName.Of(known) == folded) ?? Aliases.GetValueOrDefault(folded);
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadRecipients(YamlNode value, string key, ReadingContext context)
    {
        var recipients = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        // One list alone is for every report.
        if (value is not YamlMappingNode)
        {
            recipients["default"] = Limit(Addresses(value, key, context), key, value, context);
            return recipients;
        }

        foreach (var (report, addresses) in Map(value, key, context))
            recipients[report] = Limit(Addresses(addresses, $"{key}.{report}", context), $"{key}.{report}", addresses, context);
        return recipients;
    }

    private static IReadOnlyList<string> Limit(IReadOnlyList<string> addresses, string key, YamlNode at, ReadingContext context)
    {
        if (addresses.Count <= MaximumRecipients)
            return addresses;
        context.Error("settings-recipients", context.At((int)at.Start.Line), $"{addresses.Count} recipients in {key}", $"at most {MaximumRecipients} per report; a distribution list takes more. None is used");
        return [];
    }

    private static List<string> Addresses(YamlNode value, string key, ReadingContext context)
    {
        var found = new List<string>();
        foreach (var node in value is YamlSequenceNode list ? list.Children : [value])
        {
            // A line break inside a quoted scalar must be seen before anything is trimmed or split.
            var written = (node as YamlScalarNode)?.Value ?? "";
            foreach (var part in node == value && !written.Any(char.IsControl) ? written.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [written])
            {
                if (Recipients.Fault(part) is { } fault)
                    context.Error("settings-address", context.At((int)node.Start.Line), $"\"{part.ReplaceLineEndings("\\n")}\" in {key}: {fault}", "an address such as captain@example.com");
                else if (!found.Contains(part, StringComparer.OrdinalIgnoreCase))
                    found.Add(part);
            }
        }

        return found;
    }

    private static Thresholds ReadThresholds(YamlNode value, string key, ReadingContext context)
    {
        var limits = new Thresholds();
        foreach (var (name, node) in Map(value, key, context))
        {
            if (!Limits.TryGetValue(Limits.Keys.FirstOrDefault(known => FoldedName.Of(known) == FoldedName.Of(name)) ?? "", out var limit))
            {
                Unknown(name, Limits.Keys, context, node);
                continue;
            }

            var reading = AmountReader.Read(Text(node), limit.Share ? AmountUnit.Percent : AmountUnit.Number);
            if (reading.Amount is { } amount && amount.Low == amount.High && amount.Low >= 0 && amount.Low < 1_000_000_000)
                limits = limit.Set(limits, amount.Low);
            else
                context.Error("settings-threshold", context.At((int)node.Start.Line), $"{name} \"{Text(node)}\"", limit.Share ? "a share such as 0.10 or 10%" : "a number that is not negative");
        }

        return limits;
    }

    private static IEnumerable<(string Key, YamlNode Value)> Map(YamlNode value, string key, ReadingContext context)
    {
        if (value is YamlMappingNode mapping)
            return mapping.Children.Select(pair => (Text(pair.Key), pair.Value));
        if (value is not YamlScalarNode { Value: null or "" })
            context.Error("settings-broken", context.At((int)value.Start.Line), $"{key} without keys below it", "indented key: value lines");
        return [];
    }

    private static void Unknown(string key, IEnumerable<string> known, ReadingContext context, YamlNode value)
    {
        var nearest = known.OrderBy(name => FoldedName.Distance(FoldedName.Of(name), FoldedName.Of(key))).First();
        context.Hint("settings-key", context.At((int)value.Start.Line), $"key \"{key}\"", FoldedName.Near(FoldedName.Of(nearest), FoldedName.Of(key)) ? $"a known key; the nearest is {nearest}" : $"a known key: {string.Join(", ", known)}");
    }
}
