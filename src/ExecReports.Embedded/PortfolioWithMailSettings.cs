using ExecReports.Portfolio;

namespace ExecReports.Embedded;

/// <summary>A portfolio whose mail goes where the machine's settings say.</summary>
internal sealed class PortfolioWithMailSettings(IPortfolioSource portfolio, MailSettings mail) : IPortfolioSource
{
    public async Task<PortfolioOutline> OutlineAsync(CancellationToken cancellationToken)
    {
        var outline = await portfolio.OutlineAsync(cancellationToken);
        return outline with { Settings = mail.ApplyTo(outline.Settings) };
    }

    public Task<Handoff> ReadAsync(string file, CancellationToken cancellationToken) => portfolio.ReadAsync(file, cancellationToken);

    public Task<string> LocateRepositoryAsync(string location, CancellationToken cancellationToken) => portfolio.LocateRepositoryAsync(location, cancellationToken);
}
