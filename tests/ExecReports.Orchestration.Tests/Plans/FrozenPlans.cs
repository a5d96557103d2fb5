namespace ExecReports.Orchestration.Tests.Plans;

/// <summary>Plans as earlier builds wrote them into the workspace. They are never changed: a run that was planned by one of them is gone on with by this one.</summary>
internal static class FrozenPlans
{
    /// <summary>Before the plan said which reports are held, with the thresholds and settings of its time.</summary>
    public const string BeforeHeldReports = """
        {"settings":{"name":"Quay group","timeZone":"America/Los_Angeles","currency":"USD","asOf":"2026-11-24","breakEvenStream":null,"titles":{},
        "recipients":{"default":["owner@quay.example.com"]},"auditBcc":"audit@quay.example.com","sender":"reports@quay.example.com","operators":["operations@quay.example.com"],"holdOnGaps":["rental"],
        "thresholds":{"costVariance":0.05,"lowCostCapital":500,"guardrailNear":0.10,"oldFactDays":45,"gitWindowDays":90,"staleBranchDays":90,"agendaDays":30},"diagnostics":[]},
        "recipients":{"rental-cove":[{"id":"0123456789ab","address":"owner@quay.example.com"}],"rentals":[{"id":"0123456789ab","address":"owner@quay.example.com"}],"ceo":[{"id":"0123456789ab","address":"owner@quay.example.com"}],
        "operator-notice":[{"id":"ba9876543210","address":"operations@quay.example.com"}]}}
        """;
}
