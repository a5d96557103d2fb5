namespace ExecReports.Testing.Aws.Ses;

/// <summary>An error that SES answers with.</summary>
sealed class SesRefusal(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;
    public int Status { get; } = status;
}
