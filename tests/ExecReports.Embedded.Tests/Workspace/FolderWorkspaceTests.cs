using System.Security.Cryptography;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Workspace;
using ExecReports.Workspace;

namespace ExecReports.Embedded.Tests.Workspace;

public sealed class FolderWorkspaceTests : IDisposable
{
    readonly TempFolder _temp = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    FolderWorkspace Workspace() => new(_temp.At("workspace"), TimeProvider.System);

    [Fact]
    public async Task Content_is_kept_under_a_key_that_names_it_and_read_back()
    {
        var reference = await Workspace().PutAsync("run-1", "handoff-qos", "json", "{}"u8.ToArray(), Token);

        var sha256 = Convert.ToHexStringLower(SHA256.HashData("{}"u8));
        Assert.Equal(new($"run-1/handoff-qos-{sha256}.json", sha256, 2), reference);
        Assert.Equal("{}"u8.ToArray(), await Workspace().GetAsync(reference, Token));
    }

    [Fact]
    public async Task The_same_content_again_has_the_same_key_and_mends_a_damaged_file()
    {
        var reference = await Workspace().PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), Token);
        await File.WriteAllTextAsync(_temp.At("workspace", reference.Key), "xx", Token);
        var damaged = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace().GetAsync(reference, Token));

        Assert.Equal(reference, await Workspace().PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), Token));

        Assert.Contains("is damaged", damaged.Message);
        Assert.Equal("{}"u8.ToArray(), await Workspace().GetAsync(reference, Token));
    }

    [Fact]
    public async Task Content_that_is_missing_is_named_with_what_to_do()
    {
        var missing = await Assert.ThrowsAsync<WorkspaceException>(() => Workspace().GetAsync(new("run-1/plan-00.json", "00", 2), Token));

        Assert.Contains("lacks run-1/plan-00.json", missing.Message);
        Assert.Contains("Start a new run", missing.Message);
    }

    [Theory]
    [InlineData("../run", "plan", "json")]
    [InlineData("run", "a/b", "json")]
    [InlineData("run", "plan", "..")]
    [InlineData("", "plan", "json")]
    public async Task Names_that_could_lead_out_of_the_workspace_are_refused(string run, string name, string extension) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Workspace().PutAsync(run, name, extension, "x"u8.ToArray(), Token));

    [Fact]
    public async Task A_key_that_leads_out_of_the_workspace_is_not_read() =>
        await Assert.ThrowsAsync<WorkspaceException>(() => Workspace().GetAsync(new("run/../../secret", "00", 1), Token));

    [Fact]
    public async Task A_workspace_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(_temp.At("workspace"), "a file where the folder belongs", Token);

        var refused = await Assert.ThrowsAsync<OutputFolderException>(() => Workspace().PutAsync("run", "plan", "json", "x"u8.ToArray(), Token));
        Assert.Equal(_temp.At("workspace"), refused.Folder);
    }
}
