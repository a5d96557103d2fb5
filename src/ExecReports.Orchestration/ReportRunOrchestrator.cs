using ExecReports.Orchestration.Activities;
using ExecReports.Rendering;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration;

/// <summary>
/// One run: plans, collects every source in parallel, renders every report in parallel, and hands all of them to the one delivery activity.
/// A source that fails becomes a gap; a report that fails never blocks the others. It reads no clock, file, setting or random number of its own,
/// and its history holds references and recipient ids, never content or addresses.
/// </summary>
public sealed class ReportRunOrchestrator : TaskOrchestrator<RunRequest, RunSummary>
{
    /// <summary>How often an activity is tried that fails with a <see cref="TransientException"/>.</summary>
    public const int Attempts = 3;

    /// <summary>How often delivery is tried again for what remains (throttled, or claimed by another), before the run ends with it named.</summary>
    private const int DeliveryRounds = 30;

    private static readonly TaskOptions RetryTransient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: Attempts, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2)
        {
            HandleFailure = failure => failure.IsCausedBy<TransientException>(),
        });

    /// <inheritdoc/>
    public override async Task<RunSummary> RunAsync(TaskOrchestrationContext context, RunRequest input)
    {
        var generated = ToMilliseconds(input.Occurrence ?? new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero));

        context.SetCustomStatus(new RunProgress("plan", 0, 1));
        var plan = await context.CallActivityAsync<RunPlan>(
            nameof(PlanRun), new PlanRunInput(context.InstanceId, input, generated), RetryTransient);

        var (snapshots, failedSources) = await CollectAsync(context, plan);
        var (rendered, outcomes) = await RenderAsync(context, plan, generated, snapshots, failedSources);

        var delivered = input.DryRun
            ? [.. rendered.Select(Rehearsed)]
            : await DeliverAsync(context, plan, generated, rendered);

        var reports = InPlanOrder(plan, [.. outcomes, .. delivered]);
        var notice = input.DryRun ? null : await NotifyAsync(context, plan, generated, reports, failedSources);

        context.SetCustomStatus(new RunProgress("done", plan.Reports.Count, plan.Reports.Count));
        return new RunSummary
        {
            RunId = context.InstanceId,
            Portfolio = plan.Portfolio,
            AsOf = plan.AsOf,
            GeneratedTimestamp = generated,
            FinishedAt = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero),
            DryRun = input.DryRun,
            FailedSources = failedSources,
            Reports = reports,
            Notice = notice,
        };
    }

    private static async Task<(List<SnapshotRef>, List<FailedSource>)> CollectAsync(TaskOrchestrationContext context, RunPlan plan)
    {
        var tasks = plan.Sources.ToDictionary(
            source => (Task)context.CallActivityAsync<SnapshotRef>(ActivityFor(source.Kind), new CollectInput(context.InstanceId, plan.AsOf, plan.Frozen, source), RetryTransient),
            source => source);

        var snapshots = new List<SnapshotRef>();
        var failed = new List<FailedSource>();
        await ForEachCompletedAsync(context, "collect", [.. tasks.Keys], task =>
        {
            var source = tasks[task];
            if (task.Exception is null)
                snapshots.Add(((Task<SnapshotRef>)task).Result);
            else
                failed.Add(new FailedSource(source.Kind, source.Name, source.Entity, ReasonOf(task)));
        });

        // The reports read the facts in the plan's order, whatever order they came in.
        var order = plan.Sources.Select((source, index) => (Key: (source.Kind, source.Name, source.Entity), index)).ToDictionary(item => item.Key, item => item.index);
        return (
            [.. snapshots.OrderBy(snapshot => order[(snapshot.Kind, snapshot.Name, snapshot.Entity)])],
            [.. failed.OrderBy(source => order[(source.Kind, source.Name, source.Entity)])]);
    }

    private static async Task<(List<RenderedRef>, List<ReportOutcome>)> RenderAsync(
        TaskOrchestrationContext context, RunPlan plan, DateTimeOffset generated, List<SnapshotRef> snapshots, List<FailedSource> failedSources)
    {
        var tasks = plan.Reports.ToDictionary(
            report => (Task)context.CallActivityAsync<RenderedRef>(
                nameof(RenderReport), new RenderInput(context.InstanceId, plan.AsOf, generated, plan.Frozen, report, snapshots, failedSources), RetryTransient),
            report => report);

        var rendered = new List<RenderedRef>();
        var failed = new List<ReportOutcome>();
        await ForEachCompletedAsync(context, "render", [.. tasks.Keys], task =>
        {
            if (task.Exception is null)
                rendered.Add(((Task<RenderedRef>)task).Result);
            else
                failed.Add(new ReportOutcome { ReportType = tasks[task].ReportType, State = ReportState.RenderFailed, Reason = ReasonOf(task) });
        });

        return (rendered, failed);
    }

    private static async Task<List<ReportOutcome>> DeliverAsync(
        TaskOrchestrationContext context, RunPlan plan, DateTimeOffset generated, List<RenderedRef> rendered)
    {
        var outcomes = new List<ReportOutcome>();
        var remaining = rendered;
        for (var round = 0; round < DeliveryRounds && remaining.Count > 0; round++)
        {
            if (round > 0)
                await context.CreateTimer(TimeSpan.FromSeconds(Math.Min(60, 5 * round)), CancellationToken.None);

            context.SetCustomStatus(new RunProgress("deliver", outcomes.Count, rendered.Count));
            DeliverResult result;
            try
            {
                result = await context.CallActivityAsync<DeliverResult>(
                    nameof(DeliverReports), new DeliverInput(context.InstanceId, round, plan.AsOf, generated, plan.Frozen, remaining), RetryTransient);
            }
            catch (TaskFailedException failure)
            {
                // What each delivery came to stands in the ledger; the run says why it could not go on.
                outcomes.AddRange(remaining.Select(report => new ReportOutcome
                {
                    ReportType = report.ReportType,
                    Title = report.Title,
                    State = ReportState.ArchiveFailed,
                    Reason = failure.FailureDetails.ErrorMessage,
                    Gaps = report.Gaps,
                }));
                break;
            }

            var last = round == DeliveryRounds - 1;
            outcomes.AddRange(result.Outcomes.Where(outcome => last || !result.Remaining.Contains(outcome.ReportType)));
            remaining = last ? [] : [.. remaining.Where(report => result.Remaining.Contains(report.ReportType))];
        }

        return outcomes;
    }

    // Operators are told, by a mail of its own that no executive gets. What comes of it changes nothing about the reports.
    private static async Task<ReportOutcome?> NotifyAsync(
        TaskOrchestrationContext context, RunPlan plan, DateTimeOffset generated, IReadOnlyList<ReportOutcome> reports, List<FailedSource> failedSources)
    {
        List<ReportOutcome> troubled = [.. reports.Where(report => report.State is not (ReportState.Delivered or ReportState.Rendered))];
        if (troubled.Count == 0 || plan.Operators.Count == 0)
            return null;

        try
        {
            var notice = await context.CallActivityAsync<RenderedRef>(
                nameof(RenderNotice), new NoticeInput(context.InstanceId, plan.AsOf, generated, plan.Frozen, troubled, failedSources), RetryTransient);
            return (await DeliverAsync(context, plan, generated, [notice])).Single();
        }
        catch (TaskFailedException failure)
        {
            return new ReportOutcome { ReportType = OperatorNotice.ReportType, State = ReportState.RenderFailed, Reason = failure.FailureDetails.ErrorMessage };
        }
    }

    // Each task is followed by itself: a loop over all that are open would look at each of them for every one that ends, and again in every replay.
    private static async Task ForEachCompletedAsync(TaskOrchestrationContext context, string phase, IReadOnlyList<Task> tasks, Action<Task> take)
    {
        var done = 0;
        context.SetCustomStatus(new RunProgress(phase, 0, tasks.Count));
        await Task.WhenAll(tasks.Select(FollowAsync));

        async Task FollowAsync(Task task)
        {
            // How it ended is for the taker to judge.
            await task.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            take(task);
            context.SetCustomStatus(new RunProgress(phase, ++done, tasks.Count));
        }
    }

    private static string ActivityFor(SourceKind kind) => kind switch
    {
        SourceKind.Handoff => nameof(CollectHandoff),
        SourceKind.Inventory => nameof(CollectInventory),
        SourceKind.Repository => nameof(AuditRepository),
        SourceKind.Operations => nameof(CollectOperations),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no activity collects this kind of source"),
    };

    private static string ReasonOf(Task task) => task.Exception!.InnerException switch
    {
        TaskFailedException { FailureDetails.ErrorMessage: var message } => message,
        { } other => other.Message,
        null => task.Exception.Message,
    };

    private static ReportOutcome Rehearsed(RenderedRef report) => new()
    {
        ReportType = report.ReportType,
        Title = report.Title,
        State = ReportState.Rendered,
        Gaps = report.Gaps,
        Keys = [report.Html.Key, report.Markdown.Key, report.Json.Key, report.Eml.Key],
    };

    private static IReadOnlyList<ReportOutcome> InPlanOrder(RunPlan plan, List<ReportOutcome> outcomes) =>
        [.. plan.Reports.Join(outcomes, report => report.ReportType, outcome => outcome.ReportType, (_, outcome) => outcome)];

    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
