using System.Text;

namespace ExecReports.Git;

/// <summary>Parses <c>git for-each-ref</c>.</summary>
internal static class GitRefParser
{
    /// <summary>The fields of a reference.</summary>
    public const string Format = "%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:unix)%00%(*committerdate:unix)%00%(symref)%00%(HEAD)";

    /// <summary>Reads references to the end. <paramref name="headCommit"/> is what HEAD leads to.</summary>
    public static GitRefs Parse(Stream output, GitTip? headCommit)
    {
        var scanner = new ByteScanner(output);
        var branches = new Dictionary<string, GitTip>(StringComparer.Ordinal);
        var tags = new List<GitTag>();
        string? head = null;
        string? originHead = null;
        while (scanner.TryReadUntil((byte)'\n', out var line))
        {
            if (Encoding.UTF8.GetString(line).Split('\0') is not [var name, var type, var id, var peeledType, var peeledId, var date, var peeledDate, var target, var current])
            {
                throw new InvalidDataException("A reference of nine fields was expected from git for-each-ref.");
            }

            var at = long.TryParse(date, out var seconds) || long.TryParse(peeledDate, out seconds) ? seconds : 0;
            if (name.StartsWith(GitRefs.TagPrefix, StringComparison.Ordinal))
            {
                if (type == "commit" || peeledType == "commit")
                {
                    tags.Add(new GitTag(name[GitRefs.TagPrefix.Length..], type == "commit" ? id : peeledId, at));
                }
            }
            else if (name == GitRefs.RemoteHead)
            {
                originHead = target;
            }
            else if (type == "commit")
            {
                branches[name] = new GitTip(GitRefs.ShortName(name)!, id, at);
                head = current == "*" ? name : head;
            }
        }

        return new GitRefs(head, headCommit, originHead, branches, tags);
    }
}
