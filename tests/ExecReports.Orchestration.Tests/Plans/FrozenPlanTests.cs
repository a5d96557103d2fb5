using System.Text;
using System.Text.Json;
using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Orchestration.Activities;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Orchestration.Tests.Plans;

/// <summary>A run that an earlier build planned, gone on with by this one.</summary>
public sealed class FrozenPlanTests : IDisposable
{
    private static readonly DateTimeOffset s_generated = new(2026, 11, 24, 14, 30, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-plans-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void What_the_plan_does_not_say_is_as_if_it_had_not_been_set()
    {
        var plan = FrozenRun.Read(Encoding.UTF8.GetBytes(FrozenPlans.BeforeHeldReports));

        Assert.Null(plan.HeldOnGaps);
        // Not 0: a threshold that is younger than the plan has its default.
        Assert.Equal(new Thresholds { CostVariance = 0.05m }, plan.Settings.Thresholds);
        Assert.Null(plan.Settings.Schedules);
    }

    [Fact]
    public void A_plan_of_this_build_is_read_as_it_was_written()
    {
        var plan = new FrozenRun
        {
            Settings = new() { Name = "Quay", HoldOnGaps = ["rental"], Schedules = [], Thresholds = new() { GapNights = 3 } },
            Recipients = new Dictionary<string, IReadOnlyList<Recipient>> { ["ceo"] = [Recipients.Parse("owner@quay.example.com")] },
            HeldOnGaps = ["rental-cove"],
        };

        var read = FrozenRun.Read(JsonSerializer.SerializeToUtf8Bytes(plan, RunJson.Default.FrozenRun));

        Assert.Equivalent(plan, read, strict: true);
        Assert.True(read.Holds("rental-cove"));
        Assert.False(read.Holds("rental-loft"));
    }

    [Fact]
    public async Task A_report_that_was_to_be_held_is_held_and_the_others_are_mailed()
    {
        var parts = LocalParts.Make(new LocalOptions(folder, Path.Combine(folder, "out")));
        using var ledger = (IDisposable)parts.Ledger;
        var plan = await parts.Workspace.PutAsync("run-1", "plan", "json", Encoding.UTF8.GetBytes(FrozenPlans.BeforeHeldReports), Stop);
        var deliver = new DeliverReports(new ReportDelivery(parts.Archive, parts.Ledger, parts.Mailer, MimeComposer.Address, TimeProvider.System, parts.Delivery), parts.Workspace, parts.Process, parts.Sender);
        RenderedRef[] reports = [await RenderedAsync(parts, "rental-cove", 1), await RenderedAsync(parts, "rentals", 1), await RenderedAsync(parts, "ceo", 0)];

        var result = await deliver.RunAsync(null!, new DeliverInput("run-1", 0, new(2026, 11, 24), s_generated, plan, reports));

        Assert.Equal(
            [("rental-cove", ReportState.Held), ("rentals", ReportState.Delivered), ("ceo", ReportState.Delivered)],
            result.Outcomes.Select(outcome => (outcome.ReportType, outcome.State)));
        Assert.Empty(result.Remaining);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(folder, "out", "outbox"), "*.eml").Length);
        Assert.True((await parts.Ledger.GetAsync(new("rental-cove", s_generated), Stop))!.Held);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<RenderedRef> RenderedAsync(LocalParts parts, string type, int failedSources) => new()
    {
        ReportType = type,
        Title = type,
        Subject = type,
        TemplateVersion = "1",
        Html = await parts.Workspace.PutAsync("run-1", type, "html", "<p>Report</p>"u8.ToArray(), Stop),
        Markdown = await parts.Workspace.PutAsync("run-1", type, "md", "Report"u8.ToArray(), Stop),
        Json = await parts.Workspace.PutAsync("run-1", type, "json", "{}"u8.ToArray(), Stop),
        Eml = await parts.Workspace.PutAsync("run-1", type, "eml", "From: reports@quay.example.com\r\nSubject: Report\r\n\r\nReport\r\n"u8.ToArray(), Stop),
        Gaps = failedSources,
        FailedSources = failedSources,
    };
}
