namespace ExecReports.Api.Runs;

/// <summary>Which texts can be the id of a run; anything else is looked up nowhere.</summary>
internal static class RunNames
{
    private const int Longest = 150;

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest && id[0] != '.' && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
