namespace ExecReports.Orchestration;

/// <summary>The orchestration's custom status: what it is doing and how far it is.</summary>
/// <param name="Phase"><c>plan</c>, <c>collect</c>, <c>render</c>, <c>deliver</c>, <c>done</c>.</param>
/// <param name="Done">Things done in this phase.</param>
/// <param name="Total">Things to do in this phase.</param>
public sealed record RunProgress(string Phase, int Done, int Total);
