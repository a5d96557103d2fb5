using System.Security.Cryptography;
using System.Text;
using ExecReports.Reports;

namespace ExecReports.Rendering;

/// <summary>Puts a notice to operators into words, and makes its archived files and its message of them. A pure function: the same notice gives the same bytes.</summary>
public static class OperatorNoticeText
{
    // Grows with the wording, as a template's hash does.
    const string Version = "operator-notice 1";

    /// <summary>SHA-256 that stands for the wording's version.</summary>
    public static string TemplateVersion { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Version)));

    /// <summary>The title.</summary>
    public static string Title(OperatorNotice notice) => $"{Formats.Count(notice.Reports.Count, "report", "reports")} did not arrive";

    /// <summary>The notice in all its forms.</summary>
    public static RenderedReport Render(OperatorNotice notice)
    {
        var markdown = Markdown(notice);
        var context = new RenderContext
        {
            AsOf = notice.AsOf,
            GeneratedTimestamp = notice.GeneratedTimestamp,
            RunId = notice.RunId,
            ReportType = OperatorNotice.ReportType,
            Settings = notice.Settings,
        };
        return ReportForms.Of(
            context, $"{Title(notice)}: run {notice.RunId}, {Formats.Date(notice.AsOf)}", markdown, ReportMarkdown.Parse(markdown),
            ReportForms.Figures(context, Title(notice), TemplateVersion, Summary(notice)), pictures: []);
    }

    static string Summary(OperatorNotice notice)
    {
        var deliveries = notice.Reports.SelectMany(report => report.Deliveries).ToList();
        var parts = Wording.Counted(
            Reports(NoticedTrouble.NotMade, "could not be made"),
            Reports(NoticedTrouble.NotArchived, "could not be archived and so not mailed"),
            Reports(NoticedTrouble.Held, "held because of gaps"),
            (deliveries.Count(delivery => delivery.State == "failed"), "mail failed", "mails failed"),
            (deliveries.Count(delivery => delivery.State == "unknown"), "mail of which nobody knows whether it was sent", "mails of which nobody knows whether they were sent"),
            (deliveries.Count(delivery => delivery.State is "pending" or "sending"), "mail still to be sent", "mails still to be sent"));
        return $"Of run {notice.RunId}: {string.Join(", ", parts)}. Executives were not told.";

        (int, string, string) Reports(NoticedTrouble trouble, string words) => (notice.Reports.Count(report => report.Trouble == trouble), words, words);
    }

    static string Markdown(OperatorNotice notice)
    {
        var text = new StringBuilder();
        text.Append($"# {MarkdownText.Escape(Title(notice))}\n\n")
            .Append($"{MarkdownText.Escape(notice.Settings.Name)}, as of {Formats.Date(notice.AsOf)}\n\n")
            .Append($"{MarkdownText.Escape(Summary(notice))}\n\n")
            .Append("## What happened\n\n| Report | To | State | Why |\n|---|---|---|---|\n");
        foreach (var report in notice.Reports)
        {
            if (report.Deliveries.Count == 0)
                Row(report, "nobody", Words(report.Trouble), report.Reason ?? (report.Trouble == NoticedTrouble.Held ? "its sources have gaps" : null));
            foreach (var delivery in report.Deliveries)
                Row(report, delivery.Address, delivery.State, delivery.Error ?? report.Reason);
        }

        text.Append("\n## What to do\n\n");
        // Commands stand in blocks of their own, so that no line of them is broken.
        foreach (var (words, commands) in Steps(notice))
            text.Append($"{words}\n\n```\n{string.Join('\n', commands)}\n```\n\n");
        if (notice.FailedSources.Count > 0)
        {
            text.Append("## Sources that could not be read\n\n| Source | Why |\n|---|---|\n");
            foreach (var (name, reason) in notice.FailedSources)
                text.Append($"| {MarkdownText.Escape(name)} | {MarkdownText.Escape(reason)} |\n");
        }

        return text.ToString();

        void Row(NoticedReport report, string to, string state, string? why) => text.Append(
            $"| {MarkdownText.Escape(report.Title ?? report.ReportType)} | {MarkdownText.Escape(to)} | {MarkdownText.Escape(state)} | {MarkdownText.Escape(why ?? "")} |\n");
    }

    static IEnumerable<(string Words, string[] Commands)> Steps(OperatorNotice notice)
    {
        var deliveries = notice.Reports.SelectMany(report => report.Deliveries).ToList();
        if (deliveries.Exists(delivery => delivery.State is "failed" or "pending"))
            yield return ("When the cause is mended, send again what failed:", [$"execreports resend {notice.RunId}"]);
        foreach (var unknown in deliveries.Where(delivery => delivery.State == "unknown" && delivery.DeliveryId is not null))
        {
            yield return (
                $"Find out whether {MarkdownText.Escape(unknown.Address)} has it, and settle it by one of the first two; the third sends it in any case, perhaps a second time:",
                [
                    $"execreports ledger resolve {unknown.DeliveryId} --sent --why \"...\"",
                    $"execreports ledger resolve {unknown.DeliveryId} --not-sent --why \"...\"",
                    $"execreports resend --unknown {unknown.DeliveryId}",
                ]);
        }
        if (Again(NoticedTrouble.Held) is { Length: > 0 } held)
            yield return ("Mend the sources of what is held, and make it again:", [$"execreports run --reports {held}"]);
        if (string.Join(',', new[] { Again(NoticedTrouble.NotMade), Again(NoticedTrouble.NotArchived) }.Where(types => types.Length > 0)) is { Length: > 0 } failed)
            yield return ("When the cause is mended, make again what could not be made or archived:", [$"execreports run --reports {failed}"]);

        string Again(NoticedTrouble trouble) => string.Join(',', notice.Reports.Where(report => report.Trouble == trouble).Select(report => report.ReportType));
    }

    static string Words(NoticedTrouble trouble) => trouble switch
    {
        NoticedTrouble.NotMade => "could not be made",
        NoticedTrouble.NotArchived => "could not be archived",
        NoticedTrouble.Held => "held",
        _ => "not sent to all",
    };
}
