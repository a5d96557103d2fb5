using System.Text;
using ExecReports.Aws.Workspace;
using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Testing.Aws;
using MimeKit;

namespace EndToEnd.Aws;

/// <summary>What may be nowhere in what a run left or said, however it went.</summary>
internal static class LeftBehind
{
    /// <summary>The one document of a run's workspace in which addresses stand: whoever is mailed, frozen when the run is planned.</summary>
    private const string Plan = "/plan-";

    /// <summary>No secret in the output folder (journal, snapshots, rendered files), the bucket (archive, workspace), the send log, a mail, or what the program said. Mails are also read as they are decoded.</summary>
    public static void NoSecret(AwsSample aws, string folder, string said, params IReadOnlyList<string> secrets)
    {
        var left = Files(folder).Concat(Objects(aws)).Concat(aws.StandIns.Ses.Mails.Select(mail => Decoded($"{mail.MessageId}.eml", mail.Sent))).ToList();
        Assert.Contains(left, one => one.Name.Contains("/workspace/", StringComparison.Ordinal) || one.Name.Contains(S3Workspace.DefaultPrefix, StringComparison.Ordinal));
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, said);
            Assert.Equal([], left.Where(one => one.Holds(secret)).Select(one => one.Name));
            Assert.DoesNotContain(aws.StandIns.Logs.Events, line => line.Message.Contains(secret, StringComparison.Ordinal));
        }

        // The key's id and the session's token are in each request's signature, where they belong; the secret is nowhere.
        Assert.DoesNotContain(
            aws.StandIns.Wires.SelectMany(wire => wire.Requests),
            request => Content.Holds(request.Body, AwsStandIns.Secret) || request.Headers.Values.Any(value => value.Contains(AwsStandIns.Secret, StringComparison.Ordinal)));
    }

    /// <summary>
    /// No address in the orchestrations' history, in a report, in the send log, or in what the program logged; of the workspace in the plan alone. A notice to operators names whom it is about.
    /// </summary>
    public static void NoAddress(AwsSample aws, string folder, string logged, IReadOnlyCollection<string> addresses)
    {
        Assert.NotEmpty(addresses);
        var left = Files(folder).Concat(Objects(aws)).ToList();
        var journals = left.Where(one => Path.GetFileName(one.Name).StartsWith("journal", StringComparison.Ordinal)).ToList();
        // The history is readable as it lies there: the ids that stand for addresses are found in it, and so would addresses be. The same of the plan.
        Assert.Contains(journals, journal => addresses.Any(address => journal.Holds(Recipients.Parse(address).Id)));
        Assert.Contains(left, one => IsPlan(one) && addresses.Any(one.Holds));
        foreach (var address in addresses.Distinct())
        {
            Assert.DoesNotContain(address, logged);
            Assert.Equal([], left.Where(one => !IsPlan(one) && !IsNotice(one) && one.Holds(address)).Select(one => one.Name));
            Assert.DoesNotContain(aws.StandIns.Logs.Events, line => line.Message.Contains(address, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool IsPlan(Content one) => one.Name.Contains(Plan, StringComparison.Ordinal) && one.Name.EndsWith(".json", StringComparison.Ordinal);

    private static bool IsNotice(Content one) => one.Name.Contains(OperatorNotice.ReportType, StringComparison.Ordinal);

    // Not those of the sample's repositories, which may lie elsewhere, and not the journal's lock, which is empty and may be held by a command of another test.
    private static IEnumerable<Content> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file => Decoded(file.Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file)));

    private static IEnumerable<Content> Objects(AwsSample aws) => aws.StandIns.S3.Objects().Select(pair => Decoded(pair.Key, pair.Value.Content));

    // What stands in a mail's parts is encoded.
    private static Content Decoded(string name, byte[] bytes)
    {
        if (!name.EndsWith(".eml", StringComparison.Ordinal))
            return new(name, bytes, "");
        using var stream = new MemoryStream(bytes);
        return new(name, bytes, string.Join('\n', MimeMessage.Load(stream).BodyParts.OfType<TextPart>().Select(part => part.Text)));
    }

    private sealed record Content(string Name, byte[] Bytes, string Text)
    {
        public bool Holds(string text) => Holds(Bytes, text) || Text.Contains(text, StringComparison.Ordinal);

        public static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }
}
