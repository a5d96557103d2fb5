namespace ExecReports.Api.Http;

/// <summary>A refusal as RFC 9457 describes it.</summary>
/// <param name="Type">Which kind of problem: one of <see cref="ProblemTypes"/>, stable.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong here, and what would be right.</param>
/// <param name="Errors">Messages by the field of the request that they are about.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null);
