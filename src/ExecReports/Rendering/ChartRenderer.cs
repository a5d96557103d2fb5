using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering.Typefaces;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using Color = ScottPlot.Color;

namespace ExecReports.Rendering;

/// <summary>
/// Draws charts as PNG, 640 logical pixels wide at double resolution. Values stand beside what they measure, so there are no grids and no legends.
/// The same chart gives the same picture on any machine: the typeface comes with the product.
/// </summary>
public static class ChartRenderer
{
    private const int Width = 640;
    private const int Height = 320;
    private const int LongestLabel = 30;
    private const double LetterWidth = 7.2;

    private static readonly Color s_ink = Color.FromHex("#1f2924");
    private static readonly Color s_quiet = Color.FromHex("#56625b");
    private static readonly Color s_line = Color.FromHex("#c9d0c8");
    private static readonly Color s_target = Color.FromHex("#b7791f");
    private static readonly Color[] s_series = [Color.FromHex("#2f7d58"), Color.FromHex("#3b6ea5"), Color.FromHex("#b7791f"), Color.FromHex("#7a5195"), Color.FromHex("#8a4b3c")];

    private static readonly PackagedTypeface s_typeface = new();

    // The drawing library keeps typefaces in shared tables that are not made for several threads.
    private static readonly Lock s_drawing = new();

    /// <summary>Draws a chart; money has the symbol of <paramref name="currency"/>.</summary>
    public static byte[] Png(Chart chart, string currency)
    {
        using var surface = Draw(chart, currency);
        using var pixels = surface.PeekPixels();
        // Flat areas and text pack best unfiltered (the encoder's own choice, the best filter for each line, takes five times as long and more bytes), and the background is white, so no alpha is kept.
        using var opaque = pixels.WithAlphaType(SKAlphaType.Opaque);
        using var png = opaque.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, zLibLevel: 3))
            ?? throw new InvalidOperationException($"The chart '{chart.Id}' could not be encoded as PNG.");
        return png.ToArray();
    }

    private static SKSurface Draw(Chart chart, string currency)
    {
        lock (s_drawing)
            return DrawAlone(chart, currency);
    }

    private static SKSurface DrawAlone(Chart chart, string currency)
    {
        if (!Fonts.FontResolvers.Contains(s_typeface))
            Fonts.FontResolvers.Insert(0, s_typeface);
        Fonts.Default = PackagedTypeface.Family;
        using var plot = new Plot { ScaleFactor = 2 };
        plot.Font.Set(PackagedTypeface.Family);
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.HideGrid();
        plot.Axes.Title.Label.Text = MarkdownText.Clean(chart.Title);
        plot.Axes.Title.Label.FontSize = 17;
        plot.Axes.Title.Label.Bold = true;
        plot.Axes.Title.Label.ForeColor = s_ink;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.TickLabelStyle.ForeColor = s_quiet;
            axis.TickLabelStyle.FontSize = 14;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }

        var height = chart switch
        {
            RangeBars bars => DrawRanges(plot, bars, currency),
            Columns columns => DrawColumns(plot, columns, currency),
            Lines lines => DrawLines(plot, lines, currency),
            SmallLines lines => DrawSmallLines(plot, lines),
            _ => throw new ArgumentException($"There is no drawing for a {chart.GetType().Name}.", nameof(chart)),
        };
        var surface = SKSurface.Create(new SKImageInfo(Width * 2, height * 2, SKColorType.Rgba8888, SKAlphaType.Premul));
        plot.Render(surface.Canvas, Width * 2, height * 2);
        return surface;
    }

    private static int DrawRanges(Plot plot, RangeBars chart, string currency)
    {
        var bars = chart.Bars;
        var most = (double)bars.Select(bar => bar.High).DefaultIfEmpty(1).Max();
        var least = Math.Min(0, (double)bars.Select(bar => bar.Low).DefaultIfEmpty(0).Min());
        var span = most - least is var s && s > 0 ? s : 1;
        var texts = bars.Select(bar => PerMonthDropped(Formats.Value(new Bounds(bar.Low, bar.High), chart.Unit, currency))).ToList();
        var ticks = new NumericManual();
        for (var i = 0; i < bars.Count; i++)
        {
            var y = bars.Count - 1 - i;
            ticks.AddMajor(y, Short(bars[i].Label));
            var (low, high) = ((double)bars[i].Low, (double)bars[i].High);
            // Up to the low end pale, from there to the high end strong.
            AddBar(plot, y, 0, low, low == high ? s_series[0] : s_series[0].Lighten(.55), horizontal: true);
            AddBar(plot, y, low, high, s_series[0], horizontal: true);
            AddText(plot, texts[i], Math.Max(0, high) + span * .012, y, Alignment.MiddleLeft, s_ink);
        }

        plot.Axes.Left.TickGenerator = ticks;
        plot.Axes.Left.TickLabelStyle.ForeColor = s_ink;
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        plot.Axes.SetLimits(least, most + RoomBehind(span, texts, bars.Select(bar => Short(bar.Label))), -.6, bars.Count - .4);
        return Math.Clamp(64 + 34 * bars.Count, 130, 720);
    }

    private static int DrawColumns(Plot plot, Columns chart, string currency)
    {
        var values = chart.Values;
        var known = values.Where(column => column.Value is not null).Select(column => (double)column.Value!.Value).Append((double)(chart.Target ?? 0)).ToList();
        var most = Math.Max(0, known.Max());
        var least = Math.Min(0, known.Min());
        var span = most - least is var s && s > 0 ? s : 1;
        var ticks = new NumericManual();
        var labelEvery = values.Count <= 14;
        var target = chart.Target is { } limit ? $"{MarkdownText.Clean(chart.TargetLabel ?? "Target")}\n{Formats.Value(limit, chart.Unit, currency)}" : "";
        var behind = chart.Target is null ? 0 : 12 + LetterWidth * target.Split('\n').Max(line => line.Length);
        var plotWidth = Width - 60 - behind;
        var letters = Math.Max(4, (int)(plotWidth / Math.Max(1, values.Count) / LetterWidth) - 1);
        var every = labelEvery ? 1 : (int)Math.Ceiling((Math.Min(12, values.Max(column => column.Label.Length)) + 2) * LetterWidth * values.Count / plotWidth);
        for (var i = 0; i < values.Count; i++)
        {
            if (i % every == 0)
                ticks.AddMajor(i, labelEvery ? TwoLines(values[i].Label, letters) : Short(values[i].Label, 12));
            if (values[i].Value is { } value)
            {
                AddBar(plot, i, 0, (double)value, s_series[0], horizontal: false);
                if (labelEvery)
                    AddText(plot, PerMonthDropped(Formats.Value(value, chart.Unit, currency)), i, Math.Max(0, (double)value) + span * .015, Alignment.LowerCenter, s_ink);
            }
            else
            {
                AddText(plot, "?", i, span * .015, Alignment.LowerCenter, s_quiet);
            }
        }

        if (chart.Target is { } at)
        {
            var line = plot.Add.HorizontalLine((double)at, 1.5f, s_target, LinePattern.Dashed);
            line.EnableAutoscale = false;
            AddText(plot, target, values.Count - .38, (double)at, Alignment.MiddleLeft, s_target, bold: true);
        }

        plot.Axes.Bottom.TickGenerator = ticks;
        plot.Axes.Left.TickGenerator = labelEvery ? new NumericManual() : Scale(chart.Unit, currency);
        plot.Axes.Bottom.FrameLineStyle.Width = 1;
        plot.Axes.Bottom.FrameLineStyle.Color = s_line;
        plot.Axes.SetLimits(-.6, values.Count - .4 + values.Count * behind / plotWidth, least, most + span * .18);
        return Height;
    }

    private static int DrawLines(Plot plot, Lines chart, string currency)
    {
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        var right = points.Select(point => (double)point.X).Concat(chart.Marks.Select(mark => (double)mark.X)).DefaultIfEmpty(1).Max();
        var left = points.Select(point => (double)point.X).Concat(chart.Marks.Select(mark => (double)mark.X)).DefaultIfEmpty(0).Min();
        var most = Math.Max(0, points.Select(point => (double)point.High).DefaultIfEmpty(1).Max());
        var least = Math.Min(0, points.Select(point => (double)point.Low).DefaultIfEmpty(0).Min());
        var (across, up) = (right > left ? right - left : 1, most > least ? most - least : 1);
        var ends = new List<(string Label, double Y, Color Color)>();
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var series = chart.Series[i];
            var color = s_series[i % s_series.Length];
            var xs = series.Points.Select(point => (double)point.X).ToArray();
            if (xs.Length == 0)
                continue;
            var lows = series.Points.Select(point => (double)point.Low).ToArray();
            var highs = series.Points.Select(point => (double)point.High).ToArray();
            if (series.Points.Any(point => point.Low != point.High))
            {
                var band = plot.Add.FillY(xs, lows, highs);
                band.FillColor = color.WithAlpha(.18);
                band.LineWidth = 0;
                band.MarkerSize = 0;
                AddLine(plot, xs, lows, color, 1);
                AddLine(plot, xs, highs, color, 1);
            }
            else
            {
                AddLine(plot, xs, lows, color, 2.5f);
            }

            ends.Add((Short(series.Label, 22), (lows[^1] + highs[^1]) / 2, color));
        }

        // Names stand at the lines' ends, moved apart where they would overlap.
        var free = double.NegativeInfinity;
        foreach (var (label, y, color) in ends.OrderBy(end => end.Y))
        {
            var at = Math.Max(y, free);
            AddText(plot, label, right + across * .015, at, Alignment.MiddleLeft, color, bold: true);
            free = at + up * .075;
        }

        var marks = chart.Marks.OrderBy(mark => mark.X).ToList();
        foreach (var mark in marks)
            plot.Add.VerticalLine((double)mark.X, 1.5f, s_target, LinePattern.Dashed).EnableAutoscale = false;
        var row = 0;
        for (var i = 0; i < marks.Count; i++)
        {
            // Of two marks the left one is named on its left, where there is room, so that their names do not stand in each other's way.
            var mark = marks[i];
            var onLeft = (double)mark.X > left + across * (i < marks.Count - 1 ? .25 : .8);
            row = i > 0 && onLeft == (double)marks[i - 1].X > left + across * .25 ? row + 1 : 0;
            AddText(plot, Short(mark.Label, 40), (double)mark.X + (onLeft ? -1 : 1) * across * .01, most + up * (.2 - .075 * (row % 3)), onLeft ? Alignment.MiddleRight : Alignment.MiddleLeft, s_target, bold: true);
        }

        plot.Axes.Left.TickGenerator = Scale(chart.Unit, currency);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = x => x > right ? "" : Formats.Number((decimal?)Math.Round((decimal)x, 2)) };
        plot.Axes.Bottom.Label.Text = MarkdownText.Clean(chart.XTitle);
        plot.Axes.Bottom.Label.FontSize = 14;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Bottom.Label.ForeColor = s_quiet;
        plot.Axes.Bottom.FrameLineStyle.Width = 1;
        plot.Axes.Bottom.FrameLineStyle.Color = s_line;
        plot.Axes.SetLimits(left, right + RoomBehind(across, ends.Select(end => end.Label), ["$100K"]), least, most + up * .26);
        return Height;
    }

    private static int DrawSmallLines(Plot plot, SmallLines chart)
    {
        const int Across = 3;
        const double RowHeight = 1.0;
        var rows = (chart.Series.Count + Across - 1) / Across;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var line = chart.Series[i];
            var (left, bottom) = (i % Across, (rows - 1 - i / Across) * RowHeight);
            var known = line.Values.OfType<decimal>().ToList();
            var (least, most) = ((double)known.Min(), (double)known.Max());
            double X(int at) => left + .04 + .84 * at / Math.Max(1, line.Values.Count - 1);
            double Y(decimal value) => bottom + .14 + (most > least ? .34 * ((double)value - least) / (most - least) : .17);
            AddText(plot, Short(line.Label, 24), left + .02, bottom + .86, Alignment.MiddleLeft, s_quiet);
            AddText(plot, line.Now, left + .02, bottom + .66, Alignment.MiddleLeft, s_ink, bold: true);
            var run = new List<int>();
            for (var at = 0; at <= line.Values.Count; at++)
            {
                if (at < line.Values.Count && line.Values[at] is not null)
                {
                    run.Add(at);
                    continue;
                }

                // A gap ends a run: no line is drawn over what is not known.
                if (run.Count > 0)
                    AddLine(plot, [.. run.Select(X)], [.. run.Select(one => Y(line.Values[one]!.Value))], s_series[0], 2);
                run.Clear();
            }

            if (line.Values[^1] is { } last)
                plot.Add.Marker(X(line.Values.Count - 1), Y(last), MarkerShape.FilledCircle, 6, s_series[0]);
        }

        plot.Axes.Left.TickGenerator = new NumericManual();
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        plot.Axes.Bottom.Label.Text = $"{chart.First} to {chart.Last}";
        plot.Axes.Bottom.Label.FontSize = 14;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Bottom.Label.ForeColor = s_quiet;
        plot.Axes.SetLimits(0, Across, 0, rows * RowHeight);
        return 70 + 96 * rows;
    }

    /// <summary>Space to leave behind the data for the texts there, in units of the axis, from what is left of the picture beside the texts before it.</summary>
    private static double RoomBehind(double span, IEnumerable<string> behind, IEnumerable<string> before)
    {
        var plotWidth = Math.Max(200, Width - 40 - LetterWidth * before.Select(text => text.Length).DefaultIfEmpty(0).Max());
        var room = Math.Min(plotWidth / 2, 12 + LetterWidth * behind.Select(text => text.Length).DefaultIfEmpty(0).Max());
        return span * room / (plotWidth - room);
    }

    // The title says that it is per month.
    private static string PerMonthDropped(string text) => text.Replace("/month", "", StringComparison.Ordinal);

    private static NumericAutomatic Scale(FigureUnit unit, string currency) => new()
    {
        TargetTickCount = 5,
        LabelFormatter = y => PerMonthDropped(Formats.Value((decimal)Math.Round(y, 4), unit, currency)),
    };

    private static void AddBar(Plot plot, double position, double from, double to, Color color, bool horizontal) => plot.Add.Bar(new Bar
    {
        Position = position,
        ValueBase = from,
        Value = to,
        Size = .62,
        FillColor = color,
        LineWidth = 0,
        Orientation = horizontal ? Orientation.Horizontal : Orientation.Vertical,
    });

    private static void AddLine(Plot plot, double[] xs, double[] ys, Color color, float width)
    {
        var line = plot.Add.ScatterLine(xs, ys, color);
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    private static void AddText(Plot plot, string text, double x, double y, Alignment alignment, Color color, bool bold = false)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelAlignment = alignment;
        label.LabelFontColor = color;
        label.LabelFontSize = 14;
        label.LabelBold = bold;
        label.LabelPadding = 1;
        label.LabelBackgroundColor = Colors.White;
    }

    // A column's name that is wider than its column is broken at a space.
    private static string TwoLines(string label, int letters)
    {
        var clean = MarkdownText.Clean(label);
        var space = clean.Length <= letters ? -1 : clean.LastIndexOf(' ', Math.Min(clean.Length - 1, letters));
        return space <= 0 ? Short(clean, letters) : $"{clean[..space]}\n{Short(clean[(space + 1)..], letters)}";
    }

    private static string Short(string label, int longest = LongestLabel)
    {
        var clean = MarkdownText.Clean(label);
        return clean.Length <= longest ? clean : clean[..(longest - 1)].TrimEnd() + "…";
    }
}
