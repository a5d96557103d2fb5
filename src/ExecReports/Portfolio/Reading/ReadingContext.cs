namespace ExecReports.Portfolio.Reading;

/// <summary>What reading one file needs: its name, the portfolio's currency, and a place for diagnostics.</summary>
internal sealed class ReadingContext(string file, string currency)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public string File => file;
    public string Currency => currency;
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public SourceLine At(int line) => new(file, line);

    public void Add(DiagnosticSeverity severity, string code, SourceLine at, string found, string expected) =>
        _diagnostics.Add(new Diagnostic(severity, code, at, Shorten(found), expected));

    public void Error(string code, SourceLine at, string found, string expected) => Add(DiagnosticSeverity.Error, code, at, found, expected);

    public void Warning(string code, SourceLine at, string found, string expected) => Add(DiagnosticSeverity.Warning, code, at, found, expected);

    public void Hint(string code, SourceLine at, string found, string expected) => Add(DiagnosticSeverity.Hint, code, at, found, expected);

    // A diagnostic quotes what was found so that it can be searched for; a cell of a page's length would bury the message.
    private static string Shorten(string found) => found.Length <= 300 ? found : string.Concat(found.AsSpan(0, 297), "...");
}
