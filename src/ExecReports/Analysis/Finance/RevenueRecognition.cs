using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>When a stream's revenue is earned, where it is booked, and until when it is deferred.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Earned">When it is earned.</param>
/// <param name="EarnedProposed">Whether that is a proposal by the kind of business, the handoff saying nothing.</param>
/// <param name="Account">Revenue account.</param>
/// <param name="DeferredUntil">Until when money taken before is deferred; null if nothing is taken before.</param>
/// <param name="DeferredProposed">Whether that is a proposal.</param>
/// <param name="DeferredAccount">Account that holds it till then; null if nothing is deferred.</param>
public sealed record RecognitionRule(
    Handoff Entity, RevenueStream Stream, string Earned, bool EarnedProposed, Account Account, string? DeferredUntil, bool DeferredProposed, Account? DeferredAccount);

/// <summary>
/// The revenue recognition framework: a rule per stream as the handoff states it; where it states none, a proposal by the kind of business
/// (charters when the trip has sailed, lodging night by night, deliveries on arrival, agencies when the work is accepted, equipment day by day, schools lesson by lesson, shops at the sale).
/// </summary>
public static class RevenueRecognition
{
    /// <summary>Rules of all streams, in the order of the handoffs.</summary>
    public static IReadOnlyList<RecognitionRule> Of(IReadOnlyList<Handoff> handoffs) => [.. handoffs.SelectMany(Of)];

    private static IEnumerable<RecognitionRule> Of(Handoff entity)
    {
        if (entity.Revenue.Count == 0)
            return [];
        var accounts = ChartOfAccounts.Of(entity);
        return entity.Revenue.Select(stream =>
        {
            var defers = ChartOfAccounts.Defers(entity, stream);
            var earned = Text(stream.Earned);
            var deferred = Text(stream.Deferred);
            return new RecognitionRule(
                entity,
                stream,
                earned ?? Proposal(entity, stream),
                earned is null,
                accounts.First(a => a.Class == AccountClass.Revenue && a.Mapped.Contains(stream)),
                deferred ?? (defers ? "the service is rendered" : null),
                defers && deferred is null,
                accounts.FirstOrDefault(a => a.Class == AccountClass.Liability && a.Mapped.Contains(stream)));
        });
    }

    private static string? Text(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    private static string Proposal(Handoff entity, RevenueStream stream) => stream.Contracted is not null ? "month by month" : entity.Kind switch
    {
        EntityKind.Charter => "when the trip has sailed",
        EntityKind.Rental => "night by night",
        EntityKind.Delivery => "on arrival",
        EntityKind.Agency => "when the work is accepted",
        EntityKind.EquipmentRental => "day by day",
        EntityKind.School => "lesson by lesson",
        EntityKind.Shop => "at the sale",
        _ => "when the service is rendered",
    };
}
