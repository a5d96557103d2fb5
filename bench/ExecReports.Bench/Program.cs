using System.Globalization;
using BenchmarkDotNet.Running;
using ExecReports.Bench;

// generate FOLDER ENTITIES [COMMITS]      a portfolio with one repository per entity
// audit REPOSITORY AS-OF TIMES DAYS       audits the window of so many days so often in this process and prints the milliseconds of each audit
// send REPORTS RECIPIENTS RATE            delivers so many mails through SES's stand-in at that quota, in real time, and prints time and memory
// aws PORTFOLIO REPOSITORIES DELAY [TIMES] runs a portfolio with live inventory and delivery through AWS's stand-ins, so many milliseconds before each call, side by side and one call after the other
// (anything else)                         BenchmarkDotNet's own options, such as --filter '*Amount*'
switch (args)
{
    case ["generate", var folder, var entities, .. var commits]:
        GeneratedPortfolio.Write(folder, Number(entities), commits is [var count] ? Number(count) : 500);
        return 0;
    case ["audit", var repository, var asOf, var times, var days]:
        await TimedAudit.RunAsync(repository, DateOnly.Parse(asOf, CultureInfo.InvariantCulture), Number(times), Number(days));
        return 0;
    case ["send", var reports, var recipients, var rate]:
        await PacedSending.RunAsync(Number(reports), Number(recipients), double.Parse(rate, CultureInfo.InvariantCulture));
        return 0;
    case ["aws", var portfolio, var repositories, var delay, .. var times]:
        await AwsSampleRun.MeasureAsync(Path.GetFullPath(portfolio), Path.GetFullPath(repositories), TimeSpan.FromMilliseconds(Number(delay)), times is [var repeats] ? Number(repeats) : 3);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
