using ExecReports.Analysis;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Reports;
using ExecReports.Reports.Accounting;
using ExecReports.Reports.Ceo;
using ExecReports.Reports.Cfo;
using ExecReports.Reports.Clients;
using ExecReports.Reports.Cmo;
using ExecReports.Reports.Cto;
using ExecReports.Reports.VesselDeliveries;
using ExecReports.Reports.Rental;

namespace EndToEnd.Samples;

/// <summary>The facts of a copy of the sample, read from its files, and the eight reports made of them.</summary>
internal static class SampleFacts
{
    private static readonly DateTimeOffset Collected = new(2026, 11, 24, 14, 0, 0, TimeSpan.Zero);

    public static PortfolioFacts Of(SampleCopy sample)
    {
        var reader = new PortfolioReader(sample.Path);
        var settings = reader.ReadSettings();
        return new PortfolioFacts
        {
            AsOf = settings.AsOf!.Value,
            Settings = settings,
            Handoffs = [.. reader.List().Select(file => reader.Read(file, settings))],
            Inventory = [InventoryFile.Parse(Bytes(sample, "inventory", "aws.json"), "inventory/aws.json", Collected)],
            Operations = [OperationsFile.Parse(Bytes(sample, "operations", "charters.json"), "operations/charters.json", Collected)],
            CollectedAt = Collected,
        };
    }

    /// <summary>The figures of a report of officers.</summary>
    public static IReadOnlyList<Figure> Figures<TReport>(SampleCopy sample)
        where TReport : IReportBuilder, new() => new TReport().Build(Of(sample), null).Figures;

    /// <summary>The figures of all eight reports, by report and figure id.</summary>
    public static Dictionary<string, Figure> AllFigures(SampleCopy sample)
    {
        var facts = Of(sample);
        IReportBuilder[] officers = [new CeoReport(), new CtoReport(), new AccountingReport(), new CmoReport(), new CfoReport()];
        (IReportBuilder Report, EntityKind Kind)[] domains =
            [(new RentalReport(), EntityKind.Rental), (new DeliveryReport(), EntityKind.Delivery), (new ClientsReport(), EntityKind.Agency)];
        var contents = officers.Select(report => (report.Id, Content: report.Build(facts, null)))
            .Concat(domains.Select(domain => (domain.Report.Id, Content: domain.Report.Build(facts, facts.Handoffs.Single(entity => entity.Kind == domain.Kind)))));
        return contents.SelectMany(report => report.Content.Figures.Select(figure => (Key: $"{report.Id}/{figure.Id}", Figure: figure))).ToDictionary(one => one.Key, one => one.Figure);
    }

    private static byte[] Bytes(SampleCopy sample, params string[] parts) => File.ReadAllBytes(Path.Combine([sample.Path, .. parts]));
}
