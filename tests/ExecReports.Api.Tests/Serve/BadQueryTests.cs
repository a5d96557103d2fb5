using System.Net;

namespace ExecReports.Api.Tests.Serve;

public class BadQueryTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/api/runs?limit=0", "limit")]
    [InlineData("/api/runs?limit=101", "limit")]
    [InlineData("/api/runs?limit=ten", "limit")]
    [InlineData("/api/runs?cursor=%00", "cursor")]
    [InlineData("/api/runs?cursor=OTIyMzM3MjAzNjg1NDc3NTgwN3x4", "cursor")]
    [InlineData("/api/runs?status=done", "status")]
    [InlineData("/api/ledger?state=lost", "state")]
    [InlineData("/api/ledger?since=monday", "since")]
    [InlineData("/api/reports/ceo?limit=-1", "limit")]
    public async Task A_query_that_cannot_be_read_is_refused_by_field(string address, string field)
    {
        using var answer = await server.Client.GetAsync(address, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await RunningServer.JsonOf(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }
}
