using System.Text.Json;
using ExecReports.Cli.Commands;
using ExecReports.Delivery;

namespace ExecReports.Cli.Output;

/// <summary>What an operator's action did, in words.</summary>
internal static class OperatorText
{
    /// <summary>Writes one delivery.</summary>
    public static void Write(Places places, OperatorReceipt receipt) =>
        Console.Out.WriteLine(places.Json ? JsonSerializer.Serialize(receipt, OperatorJson.Default.OperatorReceipt) : Of(receipt));

    /// <summary>One line.</summary>
    public static string Of(OperatorReceipt receipt) =>
        $"{receipt.DeliveryId}: {Word(receipt.Before)} -> {Word(receipt.State)}{(receipt.Error is { } error ? $" ({error})" : "")}";

    /// <summary>What can be done about an unknown delivery.</summary>
    public static string UnknownAdvice(string delivery) =>
        $"`execreports ledger resolve {delivery} --sent|--not-sent --why ...` settles it, `execreports resend --unknown {delivery}` sends it again.";

    private static string Word(SendState state) => state.ToString().ToLowerInvariant();
}
