using ExecReports.Aws;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Doctor;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;

namespace ExecReports.Cli.Doctor;

/// <summary>Checks of what delivering through AWS needs.</summary>
internal static class AwsChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Places places, LocalOptions options, bool create, CancellationToken cancellationToken)
    {
        try
        {
            using var clients = new AwsClients(DeliveryPlace.Settings(places));
            var made = create ? [await AwsDoctor.CreateTableAsync(clients, options.Time, cancellationToken)] : Array.Empty<AwsFinding>();
            var (sender, recipients) = await MailAsync(options, cancellationToken);
            return [.. made.Concat(await AwsDoctor.RunAsync(clients, sender, recipients, options.Time, cancellationToken)).Select(Of)];
        }
        catch (UsageException missing)
        {
            return [.. missing.Faults.Select(fault => new Finding(FindingLevel.Fault, "settings", fault))];
        }
        catch (Exception refused) when (refused is AwsException or TransientException)
        {
            return [new Finding(FindingLevel.Fault, "AWS", refused.Message)];
        }
    }

    private static async Task<(string? Sender, IReadOnlyList<string> Recipients)> MailAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var portfolio = LocalPortfolio.Open(options);
            var outline = await portfolio.Portfolio.OutlineAsync(cancellationToken);
            var reports = ReportSelection.Resolve(new RunRequest(), portfolio.Catalog.Templates, outline.Entities);
            return (outline.Settings.Sender, [.. reports.SelectMany(report => RecipientPlan.For(report, outline.Settings, null)).Select(recipient => recipient.Address).Distinct()]);
        }
        catch (Exception told) when (told is PortfolioException or RunRequestException)
        {
            // What is wrong with the portfolio is a finding of its own.
            return (options.Mail.Sender, options.Mail.Recipients);
        }
    }

    private static Finding Of(AwsFinding finding) => new(
        finding.Level switch
        {
            AwsFindingLevel.Good => FindingLevel.Good,
            AwsFindingLevel.Hint => FindingLevel.Hint,
            AwsFindingLevel.Warning => FindingLevel.Warning,
            _ => FindingLevel.Fault,
        },
        finding.Where, finding.What);
}
