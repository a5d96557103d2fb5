namespace ExecReports.Cli;

/// <summary>Settings on the command line, <c>NAME=value</c> each.</summary>
internal static class NamedValues
{
    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">One has no name. Values are not repeated.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IReadOnlyList<string> written)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in written)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !pair[..equals].All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                throw new UsageException("--set: NAME=value expected, such as --set REPORT_BUCKET=reports.");
            values[pair[..equals]] = pair[(equals + 1)..];
        }

        return values;
    }
}
