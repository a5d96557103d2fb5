using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>Makes the content of one built-in report: a pure function of the run's facts.</summary>
public interface IReportBuilder
{
    /// <summary>Id of the report's template.</summary>
    string Id { get; }

    /// <summary>Builds the content; <paramref name="entity"/> is the one that a domain report speaks about, null for an officer's report.</summary>
    ReportContent Build(PortfolioFacts facts, Handoff? entity);
}
