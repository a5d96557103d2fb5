namespace ExecReports.Api.Deliveries;

/// <summary>What came of sending again.</summary>
/// <param name="Run">The run.</param>
/// <param name="Succeeded">Whether everything that was taken up is sent now.</param>
/// <param name="Deliveries">What was taken up.</param>
/// <param name="Unknown">Ids of the run's deliveries that are unknown and were left alone.</param>
/// <param name="Held">Reports of the run that are held and were left alone.</param>
public sealed record ResendView(string Run, bool Succeeded, IReadOnlyList<ResentDelivery> Deliveries, IReadOnlyList<string> Unknown, IReadOnlyList<string> Held);

/// <summary>A delivery that was taken up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">The report.</param>
/// <param name="Recipient">Id of the recipient.</param>
/// <param name="Before">Where it stood.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="Error">What hinders it.</param>
public sealed record ResentDelivery(string Id, string Report, string Recipient, string Before, string State, string? Error);
