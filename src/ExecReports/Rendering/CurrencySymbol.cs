namespace ExecReports.Rendering;

/// <summary>What stands before an amount of money.</summary>
public static class CurrencySymbol
{
    /// <summary>The symbol of an ISO 4217 code; a code without a well-known one stands itself, followed by a space that does not break.</summary>
    public static string Of(string isoCode) => isoCode.ToUpperInvariant() switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        "CAD" => "CA$",
        "AUD" => "A$",
        "NZD" => "NZ$",
        "MXN" => "MX$",
        "BRL" => "R$",
        var code => code + "\u00A0",
    };
}
