using System.Globalization;
using ExecReports.Analysis.Engineering;
using ExecReports.Git;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Evidence;

/// <summary>
/// Claims of the handoffs against what AWS, git and operations say, by named rules:
/// <list type="bullet">
/// <item><b>live and used</b>: a deployment said to be live, whose resource the inventory knows, was used in the last 30 days;</item>
/// <item><b>paused and idle</b>: one said to be paused or off was not;</item>
/// <item><b>last deployed</b>: within 7 days of the claimed date there is a change of that Lambda function; for anything else a release, the newest commit, or a change of its distribution;</item>
/// <item><b>cadence</b>: for a deployment not paused, the newest release (without tags: commit) or change of its function is at most two periods old;</item>
/// <item><b>units sold</b>: trips done in the window, per month, are within 20 % of the stream's units per month;</item>
/// <item><b>bookings in the status</b>: "3 bookings a week" in an entity's status is within 20 % of the trips booked in the window, or of the KPI that says so;</item>
/// <item><b>closed and gone</b>: where a closed security item names a resource and speaks of what a rule over the inventory looks for, the rule finds nothing there;</item>
/// <item><b>version in use</b>: a version in the tech stack is the one that the repository pins or the functions run on.</item>
/// </list>
/// </summary>
public static class ClaimsAgainstEvidence
{
    /// <summary>Days around a claimed deployment in which a trace of it must lie.</summary>
    public const int TraceDays = 7;

    /// <summary>Share by which a rate may differ from the claim.</summary>
    public const decimal Tolerance = 0.20m;

    static readonly OncePerFacts<IReadOnlyList<ClaimCheck>> All =
        new(facts => [.. facts.Handoffs.SelectMany(entity => OfEntity(facts, ResourceOwners.Of(facts), entity).OrderBy(check => check.Verdict))]);

    /// <summary>All checks: entity by entity, disagreements first.</summary>
    public static IReadOnlyList<ClaimCheck> Of(PortfolioFacts facts) => All.Of(facts);

    static IEnumerable<ClaimCheck> OfEntity(PortfolioFacts facts, ResourceOwnership owners, Handoff entity)
    {
        var resources = owners.Of(entity).ToList();
        var audits = facts.Audits.Where(audit => audit.Entity == entity.Id).Select(audit => audit.Audit).ToList();
        return entity.Deployment.SelectMany(item => OfDeployment(facts, entity, item, resources, audits))
            .Concat(entity.Revenue.Select(stream => UnitsSold(facts, entity, stream)).OfType<ClaimCheck>())
            .Concat(BookingsInStatus(facts, entity))
            .Concat(entity.Security.Where(item => item.State == WorkState.Done).Select(item => ClosedAndGone(facts, entity, item, resources)).OfType<ClaimCheck>())
            .Concat(entity.TechStack.Select(item => VersionInUse(entity, item, resources, audits)).OfType<ClaimCheck>());
    }

    static IEnumerable<ClaimCheck> OfDeployment(PortfolioFacts facts, Handoff entity, DeploymentItem item, List<OwnedResource> resources, List<GitAudit> audits)
    {
        var resource = resources.FirstOrDefault(one => IsAt(item, one.Resource));
        var status = Folded.Of(item.Status);
        var paused = status.Contains("paused", StringComparison.Ordinal) || status is "off" or "stopped" or "disabled" or "retired";
        var live = !paused && (status.Contains("live", StringComparison.Ordinal) || status is "deployed" or "active" or "running" or "production");
        ClaimCheck Check(string rule, string claim, string evidence, SourceRef? source, Verdict verdict) => new(entity, rule, claim, item.At.ToString(), evidence, source, verdict);

        if (live || paused)
        {
            var claim = $"{item.Target}: {item.Status}";
            var rule = live ? "live and used" : "paused and idle";
            if (resource is null)
            {
                yield return Check(rule, claim, "no resource of the inventory stands where the handoff says", null, Verdict.CannotTell);
            }
            else
            {
                var use = ResourceUse.Of(resource);
                yield return Check(rule, claim, $"{resource.Title}: {use.Use}", resource.Source, use.Used is { } used ? used == live ? Verdict.Agrees : Verdict.Disagrees : Verdict.CannotTell);
            }
        }

        if (item.LastDeployed is { } claimed)
        {
            var traces = Traces(resource, audits, everything: true).ToList();
            var nearest = traces.MinBy(trace => Math.Abs(trace.On.DayNumber - claimed.DayNumber));
            var distance = nearest is null ? 0 : Math.Abs(nearest.On.DayNumber - claimed.DayNumber);
            yield return nearest is null
                ? Check("last deployed", $"{item.Target}: last deployed on {Day(claimed)}", "no trace of any deployment can be read", null, Verdict.CannotTell)
                : Check("last deployed", $"{item.Target}: last deployed on {Day(claimed)}", $"the nearest trace is {nearest.What} on {Day(nearest.On)}", nearest.Source,
                    distance <= TraceDays ? Verdict.Agrees : Verdict.Disagrees);
        }

        if (!paused && Cadence.Days(item.Cadence) is { } period)
        {
            var newest = Traces(resource, audits, everything: false).MaxBy(trace => trace.On);
            var age = newest is null ? 0 : facts.AsOf.DayNumber - newest.On.DayNumber;
            yield return newest is null
                ? Check("cadence", $"{item.Target}: {item.Cadence}", "neither a release nor a commit can be read", null, Verdict.CannotTell)
                : Check("cadence", $"{item.Target}: {item.Cadence}", $"the newest change is {newest.What}, {Days(age)} ago", newest.Source, age <= 2 * period ? Verdict.Agrees : Verdict.Disagrees);
        }
    }

    sealed record Trace(string What, DateOnly On, SourceRef Source);

    // A function tells its own changes; for a site, releases and the newest commit tell them (a commit only where nothing is tagged, unless every trace is asked for).
    static IEnumerable<Trace> Traces(OwnedResource? resource, List<GitAudit> audits, bool everything)
    {
        if (resource?.Resource is LambdaFunction { LastModified: { } changed })
            return [new Trace($"a change of the function {resource.Resource.Name}", DateOnly.FromDateTime(changed.UtcDateTime), resource.Source)];
        var traces = audits.SelectMany(audit => audit.Releases.Select(release => new Trace($"release {release.Tag} of {audit.Repository}", release.On, new SourceRef("git", $"{audit.Repository}@{release.Tag}", audit.LastCommitAt)))).ToList();
        if (traces.Count == 0 || everything)
            traces.AddRange(audits.Where(audit => audit.LastCommitAt is not null)
                .Select(audit => new Trace($"the newest commit of {audit.Repository}", DateOnly.FromDateTime(audit.LastCommitAt!.Value.UtcDateTime), new SourceRef("git", $"{audit.Repository}@{audit.Head}", audit.LastCommitAt))));
        if (everything && resource?.Resource is Distribution { LastModified: { } at })
            traces.Add(new Trace($"a change of the distribution {resource.Title}", DateOnly.FromDateTime(at.UtcDateTime), resource.Source));
        return traces;
    }

    static ClaimCheck? UnitsSold(PortfolioFacts facts, Handoff entity, RevenueStream stream)
    {
        if (stream.UnitsPerMonth is not { } units || TripsOf(facts, entity) is not { Count: > 0 } trips || !trips.Any(trip => Folded.Same(trip.Trip.Kind, stream.Name)))
            return null;
        var days = facts.Thresholds.GitWindowDays;
        var done = trips.Count(trip => trip.Trip.State == CharterState.Done && Folded.Same(trip.Trip.Kind, stream.Name) && trip.Trip.End > facts.AsOf.AddDays(-days) && trip.Trip.End <= facts.AsOf);
        var perMonth = done * (365m / 12) / days;
        return new ClaimCheck(entity, "units sold", $"{stream.Name}: {Range(units.Bounds)} a month", stream.At.ToString(),
            $"{Number(done)} done in the last {Number(days)} days, {Number(Math.Round(perMonth, 1, MidpointRounding.AwayFromZero))} a month", trips[0].Source, Near(perMonth, units.Bounds));
    }

    static IEnumerable<ClaimCheck> BookingsInStatus(PortfolioFacts facts, Handoff entity)
    {
        if (Rate(entity.Status) is not { } claimed)
            yield break;
        var place = $"{entity.File}:1";
        var trips = TripsOf(facts, entity);
        if (trips.Any(trip => trip.Trip.BookedOn is not null))
        {
            var days = facts.Thresholds.GitWindowDays;
            var booked = trips.Count(trip => trip.Trip.State != CharterState.Cancelled && trip.Trip.BookedOn is { } on && on > facts.AsOf.AddDays(-days) && on <= facts.AsOf);
            var perWeek = booked * 7m / days;
            yield return new ClaimCheck(entity, "bookings in the status", entity.Status!, place,
                $"{Number(booked)} booked in the last {Number(days)} days, {Number(Math.Round(perWeek, 1, MidpointRounding.AwayFromZero))} a week", trips[0].Source, Near(perWeek, Bounds.Of(claimed)));
        }
        else if (entity.Kpis.FirstOrDefault(kpi => kpi.Actual is not null && Folded.Of(kpi.Name).Contains("bookingsperweek", StringComparison.Ordinal)) is { } kpi)
        {
            yield return new ClaimCheck(entity, "bookings in the status", entity.Status!, place, $"the KPI “{kpi.Name}” says {Range(kpi.Actual!.Bounds)}", SourceRef.Of(kpi),
                Near(kpi.Actual.Bounds.Middle, Bounds.Of(claimed)));
        }
        else
        {
            yield return new ClaimCheck(entity, "bookings in the status", entity.Status!, place, "no operations record and no KPI counts bookings", null, Verdict.CannotTell);
        }
    }

    static ClaimCheck? ClosedAndGone(PortfolioFacts facts, Handoff entity, SecurityItem item, List<OwnedResource> resources)
    {
        // A bucket that is no longer public says nothing of a closed item about something else on it.
        var named = resources.FirstOrDefault(one => SecurityGaps.Names(item, one.Resource));
        var rules = RulesThatItSpeaksOf(item.Finding);
        if (named is null || rules.Count == 0)
            return null;
        var found = SecurityGaps.Findings(facts, named).Where(one => rules.Contains(one.Rule)).Select(one => one.Finding).ToList();
        return new ClaimCheck(entity, "closed and gone", $"closed: {item.Finding}", item.At.ToString(),
            found.Count == 0 ? $"no rule still finds it on {named.Title}" : $"{named.Title}: {string.Join("; ", found)}", named.Source, found.Count == 0 ? Verdict.Agrees : Verdict.Disagrees);
    }

    static HashSet<string> RulesThatItSpeaksOf(string finding)
    {
        var folded = Folded.Of(finding);
        (string Rule, string[] Words)[] rules =
        [
            ("public bucket", ["public", "readable", "anybody", "anyone", "everybody", "withoutlogin"]),
            ("runtime out of support", ["runtime", "outofsupport", "withoutsupport", "endoflife"]),
            ("no encryption", ["encrypt"]),
            ("no point-in-time recovery", ["pointintime", "pitr", "backup", "restore", "rolledback", "rollback"]),
            ("TLS below 1.2", ["tls", "ssl"]),
        ];
        return [.. rules.Where(rule => rule.Words.Any(word => folded.Contains(word, StringComparison.Ordinal))).Select(rule => rule.Rule)];
    }

    static ClaimCheck? VersionInUse(Handoff entity, StackItem item, List<OwnedResource> resources, List<GitAudit> audits)
    {
        if (item.Version is null || Runtime(item.Technology) is not { } runtime)
            return null;
        var found = audits.SelectMany(audit => audit.Runtimes
                .Where(pin => Runtime(pin.Runtime) == runtime)
                .Select(pin => (pin.Version, What: $"{audit.Repository}/{pin.Path} pins {pin.Version}", Source: new SourceRef("git", $"{audit.Repository}/{pin.Path}", audit.LastCommitAt))))
            .Concat(resources.Where(one => one.Resource is LambdaFunction { Runtime: { } name } && Runtime(name) == runtime)
                .Select(one => (Version: ((LambdaFunction)one.Resource).Runtime![runtime.Length..], What: $"{one.Resource.Name} runs on {((LambdaFunction)one.Resource).Runtime}", one.Source)))
            .ToList();
        if (found.Count == 0)
            return null;
        var other = found.Where(one => !SameVersion(one.Version, item.Version)).ToList();
        var shown = other.Count > 0 ? other : found;
        return new ClaimCheck(entity, "version in use", $"{item.Technology} {item.Version}", item.At.ToString(), string.Join("; ", shown.Select(one => one.What)), shown[0].Source,
            other.Count == 0 ? Verdict.Agrees : Verdict.Disagrees);
    }

    static bool IsAt(DeploymentItem item, AwsResource resource)
    {
        if (item.Where is not { } where)
            return false;
        var host = where.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(where, UriKind.Absolute, out var uri) ? uri.Host : where.Trim().TrimEnd('/');
        return string.Equals(host, resource.Name, StringComparison.OrdinalIgnoreCase)
            || (resource is Distribution distribution && distribution.Aliases.Contains(host, StringComparer.OrdinalIgnoreCase));
    }

    static List<(CharterEvent Trip, SourceRef Source)> TripsOf(PortfolioFacts facts, Handoff entity) =>
        [.. facts.Operations.SelectMany(snapshot => snapshot.Events.Where(trip => trip.Entity == entity.Id)
            .Select(trip => (trip, new SourceRef("operations", snapshot.Source, snapshot.CollectedAt))))];

    // "live, 3 bookings a week" → 3.
    static decimal? Rate(string? status)
    {
        if (status is null)
            return null;
        var at = status.IndexOf("booking", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !Folded.Of(status[at..]).Contains("week", StringComparison.Ordinal))
            return null;
        var number = status[..at].TrimEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    static string? Runtime(string technology)
    {
        var folded = Folded.Of(technology);
        return folded.StartsWith("nodejs", StringComparison.Ordinal) || folded == "node" ? "nodejs" : folded.StartsWith("python", StringComparison.Ordinal) ? "python" : folded.StartsWith("ruby", StringComparison.Ordinal) ? "ruby" : null;
    }

    // The shorter one decides how far they are compared: 22 and 22.11 are the same; "22.x" is 22.
    static bool SameVersion(string a, string b)
    {
        var (left, right) = (Numbers(a), Numbers(b));
        var common = Math.Min(left.Length, right.Length);
        return common > 0 && left.Take(common).SequenceEqual(right.Take(common));
    }

    static string[] Numbers(string version) =>
        [.. version.TrimStart('v', 'V', '^', '~', '>', '=', ' ').Split('.').TakeWhile(part => part.Length > 0 && part.All(char.IsAsciiDigit))];

    static Verdict Near(decimal found, Bounds claimed) =>
        found >= claimed.Low * (1 - Tolerance) && found <= claimed.High * (1 + Tolerance) ? Verdict.Agrees : Verdict.Disagrees;

    static string Range(Bounds bounds) => bounds.IsSingle ? Number(bounds.Low) : $"{Number(bounds.Low)}–{Number(bounds.High)}";

    static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    static string Days(int days) => days == 1 ? "1 day" : Number(days) + " days";
}
