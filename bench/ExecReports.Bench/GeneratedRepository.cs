using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ExecReports.Bench;

/// <summary>A bare repository: 40 files of some 2 KB, 1 to 3 of them changed by each commit, 5 authors, a tag every 50 commits, spread over the 360 days before the sample's date.</summary>
internal static class GeneratedRepository
{
    private static readonly DateTimeOffset s_last = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static void Write(string folder, int commits, int seed)
    {
        Git("init", "-q", "--bare", folder);
        using var import = Start("-C", folder, "fast-import", "--quiet");
        using (var stream = import.StandardInput)
        {
            var step = TimeSpan.FromDays(360) / commits;
            for (var n = 0; n < commits; n++)
                WriteCommit(stream, n, s_last - step * (commits - 1 - n), seed);
        }

        Await(import);
        Git("-C", folder, "symbolic-ref", "HEAD", "refs/heads/main");
        Git("-C", folder, "repack", "-q", "-a", "-d");
    }

    private static void WriteCommit(StreamWriter stream, int n, DateTimeOffset at, int seed)
    {
        var who = (n * 7 + seed) % 5;
        var when = string.Create(CultureInfo.InvariantCulture, $"Person {who} <person{who}@example.com> {at.ToUnixTimeSeconds()} +0000");
        var subject = n % 9 == 0 ? $"Fix what change {n} left" : $"Change {n}";
        stream.Write($"commit refs/heads/main\nauthor {when}\ncommitter {when}\ndata {subject.Length}\n{subject}\n");
        for (var i = 0; i <= n % 3; i++)
        {
            var file = n == 0 ? i : (n * 13 + i * 17 + seed) % 40;
            var text = Text(file, n);
            stream.Write($"M 100644 inline area{file % 5}/file{file}.txt\ndata {text.Length}\n{text}\n");
        }

        if (n % 50 == 49)
            stream.Write($"reset refs/tags/v{n / 50}\nfrom refs/heads/main\n\n");
    }

    private static string Text(int file, int revision)
    {
        var text = new StringBuilder();
        for (var line = 0; line < 40; line++)
            text.Append(CultureInfo.InvariantCulture, $"    line {line} of file {file}, as long as most lines are {(line == revision % 40 ? revision : 0)}\n");
        return text.ToString();
    }

    private static void Git(params string[] arguments)
    {
        using var git = Start(arguments);
        git.StandardInput.Close();
        Await(git);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardInput = true, StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        return Process.Start(start)!;
    }

    private static void Await(Process git)
    {
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new IOException($"git {string.Join(' ', git.StartInfo.ArgumentList)} ended with {git.ExitCode}.");
    }
}
