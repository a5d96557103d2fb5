namespace ExecReports.Api.Http;

/// <summary>Some of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">Address of the next page; null: this is the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
