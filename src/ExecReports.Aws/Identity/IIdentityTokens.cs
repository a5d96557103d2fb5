namespace ExecReports.Aws.Identity;

/// <summary>Gives tokens that say to AWS who this host is.</summary>
public interface IIdentityTokens
{
    /// <summary>A token that is valid now. It is a secret: it is never logged.</summary>
    /// <exception cref="TransientException">The service that gives tokens does not answer.</exception>
    /// <exception cref="AwsException">It refuses; the message says what would mend it.</exception>
    Task<IdentityToken> GetAsync(CancellationToken cancellationToken);
}
