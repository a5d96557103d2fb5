namespace ExecReports.Git;

/// <summary>
/// A repository's .mailmap: which proper name and address stand for those that a commit has. Taken from the default branch's tip in work trees and bare repositories alike
/// (git reads the work tree's file, which is the same unless it was edited). The rules are git's: the address decides, a line that also names the commit's name wins, case does not matter, later lines win.
/// </summary>
internal sealed class Mailmap
{
    /// <summary>The file, at the root of the tree.</summary>
    public const string Path = ".mailmap";

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses a .mailmap; lines that are none are passed over, as git does.</summary>
    public static Mailmap Parse(string text)
    {
        var map = new Mailmap();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith("#"))
            {
                map.Add(line);
            }
        }

        return map;
    }

    /// <summary>The proper name and address of an identity.</summary>
    public (string Name, string Email) Resolve(string name, string email)
    {
        if (!_entries.TryGetValue(email, out var entry))
        {
            return (name, email);
        }

        var proper = entry.ByName.TryGetValue(name, out var named) ? named : entry.Any;
        return (proper.Name ?? name, proper.Email ?? email);
    }

    private void Add(ReadOnlySpan<char> line)
    {
        if (!Identity(ref line, out var firstName, out var firstEmail))
        {
            return;
        }

        if (!Identity(ref line, out var secondName, out var secondEmail))
        {
            // "Proper Name <commit address>"
            if (firstName.Length > 0)
            {
                EntryOf(firstEmail).Any.Name = firstName;
            }

            return;
        }

        // A later line for an address adds to the earlier one; a later line for a name and address replaces it.
        var entry = EntryOf(secondEmail);
        var proper = secondName.Length == 0 ? entry.Any : entry.ByName[secondName] = new Proper();
        proper.Name = firstName.Length > 0 ? firstName : proper.Name;
        proper.Email = firstEmail.Length > 0 ? firstEmail : proper.Email;
    }

    private Entry EntryOf(string email) => _entries.TryGetValue(email, out var entry) ? entry : _entries[email] = new Entry();

    private static bool Identity(ref ReadOnlySpan<char> rest, out string name, out string email)
    {
        var open = rest.IndexOf('<');
        var close = open < 0 ? -1 : rest[open..].IndexOf('>');
        if (close < 0)
        {
            (name, email) = ("", "");
            return false;
        }

        name = rest[..open].Trim().ToString();
        email = rest[(open + 1)..(open + close)].ToString();
        rest = rest[(open + close + 1)..];
        return true;
    }

    private sealed class Entry
    {
        public Proper Any { get; } = new();

        public Dictionary<string, Proper> ByName { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    private sealed class Proper
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
