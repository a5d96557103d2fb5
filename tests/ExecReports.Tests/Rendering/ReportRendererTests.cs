using System.Text;
using ExecReports.Analysis;
using ExecReports.Rendering;
using MimeKit;
using static ExecReports.Tests.Rendering.RenderingCases;

namespace ExecReports.Tests.Rendering;

public class ReportRendererTests
{
    private static readonly Figure s_burn = Figure("burn.gross", FigureUnit.MoneyPerMonth, 7020, 8985, target: 8000, better: Better.Lower) with { Sources = [new("handoff", "agent_handoffs/projects/harbor.md:41")] };

    private static RenderedReport Rendered(string body = "{{ include 'opening' }}\n\n![Crew is most.](chart:burn)\n\n{{ include 'closing' }}") =>
        new ReportRenderer().Render(Template(body), Content(null, s_burn, Figure("word", FigureUnit.Text, null) with { Text = "kept" }) with { Charts = [ChartRendererTests.Burn, ChartRendererTests.Months] }, Context());

    [Fact]
    public void The_archived_page_holds_its_picture_and_the_mail_refers_to_a_part()
    {
        var report = Rendered();
        Assert.Contains("src=\"data:image/png;base64,iVBOR", Encoding.UTF8.GetString(report.Html), StringComparison.Ordinal);
        var message = MimeMessage.Load(new MemoryStream(report.Eml), TestContext.Current.CancellationToken);
        var picture = message.BodyParts.OfType<MimePart>().Single(part => part.ContentType.MimeType == "image/png");
        Assert.Contains($"cid:{picture.ContentId}", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Crew is most.", message.TextBody, StringComparison.Ordinal);
        Assert.Equal("Cash and burn, 24 Nov 2026", report.Subject);
        Assert.Equal(report.Subject, message.Subject);
    }

    [Fact]
    public void Two_renderings_give_the_same_bytes()
    {
        var (a, b) = (Rendered(), Rendered());
        Assert.Equal(a.Html, b.Html);
        Assert.Equal(a.Json, b.Json);
        Assert.Equal(a.Eml, b.Eml);
    }

    [Fact]
    public void Figures_can_be_read_back_and_are_in_the_order_of_the_report()
    {
        var figures = FiguresDocument.Read(Rendered().Json);
        Assert.Equal(["burn.gross", "word"], figures.Figures.Select(figure => figure.Id));
        Assert.Equal((7020m, 8985m, Better.Lower), (figures.Figures[0].Low, figures.Figures[0].High, figures.Figures[0].Better));
        Assert.Equal("agent_handoffs/projects/harbor.md:41", figures.Figures[0].Sources[0].Location);
        Assert.Null(figures.Figures[1].Low);
        Assert.Equal(("cfo", AsOf, "USD"), (figures.ReportType, figures.AsOf, figures.Currency));
        Assert.Equal(figures.ToJson(), Rendered().Json);
    }

    [Fact]
    public void A_tile_shows_the_change_since_the_last_report()
    {
        var last = FiguresDocument.Read(Rendered().Json) with { AsOf = new DateOnly(2026, 11, 17), Figures = [s_burn with { Low = 7000, High = 8000 }] };
        var markdown = new TemplateEngine().Render(Template("{{ include 'opening' }}"), Content(null, s_burn), Context(last));
        // Middles: (7020 + 8985) / 2 = 8002.5 against 7500.
        Assert.Contains("· ▲ $502.50/month, worse", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_the_report_lacks_is_an_error_with_the_nearest_one() =>
        Assert.Contains("no chart 'bern'; did you mean 'burn'?", Assert.Throws<TemplateException>(() => Rendered("![x](chart:bern)")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_title_with_a_line_break_cannot_forge_a_header()
    {
        var report = new ReportRenderer().Render(Template("x"), Content() with { Title = "Cash\r\nBcc: x@example.com" }, Context());
        Assert.Equal("Cash Bcc: x@example.com, 24 Nov 2026", report.Subject);
        Assert.Empty(MimeMessage.Load(new MemoryStream(report.Eml), TestContext.Current.CancellationToken).Bcc);
    }
}
