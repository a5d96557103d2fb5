using System.Text;
using ExecReports.Delivery;

namespace ExecReports.Contracts;

/// <summary>What every archive does, whatever it keeps its objects in. Each test has keys of its own.</summary>
public abstract class ArchiveContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another way to the same archive, as another process has it.</summary>
    protected abstract Task<IReportArchive> OpenAsync();

    protected static ArchiveObject Object(string key, string text) => new(key, Encoding.UTF8.GetBytes(text), "text/html; charset=utf-8", new Dictionary<string, string> { ["run-id"] = "run-1", ["report-type"] = "ceo", ["as-of"] = "2026-11-24" });

    // A month of its own for each test: an archive may be shared by them.
    protected static string Key(string type, int year, int day = 24) => ArchiveKeys.Of(type, new(year, 11, day, 19, 30, 0, 123, TimeSpan.Zero)).Html;

    [Fact]
    public async Task An_object_is_read_back_as_it_was_put()
    {
        await (await OpenAsync()).PutOnceAsync(Object(Key("ceo", 2001), "report — with “signs”"), Token);

        Assert.Equal(Encoding.UTF8.GetBytes("report — with “signs”"), await (await OpenAsync()).GetAsync(Key("ceo", 2001), Token));
        Assert.Null(await (await OpenAsync()).GetAsync(Key("cfo", 2001), Token));
    }

    [Fact]
    public async Task The_same_bytes_again_are_success_and_other_bytes_a_conflict_that_overwrites_nothing()
    {
        var archive = await OpenAsync();
        await archive.PutOnceAsync(Object(Key("ceo", 2002), "report"), Token);
        await archive.PutOnceAsync(Object(Key("ceo", 2002), "report"), Token);

        var conflict = await Assert.ThrowsAsync<ArchiveConflictException>(() => archive.PutOnceAsync(Object(Key("ceo", 2002), "another"), Token));

        Assert.Equal(Key("ceo", 2002), conflict.Key);
        Assert.Equal("report"u8.ToArray(), await archive.GetAsync(Key("ceo", 2002), Token));
    }

    [Fact]
    public async Task Of_sixteen_who_put_different_bytes_at_once_one_wins_and_all_others_are_told()
    {
        var texts = Enumerable.Range(0, 16).Select(number => $"report {number}").ToArray();
        var archives = await Task.WhenAll(texts.Select(_ => OpenAsync()));

        var conflicts = await Task.WhenAll(texts.Zip(archives, (text, archive) => Task.Run(async () =>
            await Record.ExceptionAsync(() => archive.PutOnceAsync(Object(Key("ceo", 2003), text), Token)))));

        var winner = Assert.Single(texts.Zip(conflicts), pair => pair.Second is null).First;
        Assert.Equal(15, conflicts.OfType<ArchiveConflictException>().Count());
        Assert.Equal(winner, Encoding.UTF8.GetString((await archives[0].GetAsync(Key("ceo", 2003), Token))!));
    }

    [Fact]
    public async Task Of_sixteen_who_put_the_same_bytes_at_once_all_succeed()
    {
        var archives = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => OpenAsync()));

        await Task.WhenAll(archives.Select(archive => Task.Run(() => archive.PutOnceAsync(Object(Key("ceo", 2004), "report"), Token), Token)));

        Assert.Equal("report"u8.ToArray(), await archives[0].GetAsync(Key("ceo", 2004), Token));
    }

    [Theory]
    [InlineData("exec-reports/../../secret.html")]
    [InlineData("/etc/hosts")]
    public async Task A_path_that_is_no_key_is_refused(string key)
    {
        var archive = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => archive.PutOnceAsync(Object(key, "x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.GetAsync(key, Token));
    }

    [Fact]
    public async Task Figures_of_one_report_are_listed_newest_first_from_before_a_moment()
    {
        var archive = await OpenAsync();
        foreach (var (type, day) in new[] { ("figures", new DateTime(2025, 12, 31)), ("figures", new(2026, 2, 1)), ("figures", new(2026, 2, 9)), ("figures", new(2026, 11, 24)), ("rental-figures", new(2026, 2, 10)) })
        {
            await archive.PutOnceAsync(Object(ArchiveKeys.Of(type, new(day, TimeSpan.Zero)).Json, "{}"), Token);
            await archive.PutOnceAsync(Object(ArchiveKeys.Of(type, new(day, TimeSpan.Zero)).Html, "x"), Token);
        }
        var before = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            ["exec-reports/2026/02/20260209T000000000Z-figures.json", "exec-reports/2026/02/20260201T000000000Z-figures.json", "exec-reports/2025/12/20251231T000000000Z-figures.json"],
            await archive.ListFiguresAsync("figures", before, 10, Token));
        Assert.Equal(["exec-reports/2026/02/20260209T000000000Z-figures.json"], await archive.ListFiguresAsync("figures", before, 1, Token));
        Assert.Empty(await archive.ListFiguresAsync("nothing", before, 10, Token));
    }
}
