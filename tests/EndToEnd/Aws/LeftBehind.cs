using System.Text;
using ExecReports.Testing.Aws;

namespace EndToEnd.Aws;

/// <summary>What may be nowhere in what a run left or said, however it went.</summary>
internal static class LeftBehind
{
    /// <summary>No secret in the output folder (journal, snapshots, rendered files), the archive, the send log, a mail, or what the program said.</summary>
    public static void NoSecret(AwsSample aws, string folder, string said, params IReadOnlyList<string> secrets)
    {
        var files = Files(folder).Select(file => (Name: file, Content: File.ReadAllBytes(file))).ToList();
        Assert.NotEmpty(files);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, said);
            Assert.DoesNotContain(files, file => Holds(file.Content, secret));
            Assert.DoesNotContain(aws.StandIns.S3.Objects(), pair => Holds(pair.Value.Content, secret));
            Assert.DoesNotContain(aws.StandIns.Logs.Events, line => line.Message.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(aws.StandIns.Ses.Mails, mail => Holds(mail.Sent, secret));
        }

        // The key's id and the session's token are in each request's signature, where they belong; the secret is nowhere.
        Assert.DoesNotContain(
            aws.StandIns.Wires.SelectMany(wire => wire.Requests),
            request => Holds(request.Body, AwsStandIns.Secret) || request.Headers.Values.Any(value => value.Contains(AwsStandIns.Secret, StringComparison.Ordinal)));
    }

    /// <summary>No address in the orchestrations' history, in the send log, or in what the program logged.</summary>
    public static void NoAddress(AwsSample aws, string folder, string logged, IReadOnlyCollection<string> addresses)
    {
        Assert.NotEmpty(addresses);
        var journals = Directory.GetFiles(folder, "journal*");
        Assert.NotEmpty(journals);
        foreach (var address in addresses.Distinct())
        {
            Assert.All(journals, file => Assert.False(Holds(File.ReadAllBytes(file), address), file));
            Assert.DoesNotContain(address, logged);
            Assert.DoesNotContain(aws.StandIns.Logs.Events, line => line.Message.Contains(address, StringComparison.OrdinalIgnoreCase));
        }
    }

    // Not those of the sample's repositories, which may lie elsewhere.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
