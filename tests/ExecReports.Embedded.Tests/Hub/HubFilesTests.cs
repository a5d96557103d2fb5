using ExecReports.Embedded.Hub;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Embedded.Tests.Hub;

public sealed class HubFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Journal => HubFiles.Journal(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        var folder = Path.Combine(_folder.Path, "a", "b");

        await using var hub = EmbeddedHub.Open(new HubOptions { Folder = folder });

        Assert.True(File.Exists(HubFiles.Journal(folder)));
    }

    [Fact]
    public async Task A_second_hub_on_the_folder_is_refused_with_the_name_of_the_lock_and_has_the_folder_when_the_first_is_gone()
    {
        await using (Open())
        {
            var error = Assert.Throws<HubInUseException>(Open);
            Assert.Equal(HubFiles.Lock(_folder.Path), error.Path);
            Assert.Contains(error.Path, error.Message);
        }

        await Open().DisposeAsync();
    }

    [Fact]
    public async Task A_journal_that_was_made_and_not_used_is_taken_away_and_one_with_an_instance_stays()
    {
        await Open().DisposeAsync();
        Assert.False(File.Exists(Journal));
        Assert.Equal([HubFiles.Lock(_folder.Path)], Directory.GetFiles(_folder.Path));

        await using (var hub = Work.AddTo(Open(), []))
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 2, new StartOrchestrationOptions("first"), Ct);
        Assert.True(File.Exists(Journal));

        await Open().DisposeAsync();
        using var reader = HubReader.Open(_folder.Path);
        Assert.Equal(["first"], reader!.Instances().Select(x => x.InstanceId));
    }

    [Fact]
    public async Task A_reader_sees_instances_and_history_while_a_hub_works()
    {
        await using var hub = Work.AddTo(Open(), []);
        await hub.StartAsync();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 2, new StartOrchestrationOptions("first"), Ct);
        await hub.Client.WaitForInstanceCompletionAsync("first", Ct);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 3, new StartOrchestrationOptions("second"), Ct);
        await hub.Client.WaitForInstanceCompletionAsync("second", Ct);

        using var reader = HubReader.Open(_folder.Path);

        Assert.NotNull(reader);
        Assert.Equal([("first", 5), ("second", 14)], reader.Instances().Select(x => (x.InstanceId, x.ReadOutputAs<int>())));
        Assert.Equal(hub.History("first"), reader.History("first"));
    }

    [Fact]
    public void A_reader_of_a_folder_without_a_journal_is_none_and_makes_no_file()
    {
        Assert.Null(HubReader.Open(_folder.Path));
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_stays_as_it_was()
    {
        File.WriteAllText(Journal, "Dear diary, " + new string('x', 5000));

        AssertRefused(JournalFault.Damaged, "is damaged");
    }

    [Fact]
    public async Task A_journal_that_was_cut_off_is_refused_and_stays_as_it_was()
    {
        await FillAsync();
        using (var file = File.OpenWrite(Journal))
            file.SetLength(file.Length / 2);

        AssertRefused(JournalFault.Damaged, "is damaged");
    }

    [Fact]
    public async Task A_journal_with_an_overwritten_page_is_refused_and_stays_as_it_was()
    {
        await FillAsync();
        using (var file = File.OpenWrite(Journal))
        {
            file.Position = 4096;
            file.Write(new byte[4096]);
        }

        AssertRefused(JournalFault.Damaged, "is damaged");
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused_and_stays_as_it_was()
    {
        await FillAsync();
        Sql("PRAGMA user_version = 99");

        AssertRefused(JournalFault.Newer, "layout 99");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_stays_as_it_was()
    {
        Sql("CREATE TABLE recipes (name TEXT)");

        AssertRefused(JournalFault.Foreign, "no journal of ExecReports");
    }

    [Fact]
    public async Task An_empty_file_as_a_crash_leaves_it_at_the_first_start_becomes_a_journal()
    {
        File.WriteAllBytes(Journal, []);
        Assert.Null(HubReader.Open(_folder.Path));

        await FillAsync();

        using var reader = HubReader.Open(_folder.Path);
        Assert.Single(reader!.Instances());
    }

    [Fact]
    public async Task A_disk_that_is_full_stops_the_run_with_a_message_and_nothing_recorded_is_lost()
    {
        var hub = Work.AddTo(Open(), []);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 2, new StartOrchestrationOptions("small"), Ct);
        hub.Journal.Execute("PRAGMA max_page_count = 1"); // SQLite then keeps the pages that it has, and refuses more

        var error = await Assert.ThrowsAsync<HubStorageException>(
            () => hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", new string('x', 100_000), new StartOrchestrationOptions("large"), Ct));
        await Assert.ThrowsAsync<HubStorageException>(() => hub.Client.WaitForInstanceCompletionAsync("small", Ct));
        await hub.DisposeAsync();

        Assert.Contains("full", error.Message);
        Assert.Contains(Journal, error.Message);
        await using var next = Work.AddTo(Open(), []);
        await next.StartAsync();
        var end = await next.Client.WaitForInstanceCompletionAsync("small", true, Ct);
        Assert.Equal(5, end.ReadOutputAs<int>());
        Assert.Null(await next.Client.GetInstanceAsync("large", Ct));
    }

    [Theory]
    [InlineData("status = 'Odd'")]
    [InlineData("created = -1")]
    [InlineData("failure = '{'")]
    public async Task An_instance_that_cannot_be_read_says_which_file_is_damaged(string change)
    {
        await FillAsync();
        Sql($"UPDATE instances SET {change}");
        await using var hub = Open();

        var error = await Assert.ThrowsAsync<HubJournalException>(() => hub.Client.GetInstanceAsync("a", Ct));

        Assert.Equal(JournalFault.Damaged, error.Fault);
        Assert.Contains(Journal, error.Message);
        using var reader = HubReader.Open(_folder.Path);
        Assert.Equal(JournalFault.Damaged, Assert.Throws<HubJournalException>(() => reader!.Instances()).Fault);
    }

    private EmbeddedHub Open() => EmbeddedHub.Open(new HubOptions { Folder = _folder.Path });

    private async Task FillAsync()
    {
        await using var hub = Work.AddTo(Open(), []);
        await hub.StartAsync();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 8, new StartOrchestrationOptions("a"), Ct);
        await hub.Client.WaitForInstanceCompletionAsync("a", Ct);
    }

    private void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={Journal};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private void AssertRefused(JournalFault fault, string found)
    {
        var before = File.ReadAllBytes(Journal);

        foreach (var open in new Action[] { () => Open(), () => HubReader.Open(_folder.Path) })
        {
            var error = Assert.Throws<HubJournalException>(open);
            Assert.Equal(fault, error.Fault);
            Assert.Contains(Journal, error.Message);
            Assert.Contains(found, error.Message);
        }

        Assert.Equal(before, File.ReadAllBytes(Journal));
    }
}
