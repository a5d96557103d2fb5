using System.Text;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Embedded.Archive;
using ExecReports.Embedded.Files;

namespace ExecReports.Embedded.Tests.Archive;

public sealed class FolderArchiveTests : ArchiveContract, IDisposable
{
    static readonly DateTimeOffset Generated = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero);
    static readonly string Html = ArchiveKeys.Of("ceo", Generated).Html;

    readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    FolderArchive Archive() => new(_temp.Path, TimeProvider.System);

    protected override Task<IReportArchive> OpenAsync() => Task.FromResult<IReportArchive>(Archive());

    [Fact]
    public async Task An_object_is_a_file_at_its_key_and_is_read_back()
    {
        await Archive().PutOnceAsync(Object(Html, "report"), Token);

        Assert.Equal("report", await File.ReadAllTextAsync(_temp.At("exec-reports", "2026", "11", "20261124T193000123Z-ceo.html"), Token));
        Assert.Equal("report"u8.ToArray(), await Archive().GetAsync(Html, Token));
        Assert.Equal(_temp.At("exec-reports", "2026", "11", "20261124T193000123Z-ceo.html"), Archive().PathOf(Html));
    }

    [Fact]
    public async Task What_a_dead_process_left_half_written_is_no_object_and_hinders_nobody()
    {
        Directory.CreateDirectory(_temp.At("exec-reports", "2026", "11"));
        await File.WriteAllTextAsync(_temp.At("exec-reports", "2026", "11", ".20261124T193000123Z-ceo.html.part"), "half of a longer rep", Token);

        Assert.Null(await Archive().GetAsync(Html, Token));
        await Archive().PutOnceAsync(Object(Html, "report"), Token);
        Assert.Equal("report"u8.ToArray(), await Archive().GetAsync(Html, Token));
    }

    [Fact]
    public async Task An_archive_that_is_not_there_yet_lists_nothing_and_is_not_made_by_reading()
    {
        Assert.Empty(await Archive().ListFiguresAsync("ceo", Generated, 10, Token));
        Assert.Null(await Archive().GetAsync(Html, Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(_temp.At("exec-reports"), "a file where the folder belongs", Token);

        var refused = await Assert.ThrowsAsync<OutputFolderException>(() => Archive().PutOnceAsync(Object(Html, "report"), Token));

        Assert.Equal(_temp.At("exec-reports"), refused.Folder);
        Assert.Contains($"Cannot write to the folder {_temp.At("exec-reports")}: ", refused.Message);
        Assert.Contains("or choose another folder", refused.Message);
    }
}
