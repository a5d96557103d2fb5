using System.Globalization;
using System.Text.Json;
using Judge;

// Judge <portfolio> <figures.json>...: recomputes every amount of money and every count from the lines and records that the figure cites. Exit code 0: all are equal.
var portfolio = new Portfolio(args[0]);
var (equal, wrong) = (0, 0);
foreach (var file in args.Skip(1))
{
    var report = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
    foreach (var figure in report.GetProperty("figures").EnumerateArray().Select(figure => new Cited(portfolio, report, figure)).Where(figure => figure.Unit is "Money" or "MoneyPerMonth" or "Count"))
    {
        var said = figure.Value;
        Span? computed;
        try
        {
            computed = Rules.Compute(figure);
        }
        catch (NoRuleException)
        {
            Console.WriteLine($"NO RULE  {figure.Report} {figure.Id}");
            wrong++;
            continue;
        }

        var same = said is { } a && computed is { } b ? Near(a.Low, b.Low) && Near(a.High, b.High) : said is null && computed is null;
        Console.WriteLine($"{(same ? "equal  " : "DIFFERS")}  {figure.Report} {figure.Id}: {Shown(said)}{(same ? "" : $", from its sources {Shown(computed)}")}");
        if (same)
            equal++;
        else
            wrong++;
    }
}

Console.WriteLine($"{equal} equal, {wrong} wrong");
return wrong == 0 && equal > 0 ? 0 : 1;

// Quotients of decimals end in their 28th digit; nothing else may differ.
static bool Near(decimal a, decimal b) => Math.Abs(a - b) < 0.0000001m;

static string Shown(Span? span) => span is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Low:0.######} to {known.High:0.######}") : "unknown";
