using ExecReports.Analysis.Operations;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Clients;

/// <summary>An invoice and how it stands, in words.</summary>
/// <param name="Invoice">The handoff's row.</param>
/// <param name="Standing">How it stands, in words: paid, past due by so many days.</param>
public sealed record InvoiceRow(Invoice Invoice, string Standing);

/// <summary>What a client report says.</summary>
public sealed record ClientsModel
{
    /// <summary>The entity's result.</summary>
    public required ClientResult Result { get; init; }
    /// <summary>All invoices.</summary>
    public required IReadOnlyList<InvoiceRow> Invoices { get; init; }
    /// <summary>Whom to call, in a sentence.</summary>
    public required string CallSentence { get; init; }
    /// <summary>Concentration, in a sentence.</summary>
    public required string ConcentrationSentence { get; init; }
    /// <summary>Whether the largest client's share is at or over the limit.</summary>
    public required bool ConcentrationRisk { get; init; }
}
