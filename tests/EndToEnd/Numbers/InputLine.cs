namespace EndToEnd.Numbers;

/// <summary>A line of an input file that holds a number, and the words that say what the number is of.</summary>
/// <param name="File">The file, relative to the portfolio's folder.</param>
/// <param name="Line">Its number.</param>
/// <param name="Text">The line.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Words">Words that stand with them: the line's own, for a row without words its table's headings, in JSON those of the values of the same object.</param>
internal sealed record InputLine(string File, int Line, string Text, IReadOnlyList<WrittenNumber> Numbers, IReadOnlySet<string> Words);
