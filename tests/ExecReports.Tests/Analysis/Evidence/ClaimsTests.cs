using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Analysis.Evidence;
using ExecReports.Git;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Tests.Analysis.Engineering;

namespace ExecReports.Tests.Analysis.Evidence;

public class ClaimsTests
{
    static DeploymentItem Site(string? status = null, string? cadence = null, DateOnly? last = null, string where = "one-f") =>
        new() { At = Given.Line(), Target = "Site", Where = where, Status = status, Cadence = cadence, LastDeployed = last };

    static Handoff One => Given.Entity("one") with { Aws = new MatchRules(["one-*"], []) };

    static PortfolioFacts Facts(Handoff entity, AwsResource? resource = null, GitAudit? audit = null, params CharterEvent[] trips) => Given.Facts(entity) with
    {
        Inventory = resource is null ? [] : [ResourceOwnersTests.Snapshot(resource)],
        Audits = audit is null ? [] : [new("one", audit)],
        Operations = trips.Length == 0 ? [] : [Given.Operations(trips)],
    };

    static ClaimCheck Check(string rule, Handoff entity, AwsResource? resource = null, GitAudit? audit = null, params CharterEvent[] trips)
    {
        var facts = Facts(entity, resource, audit, trips);
        return Assert.Single(ClaimsAgainstEvidence.Of(facts), check => check.Rule == rule);
    }

    [Theory]
    [InlineData("live", "live and used", 5L, Verdict.Agrees)]
    [InlineData("live", "live and used", 0L, Verdict.Disagrees)]
    [InlineData("live", "live and used", null, Verdict.CannotTell)]
    [InlineData("paused", "paused and idle", 0L, Verdict.Agrees)]
    [InlineData("paused", "paused and idle", 5L, Verdict.Disagrees)]
    public void A_status_is_held_against_use(string status, string rule, long? invocations, Verdict verdict) =>
        Assert.Equal(verdict, Check(rule, One with { Deployment = [Site(status)] }, new LambdaFunction { Name = "one-f", Invocations = invocations }).Verdict);

    [Fact]
    public void A_deployment_whose_place_no_resource_has_cannot_be_told() => Assert.Equal(Verdict.CannotTell, Check("live and used", One with { Deployment = [Site("live", where: "elsewhere")] }).Verdict);

    [Theory]
    [InlineData(7, Verdict.Agrees)]
    [InlineData(8, Verdict.Disagrees)]
    [InlineData(-8, Verdict.Disagrees)]
    public void A_claimed_deployment_needs_a_change_within_seven_days(int offset, Verdict verdict) =>
        Assert.Equal(verdict, Check("last deployed", One with { Deployment = [Site(last: Given.Day(2026, 11, 1))] },
            new LambdaFunction { Name = "one-f", LastModified = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero).AddDays(offset) }).Verdict);

    [Theory]
    [InlineData("weekly releases", -14, Verdict.Agrees)]
    [InlineData("weekly releases", -15, Verdict.Disagrees)]
    [InlineData("every two weeks", -28, Verdict.Agrees)]
    [InlineData("monthly", -63, Verdict.Disagrees)]
    public void A_cadence_is_held_against_the_newest_release(string cadence, int days, Verdict verdict) =>
        Assert.Equal(verdict, Check("cadence", One with { Deployment = [Site("live", cadence)] }, null,
            MaturityTests.Audit() with { Releases = [new("v2", Given.AsOf.AddDays(days), "a")], LastCommitAt = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero) }).Verdict);

    [Fact]
    public void Words_that_name_no_period_and_paused_deployments_claim_no_cadence()
    {
        var facts = Facts(One with { Deployment = [Site("live", "on demand"), Site("paused", "nightly")] });

        Assert.DoesNotContain(ClaimsAgainstEvidence.Of(facts), check => check.Rule == "cadence");
    }

    [Theory]
    [InlineData(3, Verdict.Agrees)]
    [InlineData(2, Verdict.Disagrees)]
    public void Units_sold_are_held_against_trips_done_in_the_window(int done, Verdict verdict)
    {
        // One a month is claimed; 3 in 90 days are 1.01 a month, 2 are 0.68.
        CharterEvent[] trips = [.. Enumerable.Range(0, done).Select(index => Given.Trip($"T-{index}", Given.AsOf.AddDays(-index), CharterState.Done)), Given.Trip("B", Given.AsOf.AddDays(1), CharterState.Booked)];

        Assert.Equal(verdict, Check("units sold", One with { Revenue = [Given.Stream("Charters", Given.Money(500), null, Given.Number(1))] }, null, null, trips).Verdict);
    }

    [Fact]
    public void Bookings_in_the_status_are_held_against_the_KPI_where_operations_know_none()
    {
        var entity = One with { Status = "live, 3 bookings a week", Kpis = [new() { At = Given.Line(), Name = "Bookings per week", Actual = Given.Number(2.1m) }] };

        var check = Check("bookings in the status", entity);

        Assert.Equal((Verdict.Disagrees, "the KPI “Bookings per week” says 2.1"), (check.Verdict, check.Evidence));
    }

    [Fact]
    public void A_closed_item_is_held_against_what_the_rules_still_find()
    {
        var entity = One with { Security = [new() { At = Given.Line(), Finding = "Bucket was public", Resource = "one-b", State = WorkState.Done }] };

        Assert.Equal(Verdict.Disagrees, Check("closed and gone", entity, new Bucket { Name = "one-b", Public = true }).Verdict);
        Assert.Equal(Verdict.Agrees, Check("closed and gone", entity, new Bucket { Name = "one-b", Public = false }).Verdict);
    }

    [Theory]
    [InlineData("22", "22.11.0", Verdict.Agrees)]
    [InlineData("20", "22", Verdict.Disagrees)]
    [InlineData("18", "v18", Verdict.Agrees)]
    public void A_version_is_held_against_what_the_repository_pins(string said, string pinned, Verdict verdict) =>
        Assert.Equal(verdict, Check("version in use", One with { TechStack = [new() { At = Given.Line(), Layer = "Runtime", Technology = "Node.js", Version = said }] }, null,
            MaturityTests.Audit() with { Runtimes = [new("node", pinned, ".nvmrc")] }).Verdict);
}
