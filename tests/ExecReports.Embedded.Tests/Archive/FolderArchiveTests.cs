using System.Text;
using ExecReports.Delivery;
using ExecReports.Embedded.Archive;
using ExecReports.Embedded.Files;

namespace ExecReports.Embedded.Tests.Archive;

public sealed class FolderArchiveTests : IDisposable
{
    static readonly DateTimeOffset Generated = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero);
    static readonly string Key = ArchiveKeys.Of("ceo", Generated).Html;

    readonly TempFolder _temp = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    FolderArchive Archive() => new(_temp.Path, TimeProvider.System);

    static ArchiveObject Object(string key, string text) => new(key, Encoding.UTF8.GetBytes(text), "text/html", new Dictionary<string, string>());

    [Fact]
    public async Task An_object_is_a_file_at_its_key_and_is_read_back()
    {
        await Archive().PutOnceAsync(Object(Key, "report"), Token);

        Assert.Equal("report", await File.ReadAllTextAsync(_temp.At("exec-reports", "2026", "11", "20261124T193000123Z-ceo.html"), Token));
        Assert.Equal("report"u8.ToArray(), await Archive().GetAsync(Key, Token));
        Assert.Equal(_temp.At("exec-reports", "2026", "11", "20261124T193000123Z-ceo.html"), Archive().PathOf(Key));
    }

    [Fact]
    public async Task The_same_bytes_again_are_success_and_other_bytes_a_conflict_that_overwrites_nothing()
    {
        await Archive().PutOnceAsync(Object(Key, "report"), Token);
        await Archive().PutOnceAsync(Object(Key, "report"), Token);

        var conflict = await Assert.ThrowsAsync<ArchiveConflictException>(() => Archive().PutOnceAsync(Object(Key, "another"), Token));

        Assert.Equal(Key, conflict.Key);
        Assert.Equal("report"u8.ToArray(), await Archive().GetAsync(Key, Token));
    }

    [Fact]
    public async Task Of_sixteen_who_put_different_bytes_at_once_one_wins_and_all_others_are_told()
    {
        var texts = Enumerable.Range(0, 16).Select(number => $"report {number}").ToArray();

        var conflicts = await Task.WhenAll(texts.Select(text => Task.Run(async () =>
            await Record.ExceptionAsync(() => Archive().PutOnceAsync(Object(Key, text), Token)))));

        var winner = Assert.Single(texts.Zip(conflicts), pair => pair.Second is null).First;
        Assert.Equal(15, conflicts.OfType<ArchiveConflictException>().Count());
        Assert.Equal(winner, Encoding.UTF8.GetString((await Archive().GetAsync(Key, Token))!));
    }

    [Fact]
    public async Task Of_sixteen_who_put_the_same_bytes_at_once_all_succeed() =>
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Archive().PutOnceAsync(Object(Key, "report"), Token), Token)));

    [Fact]
    public async Task What_a_dead_process_left_half_written_is_no_object_and_hinders_nobody()
    {
        Directory.CreateDirectory(_temp.At("exec-reports", "2026", "11"));
        await File.WriteAllTextAsync(_temp.At("exec-reports", "2026", "11", ".20261124T193000123Z-ceo.html.part"), "half of a longer rep", Token);

        Assert.Null(await Archive().GetAsync(Key, Token));
        await Archive().PutOnceAsync(Object(Key, "report"), Token);
        Assert.Equal("report"u8.ToArray(), await Archive().GetAsync(Key, Token));
    }

    [Theory]
    [InlineData("exec-reports/../../secret.html")]
    [InlineData("/etc/hosts")]
    public async Task A_path_that_is_no_key_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Archive().PutOnceAsync(Object(key, "x"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Archive().GetAsync(key, Token));
    }

    [Fact]
    public async Task Figures_of_one_report_are_listed_newest_first_from_before_a_moment()
    {
        var archive = Archive();
        foreach (var (type, day) in new[] { ("ceo", new DateTime(2025, 12, 31)), ("ceo", new(2026, 2, 1)), ("ceo", new(2026, 2, 9)), ("ceo", new(2026, 11, 24)), ("rental-ceo", new(2026, 2, 10)) })
        {
            await archive.PutOnceAsync(Object(ArchiveKeys.Of(type, new(day, TimeSpan.Zero)).Json, "{}"), Token);
            await archive.PutOnceAsync(Object(ArchiveKeys.Of(type, new(day, TimeSpan.Zero)).Html, "x"), Token);
        }
        var before = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            ["exec-reports/2026/02/20260209T000000000Z-ceo.json", "exec-reports/2026/02/20260201T000000000Z-ceo.json", "exec-reports/2025/12/20251231T000000000Z-ceo.json"],
            await archive.ListFiguresAsync("ceo", before, 10, Token));
        Assert.Equal(["exec-reports/2026/02/20260209T000000000Z-ceo.json"], await archive.ListFiguresAsync("ceo", before, 1, Token));
    }

    [Fact]
    public async Task An_archive_that_is_not_there_yet_lists_nothing_and_is_not_made_by_reading()
    {
        Assert.Empty(await Archive().ListFiguresAsync("ceo", Generated, 10, Token));
        Assert.Null(await Archive().GetAsync(Key, Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(_temp.At("exec-reports"), "a file where the folder belongs", Token);

        var refused = await Assert.ThrowsAsync<OutputFolderException>(() => Archive().PutOnceAsync(Object(Key, "report"), Token));

        Assert.Equal(_temp.At("exec-reports"), refused.Folder);
        Assert.Contains($"Cannot write to the folder {_temp.At("exec-reports")}: ", refused.Message);
        Assert.Contains("or choose another folder", refused.Message);
    }
}
