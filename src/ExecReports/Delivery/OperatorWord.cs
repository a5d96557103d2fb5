namespace ExecReports.Delivery;

/// <summary>Who decides about a delivery, and why; both are recorded with the decision.</summary>
public sealed record OperatorWord
{
    /// <summary>Most characters of <see cref="By"/>.</summary>
    public const int LongestName = 200;

    /// <summary>Most characters of <see cref="Why"/>.</summary>
    public const int LongestReason = 500;

    OperatorWord(string by, string why) => (By, Why) = (by, why);

    /// <summary>Who: a user name, as the host knows it.</summary>
    public string By { get; }

    /// <summary>Why.</summary>
    public string Why { get; }

    /// <summary>Makes one; outer space is dropped.</summary>
    /// <exception cref="OperatorActionException">One of them is empty, too long, or holds a line break or another control character.</exception>
    public static OperatorWord Of(string by, string why) => new(Checked(by, "who decides", LongestName), Checked(why, "why", LongestReason));

    static string Checked(string text, string what, int longest)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? throw Invalid($"It must be said {what}: it is recorded with the decision.")
            : trimmed.Length > longest ? throw Invalid($"What says {what} has {trimmed.Length} characters; at most {longest} are kept.")
            : trimmed.Any(char.IsControl) ? throw Invalid($"What says {what} holds a line break or another control character; one line is expected.")
            : trimmed;
    }

    static OperatorActionException Invalid(string message) => new(OperatorActionFault.Invalid, message);
}
