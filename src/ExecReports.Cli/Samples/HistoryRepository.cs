using System.Collections.Immutable;
using System.Text;
using LibGit2Sharp;

namespace ExecReports.Cli.Samples;

/// <summary>
/// Builds a bare git repository from a history. Only the history goes into the objects (author and committer, their dates, messages, files), so that
/// every machine gets the same hashes, whatever its git settings are.
/// </summary>
internal sealed class HistoryRepository
{
    private readonly string _file;
    private readonly HistoryFile _history;
    private readonly Repository _repository;
    private readonly Dictionary<string, Branch> _branches = new(StringComparer.Ordinal);

    /// <summary>A branch while it grows: its tip, the text of its files, and which of them changed since it began.</summary>
    private sealed record Branch(Commit? Tip, ImmutableDictionary<string, string> Files, ImmutableHashSet<string> Changed)
    {
        public static Branch Empty { get; } = new(null, ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), []);
    }

    private HistoryRepository(string file, HistoryFile history, Repository repository)
    {
        _file = file;
        _history = history;
        _repository = repository;
    }

    /// <summary>Builds the repository in <paramref name="folder"/>, which must not exist.</summary>
    /// <exception cref="HistoryFormatException">A commit cannot be made: it merges a branch that is not there, or removes a file that is not there.</exception>
    public static void Build(string file, HistoryFile history, string folder, CancellationToken cancellationToken)
    {
        Repository.Init(folder, isBare: true);
        using var repository = new Repository(folder);
        repository.ObjectDatabase.AddBackend(new ObjectsInMemory(), priority: int.MaxValue);
        new HistoryRepository(file, history, repository).Build(cancellationToken);
        repository.ObjectDatabase.Pack(new PackBuilderOptions(Path.Combine(folder, "objects", "pack")) { MaximumNumberOfThreads = 1 });
    }

    private void Build(CancellationToken cancellationToken)
    {
        foreach (var happening in _history.Events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (happening)
            {
                case HistoryCommit { Merges: { } merged } commit:
                    Merge(commit, merged);
                    break;
                case HistoryCommit commit:
                    _branches[NameOf(commit, commit.Branch)] = Add(commit, Find(commit.Branch), commit.Changes, second: null);
                    break;
                case HistoryTag tag:
                    var tip = Find(_history.DefaultBranch).Tip ?? throw Wrong(tag, $"the tag {tag.Name} before any commit", "a commit first");
                    _repository.Refs.Add($"refs/tags/{NameOf(tag, tag.Name)}", tip.Id);
                    break;
            }
        }

        foreach (var (name, branch) in _branches)
            _repository.Refs.Add($"refs/heads/{name}", branch.Tip!.Id);
        _repository.Refs.UpdateTarget("HEAD", $"refs/heads/{_history.DefaultBranch}");
    }

    private Branch Find(string name)
    {
        if (_branches.TryGetValue(name, out var branch))
            return branch;
        var trunk = _branches.GetValueOrDefault(_history.DefaultBranch, Branch.Empty);
        return trunk with { Changed = [] };
    }

    /// <summary>Takes the merged branch's files as they are there: histories are written without conflicts.</summary>
    private void Merge(HistoryCommit commit, string merged)
    {
        if (!_branches.TryGetValue(merged, out var branch))
            throw Wrong(commit, $"the merge of {merged}", $"a commit on {merged} before it");

        var changes = branch.Changed.Order(StringComparer.Ordinal).Select(path => branch.Files.TryGetValue(path, out var text)
            ? new HistoryChange(path, HistoryChangeKind.Write, text)
            : new HistoryChange(path, HistoryChangeKind.Remove, null));
        var trunk = Find(_history.DefaultBranch);
        _branches[_history.DefaultBranch] = Add(commit, trunk, [.. changes, .. commit.Changes], branch.Tip);
    }

    private Branch Add(HistoryCommit commit, Branch branch, IReadOnlyList<HistoryChange> changes, Commit? second)
    {
        var files = branch.Files;
        var tree = branch.Tip is { } parent ? TreeDefinition.From(parent) : new TreeDefinition();
        foreach (var change in changes)
        {
            if (change.Path.Split('/').Any(part => part is "" or "." or ".." or ".git"))
                throw Wrong(commit, $"the path {change.Path}", "a path below the repository, without empty parts, '.', '..' and '.git'");
            switch (change.Kind)
            {
                case HistoryChangeKind.Remove:
                    if (!files.ContainsKey(change.Path))
                        throw Wrong(commit, $"the removal of {change.Path}", "a path that is there");
                    files = files.Remove(change.Path);
                    tree.Remove(change.Path);
                    break;
                default:
                    var text = change.Kind == HistoryChangeKind.Append ? $"{files.GetValueOrDefault(change.Path)}{change.Text}\n" : change.Text!;
                    files = files.SetItem(change.Path, text);
                    tree.Add(change.Path, BlobOf(text), Mode.NonExecutableFile);
                    break;
            }
        }

        var signature = new Signature(commit.Person.Name, commit.Person.Email, commit.At);
        Commit[] parents = [.. new[] { branch.Tip, second }.OfType<Commit>()];
        var made = _repository.ObjectDatabase.CreateCommit(
            signature, signature, commit.Message, _repository.ObjectDatabase.CreateTree(tree), parents, prettifyMessage: false);
        return new Branch(made, files, branch.Changed.Union(changes.Select(change => change.Path)));
    }

    private Blob BlobOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var stream = new MemoryStream(bytes);
        return _repository.Lookup<Blob>(_repository.ObjectDatabase.Write<Blob>(stream, bytes.Length));
    }

    private string NameOf(HistoryEvent at, string name) => Reference.IsValidName($"refs/heads/{name}")
        ? name
        : throw Wrong(at, $"the branch or tag '{name}'", "a name that git takes for a branch: letters, digits, '-', '_', and single '.' and '/' between them");

    private HistoryFormatException Wrong(HistoryEvent at, string found, string expected) => new(_file, at.Line, $"found {found}", expected);
}
