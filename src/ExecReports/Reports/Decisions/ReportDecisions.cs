namespace ExecReports.Reports.Decisions;

/// <summary>The decisions that a report opens with, and those that it only points to.</summary>
/// <param name="Here">In full, weightiest first.</param>
/// <param name="More">How many more the rules found for this report; they stand in its body.</param>
/// <param name="Elsewhere">Decisions that stand in another report.</param>
public sealed record ReportDecisions(IReadOnlyList<Decision> Here, int More, IReadOnlyList<PointedDecision> Elsewhere);

/// <summary>A decision of another report.</summary>
/// <param name="What">What is to be decided.</param>
/// <param name="ReportTitle">Title of the report that has it in full.</param>
public sealed record PointedDecision(string What, string ReportTitle);
