using LibGit2Sharp;

namespace ExecReports.Git;

/// <summary>Objects through libgit2.</summary>
internal sealed class LibGit2Objects(Repository repository, string folder, CancellationToken cancellationToken) : IGitObjects
{
    /// <inheritdoc/>
    public string ReadTreeOf(string commit) => Found<Commit>(commit).Tree.Sha;

    /// <inheritdoc/>
    public IReadOnlyList<GitStep> ReadSteps(string commit, int most)
    {
        var steps = new List<GitStep>();
        for (var next = commit; next is not null && steps.Count < most && repository.Lookup<Commit>(next) is { } found; next = steps[^1].FirstParent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps.Add(new GitStep(found.Sha, found.Tree.Sha, found.Parents.FirstOrDefault()?.Sha, found.Committer.When.ToUnixTimeSeconds()));
        }

        return steps;
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<GitFile>> ReadTrees(IReadOnlyList<string> trees) =>
        [.. trees.Select(tree =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (IReadOnlyList<GitFile>)[.. Found<Tree>(tree).Select(entry => new GitFile(entry.Name, entry.Target.Sha, KindOf(entry)))];
        })];

    /// <inheritdoc/>
    public IReadOnlyList<long?> ReadSizes(IReadOnlyList<string> blobs) =>
        [.. blobs.Select(blob =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return repository.ObjectDatabase.Contains(new ObjectId(blob)) ? repository.ObjectDatabase.RetrieveObjectMetadata(new ObjectId(blob)).Size : (long?)null;
        })];

    /// <inheritdoc/>
    public IEnumerable<byte[]> ReadBlobs(IReadOnlyList<string> blobs) =>
        blobs.Select(id =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var blob = Found<Blob>(id);
            using var content = blob.GetContentStream();
            var bytes = new byte[blob.Size];
            content.ReadExactly(bytes);
            return bytes;
        });

    private static GitFileKind KindOf(TreeEntry entry) => entry.Mode switch
    {
        Mode.Directory => GitFileKind.Folder,
        Mode.SymbolicLink => GitFileKind.Link,
        Mode.GitLink => GitFileKind.Submodule,
        _ => GitFileKind.File,
    };

    private T Found<T>(string id)
        where T : GitObject =>
        repository.Lookup<T>(id) ?? throw new GitAuditException($"{folder}: the object {id} is missing. Run `git fsck` there, and clone it anew.");
}
