using ExecReports.Api.Http;
using ExecReports.Api.Runs;
using ExecReports.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api.Deliveries;

/// <summary>Sending again.</summary>
/// <param name="parts">What it stands on.</param>
public sealed class ResendApi(ApiParts parts)
{
    /// <summary><c>POST /api/runs/{id}/resend</c>: what failed or is pending in a run that has ended; or unknown deliveries, by their ids.</summary>
    /// <param name="id">The run.</param>
    /// <param name="request">The request.</param>
    /// <param name="by">Who asks; it is recorded.</param>
    /// <param name="client">The task hub.</param>
    /// <param name="cancellationToken">Ends it between two deliveries.</param>
    public async Task<IResult> ResendAsync(string id, HttpRequest request, string by, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (json, fault) = await JsonBody.ReadAsync(request, parts.Limits.BodyBytes, cancellationToken);
        if (fault is not null)
            return fault;
        var errors = new FieldErrors();
        var body = ResendBody.Read(json, errors);
        if (errors.Any)
            return Problem.Invalid(errors);
        if (!RunNames.IsValid(id))
            return Problem.NotFound("There is no such run.");
        // A run that has left the history may still have deliveries to send again; one at work sends them itself.
        if (await client.GetInstanceAsync(id, cancellationToken) is { } run && !RunStatuses.IsFinal(RunStatuses.Of(run.RuntimeStatus)))
            return Problem.Conflict("The run is at work and delivers by itself. Wait until it has ended, or cancel it.");

        try
        {
            var word = OperatorWord.Of(by, body.Why);
            var receipt = body.Unknown.Count == 0
                ? await parts.Operators.ResendFailedAsync(id, word, cancellationToken)
                : await ResendUnknownAsync(id, body.Unknown, word, cancellationToken);
            return new JsonAnswer<ResendView>(View(receipt), ApiJson.Default.ResendView);
        }
        catch (OperatorActionException refused)
        {
            return refused.Fault switch
            {
                OperatorActionFault.Invalid => Problem.Invalid(body.Unknown.Count == 0 ? "why" : "unknown", refused.Message),
                OperatorActionFault.NotFound => Problem.NotFound(refused.Message),
                _ => Problem.Conflict(refused.Message),
            };
        }
    }

    private async Task<ResendReceipt> ResendUnknownAsync(string id, IReadOnlyList<string> deliveries, OperatorWord word, CancellationToken cancellationToken)
    {
        var items = await parts.Ledger.ListAsync(new LedgerFilter { RunId = id }, cancellationToken);
        var known = items.SelectMany(item => item.Deliveries).Select(delivery => delivery.DeliveryId).ToHashSet();
        // All of them are looked at before the first is sent.
        if (deliveries.FirstOrDefault(delivery => !known.Contains(delivery)) is { } stranger)
            throw new OperatorActionException(OperatorActionFault.NotFound, $"This run has no delivery '{stranger}'. GET /api/ledger?run={id} shows them.");
        var receipts = new List<OperatorReceipt>();
        foreach (var delivery in deliveries.Distinct())
            receipts.Add(await parts.Operators.ResendUnknownAsync(delivery, word, cancellationToken));
        return new ResendReceipt(id, receipts, [], []);
    }

    private static ResendView View(ResendReceipt receipt) => new(
        receipt.RunId,
        receipt.Succeeded,
        [.. receipt.Deliveries.Select(delivery => new ResentDelivery(
            delivery.DeliveryId, delivery.ReportType, delivery.RecipientId, delivery.Before.ToString().ToLowerInvariant(), delivery.State.ToString().ToLowerInvariant(), delivery.Error))],
        receipt.Unknown,
        receipt.Held);
}
