namespace ExecReports.Git.Lines;

/// <summary>Finds the lines of a file as it lies in the folder again in the file as it was committed: a line that was not changed since is as old as it was there.</summary>
internal static class LineMatch
{
    // Above this many pairs (two thousand changed lines against as many) the middle counts as changed: a bound on the work.
    private const long MostPairs = 4_000_000;

    /// <summary>For each line now, its place in <paramref name="before"/>; null for one that is new or changed. A longest common subsequence.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<string> now, IReadOnlyList<string> before)
    {
        var places = new int?[now.Count];
        var start = 0;
        while (start < now.Count && start < before.Count && now[start] == before[start])
        {
            places[start] = start++;
        }

        var (endNow, endBefore) = (now.Count, before.Count);
        while (endNow > start && endBefore > start && now[endNow - 1] == before[endBefore - 1])
        {
            places[--endNow] = --endBefore;
        }

        var (rows, columns) = (endNow - start, endBefore - start);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostPairs)
        {
            return places;
        }

        // lengths[i, j]: the longest common part of what stands from i on now and from j on before.
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = now[start + i] == before[start + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (now[start + i] == before[start + j])
            {
                places[start + i++] = start + j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return places;
    }
}
