using System.Globalization;

namespace ExecReports.Aws;

/// <summary>The first names of many: “a, b, c and 5 more”.</summary>
static class SomeNames
{
    public static string Of(IReadOnlyCollection<string> names, int most) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - most} more") : "");
}
