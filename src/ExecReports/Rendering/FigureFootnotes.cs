using ExecReports.Analysis;

namespace ExecReports.Rendering;

/// <summary>Numbers the places that a report's tiles rest on; tiles with the same places share a number.</summary>
public static class FigureFootnotes
{
    // A figure over thirty files has a note of a few lines; the archived figures hold every place.
    private const int MostPlaces = 12;

    /// <summary>The notes of these figures in the order in which they come; a figure without sources has none.</summary>
    public static IReadOnlyList<FigureFootnote> Of(IEnumerable<Figure> figures) =>
        [.. figures.Select(figure => (figure.Label, Places: Places(figure))).Where(figure => figure.Places.Length > 0)
            .GroupBy(figure => figure.Places, StringComparer.Ordinal)
            .Select((group, index) => new FigureFootnote(index + 1, string.Join("; ", group.Select(figure => figure.Label)), group.Key))];

    /// <summary>Number of the note with a figure's places; null if it has none there.</summary>
    public static int? NumberOf(Figure figure, IReadOnlyList<FigureFootnote> notes) =>
        notes.FirstOrDefault(note => note.Places == Places(figure))?.Number;

    private static string Places(Figure figure)
    {
        var places = SourcePlaces.Of(figure.Sources);
        return places.Count <= MostPlaces ? string.Join("; ", places) : $"{string.Join("; ", places.Take(MostPlaces))}; and {places.Count - MostPlaces} more, named in the archived figures";
    }
}
