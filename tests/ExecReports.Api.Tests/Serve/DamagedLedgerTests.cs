using System.Net;
using System.Text.Json;
using ExecReports.Api;
using Microsoft.Data.Sqlite;

namespace ExecReports.Api.Tests.Serve;

public class DamagedLedgerTests
{
    [Fact]
    public async Task A_damaged_item_is_named_on_one_page_and_the_others_are_shown()
    {
        await using var server = await RunningServer.StartedAsync(new ApiLimits { Starts = 1000, RunListAge = TimeSpan.Zero }, null);
        await server.EndedAsync(await server.StartRunAsync(new { group = "executive" }));
        await using (var connection = new SqliteConnection($"Data Source={server.Local.Options.Ledger};Pooling=False"))
        {
            await connection.OpenAsync(RunningServer.Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE items SET as_of = 'Tuesday' WHERE report_type = 'cfo'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(RunningServer.Stop));
        }

        var (items, damaged) = (new List<string?>(), new List<JsonElement>());
        for (var next = "/api/ledger?limit=1"; next is not null;)
        {
            using var answer = await server.Client.GetAsync(next, RunningServer.Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await RunningServer.JsonOf(answer);
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("report").GetString()));
            damaged.AddRange(page.TryGetProperty("damaged", out var some) ? some.EnumerateArray() : []);
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(["accounting", "ceo", "cmo", "cto"], items);
        var named = Assert.Single(damaged);
        Assert.Equal("cfo", named.GetProperty("report").GetString());
        Assert.Contains("the item cfo ", named.GetProperty("fault").GetString());
        Assert.Contains("Restore the file from a backup", named.GetProperty("fault").GetString());
    }
}
