using System.Net;
using System.Net.Http.Json;
using ExecReports.Delivery;

namespace ExecReports.Api.Tests.Serve;

public class ResendTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task What_failed_is_sent_again_and_the_ledger_says_who_and_why()
    {
        var id = await server.StartRunAsync(new { reports = new[] { "ceo", "cfo" } });
        await server.EndedAsync(id);
        var item = (await server.Local.Ledger.ListAsync(new LedgerFilter { RunId = id, ReportType = "ceo" }, RunningServer.Stop)).Single();
        var delivery = item.Deliveries.Single();
        // As if the mail service had refused it: there is no mail of it.
        Assert.True(await server.Local.Ledger.TryMoveAsync(item.Key, delivery with { State = SendState.Failed, MessageId = null, Error = "refused", Revision = delivery.Revision + 1 }, RunningServer.Stop));
        File.Delete(Directory.GetFiles(server.Local.Options.Outbox, $"{delivery.DeliveryId}.eml").Single());

        using var answer = await server.Client.PostAsJsonAsync($"/api/runs/{id}/resend", new { why = "the address was mended" }, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var sent = await RunningServer.JsonOf(answer);
        Assert.True(sent.GetProperty("succeeded").GetBoolean());
        var resent = Assert.Single(sent.GetProperty("deliveries").EnumerateArray());
        Assert.Equal((delivery.DeliveryId, "failed", "sent"), (resent.GetProperty("id").GetString(), resent.GetProperty("before").GetString(), resent.GetProperty("state").GetString()));
        Assert.Single(Directory.GetFiles(server.Local.Options.Outbox, $"{delivery.DeliveryId}.eml"));
        var after = (await server.Local.Ledger.GetAsync(item.Key, RunningServer.Stop))!.Deliveries.Single();
        Assert.Equal("the address was mended", after.Decisions.Single().Why);
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"why":" "}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"why":"a\nb"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"why":"because","unknown":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"why":"because"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"why":"because","unknown":["../ledger.db"]}""", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_sent_again_is_refused(string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync("/api/runs/20200101T000000Z-000000/resend", content, RunningServer.Stop);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_unknown_delivery_is_sent_again_by_its_id_alone()
    {
        var id = await server.StartRunAsync(new { reports = new[] { "cto" } });
        await server.EndedAsync(id);
        var item = (await server.Local.Ledger.ListAsync(new LedgerFilter { RunId = id }, RunningServer.Stop)).Single();

        using var answer = await server.Client.PostAsJsonAsync($"/api/runs/{id}/resend", new { why = "asked", unknown = new[] { item.Deliveries[0].DeliveryId } }, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode); // it is sent, not unknown
    }
}
