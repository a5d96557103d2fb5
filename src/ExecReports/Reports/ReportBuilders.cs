using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Reports.Accounting;
using ExecReports.Reports.Ceo;
using ExecReports.Reports.Cfo;
using ExecReports.Reports.Changes;
using ExecReports.Reports.Clients;
using ExecReports.Reports.Cmo;
using ExecReports.Reports.Cto;
using ExecReports.Reports.Decisions;
using ExecReports.Reports.Rental;
using ExecReports.Reports.Statuses;
using ExecReports.Reports.VesselDeliveries;

namespace ExecReports.Reports;

/// <summary>The builders of the built-in reports.</summary>
public static class ReportBuilders
{
    /// <summary>One builder per built-in template, officers' reports first.</summary>
    public static IReadOnlyList<IReportBuilder> BuiltIn { get; } =
        [new CeoReport(), new CtoReport(), new AccountingReport(), new CmoReport(), new CfoReport(), new RentalReport(), new DeliveryReport(), new ClientsReport()];

    /// <summary>Where a built-in report stands in lists.</summary>
    internal static int PlaceOf(string id) => BuiltIn.TakeWhile(builder => builder.Id != id).Count();

    /// <summary>What a template's report says: by its own builder if it ships with the product, else from the models of all of them.</summary>
    public static ReportContent Content(ReportTemplate template, PortfolioFacts facts, Handoff? entity) => template.BuiltIn
        ? BuiltIn.Single(builder => builder.Id == template.Id).Build(facts, entity) with
        {
            Decide = DecisionBook.Of(facts).For(template.ReportTypeFor(entity?.Id)),
            FillFirst = FirstBlanks.Of(template.Id, facts, entity),
            Statuses = StatusBanners.Of(template.Id, facts, entity),
            Open = OpenItems.Of(template.Id, facts, entity),
        }
        : CustomReport.Of(template, facts, entity, BuiltIn);
}
