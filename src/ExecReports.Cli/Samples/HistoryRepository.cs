using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ExecReports.Cli.Samples;

/// <summary>
/// Builds a bare git repository from a history. Only the history goes into the objects (author and committer, their dates, messages, files), so that
/// every machine gets the same hashes, whatever its git settings are.
/// </summary>
internal sealed partial class HistoryRepository
{
    private readonly string _file;
    private readonly HistoryFile _history;
    private readonly ObjectPack _pack = new();
    private readonly Dictionary<string, Branch> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

    /// <summary>A branch while it grows: its tip, its tree, the text of its files, and which of them changed since it began.</summary>
    private sealed record Branch(string? Tip, TreeFolder Tree, ImmutableDictionary<string, string> Files, ImmutableHashSet<string> Changed)
    {
        public static Branch Empty { get; } = new(null, TreeFolder.Empty, ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), []);
    }

    private HistoryRepository(string file, HistoryFile history)
    {
        _file = file;
        _history = history;
    }

    /// <summary>Builds the repository in <paramref name="folder"/>, which must not exist.</summary>
    /// <exception cref="HistoryFormatException">A commit cannot be made: it merges a branch that is not there, or removes a file that is not there.</exception>
    public static void Build(string file, HistoryFile history, string folder, CancellationToken cancellationToken)
    {
        var repository = new HistoryRepository(file, history);
        repository.Make(cancellationToken);
        repository.Write(folder);
    }

    private void Make(CancellationToken cancellationToken)
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
                    _branches[RefName(commit, commit.Branch)] = Add(commit, Find(commit.Branch), commit.Changes, second: null);
                    break;
                case HistoryTag tag:
                    _tags[RefName(tag, tag.Name)] = Find(_history.DefaultBranch).Tip ?? throw Wrong(tag, $"the tag {tag.Name} before any commit", "a commit first");
                    break;
            }
        }
    }

    /// <summary>The files of a bare repository that git asks for (<c>gitrepository-layout</c>): all objects in one pack, all references in one file.</summary>
    private void Write(string folder)
    {
        var packs = Directory.CreateDirectory(Path.Combine(folder, "objects", "pack")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "refs"));
        File.WriteAllText(Path.Combine(folder, "HEAD"), $"ref: refs/heads/{_history.DefaultBranch}\n");
        File.WriteAllText(Path.Combine(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");

        var references = _branches.Select(branch => (Name: $"refs/heads/{branch.Key}", Id: branch.Value.Tip!))
            .Concat(_tags.Select(tag => (Name: $"refs/tags/{tag.Key}", Id: tag.Value)))
            .OrderBy(reference => reference.Name, StringComparer.Ordinal);
        File.WriteAllText(
            Path.Combine(folder, "packed-refs"),
            $"# pack-refs with: peeled fully-peeled sorted \n{string.Concat(references.Select(reference => $"{reference.Id} {reference.Name}\n"))}");
        _pack.WriteTo(packs);
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

    private Branch Add(HistoryCommit commit, Branch branch, IReadOnlyList<HistoryChange> changes, string? second)
    {
        var files = branch.Files;
        var tree = branch.Tree;
        foreach (var change in changes)
        {
            if (change.Path.Split('/').Any(part => part is "" or "." or ".." or ".git"))
                throw Wrong(commit, $"the path {change.Path}", "a path below the repository, without empty parts, '.', '..' and '.git'");
            switch (change.Kind)
            {
                case HistoryChangeKind.Remove:
                    if (!tree.Has(change.Path))
                        throw Wrong(commit, $"the removal of {change.Path}", "a path that is there");
                    files = files.Remove(change.Path);
                    tree = tree.Without(change.Path);
                    break;
                default:
                    var text = change.Kind == HistoryChangeKind.Append ? $"{files.GetValueOrDefault(change.Path)}{change.Text}\n" : change.Text!;
                    files = files.SetItem(change.Path, text);
                    tree = tree.With(change.Path, _pack.Add(PackedKind.Blob, Encoding.UTF8.GetBytes(text)));
                    break;
            }
        }

        string[] parents = [.. new[] { branch.Tip, second }.OfType<string>()];
        return new Branch(CommitOf(commit, tree.WriteTo(_pack), parents), tree, files, branch.Changed.Union(changes.Select(change => change.Path)));
    }

    private string CommitOf(HistoryCommit commit, string tree, IReadOnlyList<string> parents)
    {
        var offset = commit.At.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var who = FormattableString.Invariant($"{commit.Person.Name} <{commit.Person.Email}> {commit.At.ToUnixTimeSeconds()} {offset}");
        var text = $"tree {tree}\n{string.Concat(parents.Select(parent => $"parent {parent}\n"))}author {who}\ncommitter {who}\n\n{commit.Message}";
        return _pack.Add(PackedKind.Commit, Encoding.UTF8.GetBytes(text));
    }

    private string RefName(HistoryEvent at, string name) => RefNames().IsMatch(name) && !name.EndsWith(".lock", StringComparison.Ordinal)
        ? name
        : throw Wrong(at, $"the branch or tag '{name}'", "letters, digits, '-', '_', and single '.' and '/' between them");

    [GeneratedRegex(@"^[\w-]+([./][\w-]+)*$", RegexOptions.ECMAScript)]
    private static partial Regex RefNames();

    private HistoryFormatException Wrong(HistoryEvent at, string found, string expected) => new(_file, at.Line, $"found {found}", expected);
}
