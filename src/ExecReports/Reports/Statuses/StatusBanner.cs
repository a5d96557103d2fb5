namespace ExecReports.Reports.Statuses;

/// <summary>How an entity stands, in one line.</summary>
/// <param name="Word"><c>Attention</c>, <c>Good</c> or <c>Note</c>.</param>
/// <param name="Name">The entity's name, or several.</param>
/// <param name="Text">Its status as the handoff has it, and why it needs attention.</param>
public sealed record StatusBanner(string Word, string Name, string Text);
