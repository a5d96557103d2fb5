using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Rendering;

/// <summary>Where a fact stands, and since when it has stood there, where that is long ago.</summary>
public static class PlaceWords
{
    /// <summary>
    /// <c>harbour.md:41</c>; of an old fact also its date: <c>harbour.md:41, as of 2 Aug 2026</c>, or <c>file of 2 Aug 2026</c> where its line is not in git and the date is the file's.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="asOf">The report's date.</param>
    /// <param name="thresholds">From which age on the date is shown.</param>
    public static string Of(SourceLine line, DateOnly asOf, Thresholds thresholds) => FactAge.IsOld(line, asOf, thresholds)
        ? $"{Formats.Place(line)}, {(line.DatedBy == LineDate.File ? "file" : "as")} of {Formats.Date(line.Changed)}"
        : Formats.Place(line);
}
