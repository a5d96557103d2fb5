namespace ExecReports.Api.Access;

/// <summary>What a caller may do; each role includes those before it.</summary>
public enum ApiRole
{
    /// <summary>Nothing confidential: whether the process is alive, and the page without data.</summary>
    Anyone,
    /// <summary>Look at runs, reports and the ledger (recipients by id alone).</summary>
    Read,
    /// <summary>Start runs.</summary>
    Run,
    /// <summary>Cancel runs, send again, see recipients' addresses.</summary>
    Operate,
}
