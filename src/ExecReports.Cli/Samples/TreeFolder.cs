using System.Collections.Immutable;
using System.Text;

namespace ExecReports.Cli.Samples;

/// <summary>A folder of a commit's tree. Commits share the folders that they leave alone, each of which goes into the pack once.</summary>
internal sealed class TreeFolder
{
    public static TreeFolder Empty { get; } = new(
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableDictionary.Create<string, TreeFolder>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, string> _files;
    private readonly ImmutableDictionary<string, TreeFolder> _folders;
    private string? _id;

    private TreeFolder(ImmutableDictionary<string, string> files, ImmutableDictionary<string, TreeFolder> folders)
    {
        _files = files;
        _folders = folders;
    }

    private bool IsEmpty => _files.IsEmpty && _folders.IsEmpty;

    /// <summary>Whether a file is at <paramref name="path"/>.</summary>
    public bool Has(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? _files.ContainsKey(path) : _folders.TryGetValue(path[..slash], out var folder) && folder.Has(path[(slash + 1)..]);
    }

    /// <summary>The same folder with <paramref name="blob"/> at <paramref name="path"/>.</summary>
    public TreeFolder With(string path, string blob)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return new TreeFolder(_files.SetItem(path, blob), _folders.Remove(path));
        var name = path[..slash];
        return new TreeFolder(_files.Remove(name), _folders.SetItem(name, _folders.GetValueOrDefault(name, Empty).With(path[(slash + 1)..], blob)));
    }

    /// <summary>The same folder without the file at <paramref name="path"/>, which is there; git knows no empty folders, so one that it leaves empty goes too.</summary>
    public TreeFolder Without(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return new TreeFolder(_files.Remove(path), _folders);
        var name = path[..slash];
        var left = _folders[name].Without(path[(slash + 1)..]);
        return new TreeFolder(_files, left.IsEmpty ? _folders.Remove(name) : _folders.SetItem(name, left));
    }

    /// <summary>Puts the folder, and those below it, into the pack.</summary>
    /// <returns>The tree's id.</returns>
    public string WriteTo(ObjectPack pack)
    {
        if (_id is null)
        {
            // Git's order: by the bytes of the names, as if a slash stood behind a folder's.
            var entries = _files.Select(file => (Order: file.Key, Entry: $"100644 {file.Key}\0", Id: file.Value))
                .Concat(_folders.Select(folder => (Order: $"{folder.Key}/", Entry: $"40000 {folder.Key}\0", Id: folder.Value.WriteTo(pack))))
                .OrderBy(entry => Encoding.UTF8.GetBytes(entry.Order), Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
            using var content = new MemoryStream();
            foreach (var (_, entry, id) in entries)
            {
                content.Write(Encoding.UTF8.GetBytes(entry));
                content.Write(Convert.FromHexString(id));
            }

            _id = pack.Add(PackedKind.Tree, content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        return _id;
    }
}
