using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;

namespace ExecReports.Aws.Doctor;

/// <summary>
/// Checks what delivering through AWS needs: network and clock, identity, bucket, table, SES, log group; with calls that mail nothing and change nothing but a probe object in the workspace.
/// </summary>
public static class AwsDoctor
{
    /// <summary>Runs all checks; they do not wait for each other.</summary>
    /// <param name="clients">The clients of the settings that are checked.</param>
    /// <param name="sender">The sender's address; null: none is named.</param>
    /// <param name="recipients">Everybody who would be mailed; an account in the sandbox needs them verified.</param>
    /// <param name="time">This machine's clock.</param>
    /// <param name="cancellationToken">Ends the checks.</param>
    /// <exception cref="AwsException">The profile that the settings name does not exist.</exception>
    public static async Task<IReadOnlyList<AwsFinding>> RunAsync(AwsClients clients, string? sender, IReadOnlyList<string> recipients, TimeProvider time, CancellationToken cancellationToken)
    {
        var findings = await Task.WhenAll(
            ClockCheck.RunAsync(clients.Settings, time, cancellationToken),
            IdentityCheck.RunAsync(clients, cancellationToken),
            new BucketChecks(clients, time).RunAsync(cancellationToken),
            new TableChecks(clients).RunAsync(cancellationToken),
            new MailChecks(clients, sender, recipients).RunAsync(cancellationToken),
            LogChecks.RunAsync(clients, cancellationToken)).ConfigureAwait(false);
        return [.. findings.SelectMany(found => found)];
    }

    /// <summary>Makes the ledger's table if it is missing, for tests and first steps; in production the infrastructure makes it.</summary>
    /// <exception cref="AwsException">It cannot be made, or not be looked for.</exception>
    public static async Task<AwsFinding> CreateTableAsync(AwsClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        var table = clients.Settings.Table;
        try
        {
            await clients.DynamoDb.DescribeTableAsync(table, cancellationToken).ConfigureAwait(false);
            return AwsFinding.Good($"table {table}", "it is there already; nothing was made");
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            await LedgerTable.CreateAsync(clients.DynamoDb, table, time, cancellationToken).ConfigureAwait(false);
            return AwsFinding.Good($"table {table}", "made");
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "dynamodb:DescribeTable", $"table {table}");
        }
    }
}
