using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Amazon.SimpleEmail;
using ExecReports.Aws.Mail;
using ExecReports.Delivery;
using ExecReports.Embedded.Archive;
using ExecReports.Embedded.Ledger;
using ExecReports.Rendering;
using ExecReports.Testing.Aws.Ses;

namespace ExecReports.Bench;

/// <summary>Delivers many mails through the real mailer, over connections, at a quota: does it take the time that the quota allows, and does memory stay flat?</summary>
internal static class PacedSending
{
    private const int EmlBytes = 300_000;

    public static async Task RunAsync(int reports, int recipients, double rate)
    {
        var folder = Directory.CreateTempSubdirectory("execreports-send-").FullName;
        await using var ses = await SesServer.StartAsync(new() { MaxSendRate = rate });
        // What the stand-in keeps is not the product's memory.
        ses.KeepBytes = false;
        using var mailer = new SesMailer(
            new() { ServiceURL = ses.Url.ToString(), AuthenticationRegion = "us-east-1" }, config => new AmazonSimpleEmailServiceClient(new BasicAWSCredentials("test", "test"), config), new(), TimeProvider.System);
        using (var ledger = new SqliteLedger(Path.Combine(folder, "ledger.db")))
        {
            var delivery = new ReportDelivery(new FolderArchive(folder, TimeProvider.System), ledger, mailer, MimeComposer.Address, TimeProvider.System, new());
            var watch = Stopwatch.StartNew();
            var (rows, calls, remaining) = (new List<string>(), 0, 1);
            using var ended = new CancellationTokenSource();
            var watching = WatchAsync(ses, reports * recipients, watch, rows, ended.Token);
            var longest = TimeSpan.Zero;
            while (remaining > 0)
            {
                var began = watch.Elapsed;
                var receipts = await delivery.DeliverAsync([.. Enumerable.Range(1, reports).Select(number => Report(number, recipients))], new("bench", $"{++calls}"), CancellationToken.None);
                remaining = receipts.Sum(receipt => receipt.Remaining);
                longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (watch.Elapsed - began).Ticks));
            }

            var took = watch.Elapsed;
            await ended.CancelAsync();
            await watching;
            Print(ses, reports * recipients, rate, took, calls, longest, rows);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Print(SesServer ses, int mails, double rate, TimeSpan took, int calls, TimeSpan longest, List<string> rows)
    {
        var allowed = mails * 2 / rate;
        var throttled = ses.Wire.Requests.Count(request => request.Action == "SendRawEmail") - ses.Mails.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ses.Mails.Count} of {mails} mails, each with a blind copy, at {rate} envelope recipients a second: {took.TotalSeconds:0.0} s; the quota allows {allowed:0.0} s ({took.TotalSeconds / allowed:0.00})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{throttled} throttled, {ses.Mails.Select(mail => mail.OwnMessageId).Distinct().Count()} different mails, {calls} calls of the delivery, the longest {longest.TotalSeconds:0.0} s"));
        Console.WriteLine("sent, seconds, managed heap after a collection (MB), working set (MB)");
        rows.ForEach(Console.WriteLine);
    }

    // Looks at memory after each tenth of the mails.
    private static async Task WatchAsync(SesServer ses, int mails, Stopwatch watch, List<string> rows, CancellationToken ended)
    {
        for (var tenth = 1; tenth <= 10 && !ended.IsCancellationRequested;)
        {
            if (ses.Count >= mails * tenth / 10)
            {
                var heap = GC.GetTotalMemory(forceFullCollection: true);
                using var process = Process.GetCurrentProcess();
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"{ses.Count}, {watch.Elapsed.TotalSeconds:0.0}, {heap / 1e6:0.0}, {process.WorkingSet64 / 1e6:0}"));
                tenth++;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static ReportToDeliver Report(int number, int recipients) => new($"report-{number}", _ => Task.FromResult(new ReportPackage
    {
        ReportType = $"report-{number}",
        GeneratedTimestamp = new(2026, 11, 24, 19, 30, 0, TimeSpan.Zero),
        RunId = "bench",
        AsOf = new(2026, 11, 24),
        Subject = $"Report {number}",
        TemplateVersion = "bench",
        Html = new byte[EmlBytes],
        Markdown = [],
        Json = "{}"u8.ToArray(),
        Eml = Encoding.ASCII.GetBytes($"From: reports@example.com\r\nSubject: Report {number}\r\nDate: Tue, 24 Nov 2026 19:30:00 +0000\r\n\r\n{string.Concat(Enumerable.Repeat(new string('x', 74) + "\r\n", EmlBytes / 76))}"),
        Recipients = [.. Enumerable.Range(1, recipients).Select(person => Recipients.Parse($"person-{person}@example.com"))],
        Sender = "reports@example.com",
        AuditBcc = "audit@example.com",
    }));
}
