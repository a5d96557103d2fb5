using System.Text.RegularExpressions;

namespace ExecReports.Git;

/// <summary>What a commit's message says about itself.</summary>
internal static partial class CommitMessage
{
    private static readonly string[] _reviewTrailers =
        ["Reviewed-by:", "Approved-by:", "Acked-by:", "Reviewed-on:", "Pull-request:", "PR-URL:", "Merge-request:", "See merge request ", "Differential Revision:"];

    /// <summary>The first paragraph, in one line.</summary>
    public static string SubjectOf(string message)
    {
        var text = message.AsSpan().TrimStart("\r\n");
        var end = text.IndexOf("\n\n");
        text = (end < 0 ? text : text[..end]).TrimEnd();
        return text.Contains('\n') ? text.ToString().ReplaceLineEndings(" ") : text.ToString();
    }

    /// <summary>Whether the subject says that something is mended or taken back: revert, fix, hotfix, bugfix, rollback (and their forms) as whole words.</summary>
    public static bool IsFix(string message) => FixPattern().IsMatch(SubjectOf(message));

    /// <summary>Whether it went through a review: a pull-request number in brackets at the subject's end, or a review trailer.</summary>
    public static bool IsReviewed(string message)
    {
        if (PullRequestPattern().IsMatch(SubjectOf(message)))
        {
            return true;
        }

        foreach (var line in message.AsSpan().EnumerateLines())
        {
            foreach (var trailer in _reviewTrailers)
            {
                if (line.StartsWith(trailer, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(revert(s|ed|ing)?|(hot|bug)?fix(es|ed|ing)?|hot[- ]fix(es)?|roll(s|ed|ing)?[- ]?back)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FixPattern();

    [GeneratedRegex(@"\((#|!)\d+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex PullRequestPattern();
}
