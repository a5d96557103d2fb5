using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Cli.Starter;

namespace ExecReports.Cli.Commands;

/// <summary><c>init</c>: writes a starter portfolio.</summary>
internal static class InitCommand
{
    private static readonly Option<string[]> Kinds = new("--kinds", "-k")
    {
        Description = $"Kinds of companies to write a handoff for, separated by commas: {string.Join(", ", StarterPortfolio.Kinds)}. Default: {string.Join(", ", StarterPortfolio.UsualKinds)}.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Make(PlaceOptions places)
    {
        // Not EXECREPORTS_PORTFOLIO: that one is there already.
        var folder = new Argument<string?>("folder") { Description = "Where it goes; made if missing. Default: --portfolio, else the current folder.", DefaultValueFactory = _ => null };
        var command = new CliCommand(
            "init", "Writes a starter portfolio to fill in; overwrites nothing.",
            ("init ~/companies", "four companies, all eight reports"),
            ("init ~/companies --kinds charter,shop", "only these"))
        {
            folder, Kinds,
        };
        command.SetAction(parsed => Write(
            Path.GetFullPath(parsed.GetValue(folder) ?? parsed.GetValue(places.Portfolio) ?? "."), Chosen(parsed.GetValue(Kinds) ?? []), parsed.GetValue(places.Json)));
        return command;
    }

    private static IReadOnlyList<string> Chosen(string[] written)
    {
        var kinds = written.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(kind => kind.ToLowerInvariant().Replace('_', '-').Replace(' ', '-')).Distinct().ToList();
        var unknown = kinds.Except(StarterPortfolio.Kinds).ToList();
        if (unknown.Count > 0)
            throw new UsageException([.. unknown.Select(kind => $"There is no kind '{kind}'. Kinds: {string.Join(", ", StarterPortfolio.Kinds)}.")]);
        return kinds.Count > 0 ? kinds : StarterPortfolio.UsualKinds;
    }

    private static int Write(string folder, IReadOnlyList<string> kinds, bool json)
    {
        var files = StarterPortfolio.Files(kinds);
        try
        {
            StarterPortfolio.Write(folder, files);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder} cannot be written ({unwritable.Message.TrimEnd('.')}). Name a folder that this user may write to.");
        }

        var paths = files.Select(file => Path.Combine(folder, file.Path)).ToList();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(paths, PathsJson.Default.ListString));
            return ExitCodes.Done;
        }

        foreach (var path in paths)
            Console.Out.WriteLine($"wrote {path}");
        Console.Out.WriteLine();
        Console.Out.WriteLine("Next: fill in what you know, and run. The reports say what is still missing and on which line.");
        Console.Out.WriteLine($"  execreports run --portfolio {folder} --out {Path.Combine(folder, "out")}");
        return ExitCodes.Done;
    }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class PathsJson : JsonSerializerContext;
