namespace ExecReports.Cli.Doctor;

/// <summary>How grave a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Nothing is missing; it could be written better.</summary>
    Hint,
    /// <summary>A run works, and something in its reports is less than it could be.</summary>
    Warning,
    /// <summary>A run, or a part of it, would fail; or a value that somebody wrote counts as unknown.</summary>
    Fault,
}

/// <summary>One thing that was checked.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Where">File and line, folder, repository.</param>
/// <param name="What">What was found and, where it is not good, what would be right.</param>
internal sealed record Finding(FindingLevel Level, string Where, string What)
{
    /// <summary>A fault told by a message that may begin with its own place, which is said once only.</summary>
    /// <param name="where">Where it is, as far as the caller knows.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="named">The place as messages name it; without it <paramref name="where"/>.</param>
    public static Finding Fault(string where, string message, string? named = null)
    {
        named ??= where;
        if (!message.StartsWith(named + ':', StringComparison.Ordinal))
            return new Finding(FindingLevel.Fault, where, message);

        var rest = message[(named.Length + 1)..];
        var line = rest.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return line > 0 && rest[line] == ':'
            ? new Finding(FindingLevel.Fault, $"{where}:{rest[..line]}", rest[(line + 1)..].TrimStart())
            : new Finding(FindingLevel.Fault, where, rest.TrimStart());
    }
}
