namespace ExecReports.Reports;

/// <summary>Something to fill in before a report can say much.</summary>
/// <param name="Place">The handoff's file without its folders; where no handoff has the section, the folder of the handoffs.</param>
/// <param name="Line">The first line that waits; null: the whole place.</param>
/// <param name="What">What is missing there, as a noun phrase: <c>Expected of Berth, Insurance and 5 more under Costs</c>.</param>
/// <param name="Gives">What it gives the report, as a noun phrase: <c>burn</c>.</param>
public sealed record FirstBlank(string Place, int? Line, string What, string Gives);
