using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Output;
using ExecReports.Delivery;

namespace ExecReports.Cli.Commands;

/// <summary><c>resend</c>: sends again what failed, or by an operator's word what is unknown.</summary>
internal static class ResendCommand
{
    private static readonly Argument<string?> Run = new("run") { Description = "The run, as `runs` and `ledger` name it.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Unknown = new("--unknown") { Description = "Instead of a run's failed deliveries: this one delivery, of which nobody knows whether it was sent.", HelpName = "delivery" };
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Do not ask: a second mail is accepted." };
    private static readonly Option<string?> By = OperatorOptions.By();
    private static readonly Option<string?> Why = OperatorOptions.Why("Why, for the ledger.");

    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand(
            "resend", "Sends again what failed: the archived message, to those who did not get it.",
            ("resend 20261124-193000-ab12", "everything that failed in that run, and what is still pending"),
            ("resend --unknown 20261124T193000123Z-cfo-0123456789ab", "one delivery that may have been sent: asks first"))
        {
            Run, Unknown, Yes, By, Why,
        };
        command.SetAction((parsed, cancellationToken) => ResendAsync(places.Resolve(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> ResendAsync(Places places, ParseResult parsed, CancellationToken cancellationToken)
    {
        var word = OperatorOptions.Word(parsed.GetValue(By), parsed.GetValue(Why) ?? "resend at the command line");
        return (parsed.GetValue(Run), parsed.GetValue(Unknown)) switch
        {
            ({ } run, null) => await FailedAsync(places, run, word, cancellationToken),
            (null, { } delivery) => await UnknownAsync(places, delivery, word, parsed.GetValue(Yes), cancellationToken),
            _ => throw new UsageException("Name either a run, or one delivery with --unknown. `ledger --state failed` and `ledger --state unknown` show them."),
        };
    }

    private static async Task<int> FailedAsync(Places places, string run, OperatorWord word, CancellationToken cancellationToken)
    {
        await using var local = await places.OpenAsync(cancellationToken);
        var receipt = await local.Operators.ResendFailedAsync(run, word, cancellationToken);
        if (places.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(receipt, OperatorJson.Default.ResendReceipt));
        }
        else
        {
            if (receipt.Deliveries.Count == 0)
                Console.Out.WriteLine($"Nothing of run {run} failed or is pending: nothing was sent.");
            foreach (var delivery in receipt.Deliveries)
                Console.Out.WriteLine(OperatorText.Of(delivery));
            foreach (var report in receipt.Held)
                Console.Out.WriteLine($"{report} is held by its policy and was left alone.");
            foreach (var unknown in receipt.Unknown)
                Console.Out.WriteLine($"{unknown} is unknown and was left alone. {OperatorText.UnknownAdvice(unknown)}");
        }

        return receipt.Succeeded ? ExitCodes.Done : ExitCodes.Failures;
    }

    private static async Task<int> UnknownAsync(Places places, string delivery, OperatorWord word, bool yes, CancellationToken cancellationToken)
    {
        const string Risk = "The mail service never said whether it took this mail. If it did, the recipient gets it a second time.\n"
            + "Ask the recipient, or look into the service's own records, and use `ledger resolve` instead where you can find out.";
        if (!yes && !Confirmation.Ask(Risk, $"Send {delivery} again?"))
        {
            Console.Error.WriteLine("Nothing was sent.");
            return ExitCodes.Failures;
        }

        await using var local = await places.OpenAsync(cancellationToken);
        var receipt = await local.Operators.ResendUnknownAsync(delivery, word, cancellationToken);
        OperatorText.Write(places, receipt);
        return receipt.State == SendState.Sent ? ExitCodes.Done : ExitCodes.Failures;
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ResendReceipt))]
[JsonSerializable(typeof(OperatorReceipt))]
internal sealed partial class OperatorJson : JsonSerializerContext;
