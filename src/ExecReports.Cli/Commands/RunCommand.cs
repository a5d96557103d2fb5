using System.CommandLine;
using ExecReports.Cli.Output;
using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Reports;

namespace ExecReports.Cli.Commands;

/// <summary><c>run</c>: makes, archives and mails reports.</summary>
internal static class RunCommand
{
    private static readonly Option<string[]> Reports = new("--reports", "-r")
    {
        Description = "Report ids or types, separated by commas: ceo, cfo, rental-cove. Default: all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Group = new("--group", "-g") { Description = "executive, domain or all." };

    private static readonly Option<string[]> Entities = new("--entities", "-e")
    {
        Description = "Ids of the entities to speak about, separated by commas. Default: all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> AsOf = RunOptions.AsOf();
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Render everything; archive, record and mail nothing." };
    private static readonly Option<string[]> To = new("--to") { Description = "Mail to these addresses instead of everybody else.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Finish the newest run if it is unfinished; start one only if there is none." };

    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "With --deliver aws: do not list the recipients and ask." };

    public static Command Make(PlaceOptions places)
    {
        var command = new CliCommand(
            "run", "Makes, archives and mails reports.",
            ("run", "every report of the portfolio in this folder"),
            ("run --reports ceo,cfo --dry-run", "two of them, nothing archived or mailed"),
            ("run --entities bay --to me@example.com", "one entity, to one address"),
            ("run --deliver aws", "lists the recipients, asks, and mails for real"),
            ("run --resume", "finish what was interrupted"))
        {
            Reports, Group, Entities, AsOf, DryRun, To, Resume, Yes,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(places.Resolve(parsed), Ask(parsed), parsed.GetValue(Resume), parsed.GetValue(Yes), cancellationToken));
        return command;
    }

    private sealed record Asked(RunRequest Request, IReadOnlyList<Recipient>? To);

    private static Asked Ask(ParseResult parsed)
    {
        var faults = new List<string>();
        var group = parsed.GetValue(Group)?.ToLowerInvariant() switch
        {
            null or "all" => (ReportGroup?)null,
            "executive" => ReportGroup.Executive,
            "domain" => ReportGroup.Domain,
            var other => Fault<ReportGroup?>(faults, $"There is no group '{other}'. Groups: executive, domain, all."),
        };

        // An empty value is an unset variable of a script more often than a wish: "--to $ME" must not mail to everybody.
        foreach (var (option, example) in new[] { (To, "me@example.com"), (Reports, "ceo,cfo"), (Entities, "bay") })
        {
            if (parsed.GetResult(option) is { Implicit: false } && Split(parsed.GetValue(option)).Count == 0)
                faults.Add($"{option.Name} is empty; write it as {option.Name} {example}, or leave it out.");
        }

        IReadOnlyList<Recipient>? to = null;
        if (Split(parsed.GetValue(To)) is { Count: > 0 } addresses)
        {
            try
            {
                to = Recipients.ParseAll(addresses);
            }
            catch (RecipientException invalid)
            {
                faults.Add($"--to: {invalid.Message}");
            }
        }

        if (faults.Count > 0)
            throw new UsageException(faults);

        var request = new RunRequest
        {
            Reports = Split(parsed.GetValue(Reports)),
            Group = group,
            Entities = Split(parsed.GetValue(Entities)),
            AsOf = RunOptions.ParseDay(parsed.GetValue(AsOf)),
            DryRun = parsed.GetValue(DryRun),
        };
        return new Asked(request, to);
    }

    private static async Task<int> RunAsync(Places places, Asked asked, bool resume, bool yes, CancellationToken cancellationToken)
    {
        // Whether there is anything to resume is known only when the journal is open.
        var rehearsal = resume ? null : Rehearsal.StartAsync();
        await using var local = await places.OpenAsync(cancellationToken);
        await SampleHistories.BuildAsync(local.Options, cancellationToken);
        using var view = ProgressView.For(places.Json);

        var earlier = await local.RunsAsync(cancellationToken);
        string runId;
        if (resume && earlier is [var newest, ..])
        {
            if (newest.Finished)
            {
                view.Say($"The newest run, {newest.RunId}, is finished: there is nothing to resume.");
                return places.Json ? await WriteAsync(newest.RunId) : ExitCodes.Done;
            }

            rehearsal = Rehearsal.StartAsync();
            view.Say($"Going on with run {newest.RunId}.");
            runId = newest.RunId;
            await local.StartAsync();
        }
        else
        {
            rehearsal ??= Rehearsal.StartAsync();
            await local.CheckAsync(asked.Request, cancellationToken);
            if (places.DeliversThroughAws && !asked.Request.DryRun && !await MayMailAsync(local, asked, yes, cancellationToken))
                return ExitCodes.Failures;
            await local.StartAsync();
            runId = await local.ScheduleAsync(asked.Request, asked.To, cancellationToken);
        }

        // Whatever was unfinished goes on as soon as work starts: leaving before it ends would only interrupt it again.
        var alongside = earlier.Where(run => !run.Finished && run.RunId != runId).ToList();
        foreach (var run in alongside)
            view.Say($"Run {run.RunId} was interrupted and goes on beside this one.");

        var code = await WriteAsync(runId);
        foreach (var run in alongside)
        {
            var finished = await local.WaitAsync(run.RunId, _ => { }, cancellationToken);
            var well = finished.Summary?.Succeeded == true;
            view.Say(well ? $"Run {run.RunId} is finished too." : $"Run {run.RunId}, which was interrupted, did not end well: {finished.Failure ?? "`execreports ledger --run` shows its deliveries"}");
            code = well ? code : ExitCodes.Failures;
        }

        await rehearsal;
        return code;

        async Task<int> WriteAsync(string id)
        {
            var ended = await local.WaitAsync(id, view.Show, cancellationToken);
            view.Clear();
            return RunOutput.Write(places, local, ended, await ItemsAsync(local, ended.Summary, cancellationToken));
        }
    }

    // By their keys: an index on runs may still be behind.
    private static async Task<IReadOnlyList<LedgerItem>> ItemsAsync(LocalReports local, RunSummary? summary, CancellationToken cancellationToken)
    {
        if (summary is null or { DryRun: true })
            return [];

        var items = await Task.WhenAll(summary.Reports.Select(report => local.Ledger.GetAsync(new LedgerKey(report.ReportType, summary.GeneratedTimestamp), cancellationToken)));
        return [.. items.OfType<LedgerItem>()];
    }

    private static async Task<bool> MayMailAsync(LocalReports local, Asked asked, bool yes, CancellationToken cancellationToken)
    {
        var mails = await local.RecipientsAsync(asked.Request, asked.To, cancellationToken);
        if (yes)
            return true;

        var list = mails.Select(mail => $"  {mail.ReportType}: {(mail.Recipients.Count == 0 ? "nobody" : string.Join(", ", mail.Recipients.Select(recipient => recipient.Address)))}");
        if (Confirmation.Ask($"{mails.Count} {(mails.Count == 1 ? "report" : "reports")} will be archived and mailed through AWS:\n{string.Join('\n', list)}", "Mail them?"))
            return true;

        Console.Error.WriteLine("Nothing was mailed.");
        return false;
    }

    private static IReadOnlyList<string> Split(string[]? values) =>
        [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static T? Fault<T>(List<string> faults, string message)
    {
        faults.Add(message);
        return default;
    }
}
