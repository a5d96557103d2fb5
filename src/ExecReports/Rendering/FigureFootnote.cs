namespace ExecReports.Rendering;

/// <summary>Where one or several tiles of a report stand: the note behind their number.</summary>
/// <param name="Number">From 1, in the order in which the tiles come.</param>
/// <param name="Figures">Labels of the figures that rest on these places.</param>
/// <param name="Places">Files with lines, calls with time, commit ranges, records; in few words.</param>
public sealed record FigureFootnote(int Number, string Figures, string Places);
