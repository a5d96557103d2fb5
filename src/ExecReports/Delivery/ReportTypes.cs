namespace ExecReports.Delivery;

/// <summary>Checks report types: they become parts of file names, archive keys and mail tags.</summary>
public static class ReportTypes
{
    const int Longest = 100;

    /// <summary>Whether it holds only ASCII letters, digits and hyphens, starts with a letter or digit, and has at most 100 characters.</summary>
    public static bool IsValid(string reportType) =>
        reportType.Length is > 0 and <= Longest && reportType[0] != '-' && reportType.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    /// <summary>Returns the report type.</summary>
    /// <exception cref="ArgumentException">It is not valid.</exception>
    public static string Checked(string reportType) => IsValid(reportType)
        ? reportType
        : throw new ArgumentException($"“{reportType}” is no report type: 1 to {Longest} letters a–z, digits and hyphens are expected, the first no hyphen.", nameof(reportType));
}
