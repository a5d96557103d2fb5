using System.Text;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using MimeKit;

namespace ExecReports.Tests.Rendering;

public class OperatorNoticeTextTests
{
    static readonly OperatorNotice Notice = new()
    {
        RunId = "run-1",
        AsOf = new(2026, 11, 24),
        GeneratedTimestamp = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero),
        Settings = new PortfolioSettings { Name = "Test group", Sender = "reports@example.com" },
        Reports =
        [
            new("ceo", null, NoticedTrouble.NotMade, "ceo.md:12: no such name | here", []),
            new("cfo", "CFO report", NoticedTrouble.NotDelivered, null, [new("20261124T193000123Z-cfo-0123456789ab", "owner@example.com", "unknown", "no answer from SES"), new("d2", "partner@example.com", "failed", "refused")]),
            new("cto", "CTO report", NoticedTrouble.Held, null, []),
            new("cmo", "CMO report", NoticedTrouble.NotArchived, "the bucket is away", []),
        ],
        FailedSources = [("inventory/aws.json", "access denied: lambda:ListFunctions")],
    };

    [Fact]
    public void Each_trouble_is_said_with_what_to_do()
    {
        var text = Encoding.UTF8.GetString(OperatorNoticeText.Render(Notice).Markdown);

        Assert.StartsWith("# 4 reports did not arrive\n", text);
        Assert.Contains("1 could not be made, 1 could not be archived and so not mailed, 1 held because of gaps, 1 mail failed, 1 mail of which nobody knows whether it was sent", text);
        Assert.Contains("| ceo | nobody | could not be made | ceo.md:12: no such name \\| here |", text);
        Assert.Contains("| CTO report | nobody | held | its sources have gaps |", text);
        Assert.Contains("| CFO report | owner@example.com | unknown | no answer from SES |", text);
        Assert.Contains("\n```\nexecreports resend run-1\n```\n", text);
        Assert.Contains("\nexecreports resend --unknown 20261124T193000123Z-cfo-0123456789ab\n", text);
        Assert.Contains("\nexecreports run --reports cto\n", text);
        Assert.Contains("\nexecreports run --reports ceo,cmo\n", text);
        Assert.Contains("lambda:ListFunctions", text);
    }

    [Fact]
    public void The_same_notice_gives_the_same_bytes()
    {
        var (first, second) = (OperatorNoticeText.Render(Notice), OperatorNoticeText.Render(Notice));

        Assert.Equal(first.Eml, second.Eml);
        Assert.Equal(first.Html, second.Html);
        Assert.Equal(first.Json, second.Json);
    }

    [Fact]
    public void The_message_is_one_without_recipient_and_its_pages_hold_no_markup_of_others()
    {
        var rendered = OperatorNoticeText.Render(Notice with { Reports = [new("ceo", "<img src=x>", NoticedTrouble.NotMade, "<script>alert(1)</script>", [])] });

        using var message = MimeMessage.Load(new MemoryStream(rendered.Eml), TestContext.Current.CancellationToken);
        Assert.Equal("1 report did not arrive: run run-1, 24 Nov 2026", message.Subject);
        Assert.Empty(message.To);
        Assert.DoesNotContain("<script>", message.HtmlBody + Encoding.UTF8.GetString(rendered.Html));
        Assert.DoesNotContain("<img src=x>", message.HtmlBody);
    }
}
