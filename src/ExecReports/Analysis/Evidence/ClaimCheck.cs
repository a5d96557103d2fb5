using ExecReports.Portfolio;

namespace ExecReports.Analysis.Evidence;

/// <summary>What the evidence says of a claim.</summary>
public enum Verdict
{
    /// <summary>The evidence disagrees.</summary>
    Disagrees,
    /// <summary>There is no evidence either way.</summary>
    CannotTell,
    /// <summary>The evidence agrees.</summary>
    Agrees,
}

/// <summary>A claim of a handoff beside the evidence.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Claim">What the handoff says.</param>
/// <param name="At">Where it says so.</param>
/// <param name="Evidence">What AWS, git or operations say.</param>
/// <param name="Source">Where they say so; null where there is none.</param>
/// <param name="Verdict">Whether they agree.</param>
public sealed record ClaimCheck(Handoff Entity, string Rule, string Claim, string At, string Evidence, SourceRef? Source, Verdict Verdict);
