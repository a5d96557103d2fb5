namespace ExecReports.Cli.Output;

/// <summary>Asks before what cannot be taken back.</summary>
internal static class Confirmation
{
    /// <summary>Says the risk and asks at the terminal; true only for a plain yes. Where nobody can answer, it refuses and names <c>--yes</c>.</summary>
    /// <exception cref="UsageException">There is no terminal to ask at.</exception>
    public static bool Ask(string risk, string question)
    {
        Console.Error.WriteLine(risk);
        if (Console.IsInputRedirected)
            throw new UsageException("This needs an answer, and there is no terminal to ask at. --yes says that you take the risk.");

        Console.Error.Write($"{question} [y/N] ");
        return Console.In.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
