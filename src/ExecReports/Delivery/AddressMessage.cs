namespace ExecReports.Delivery;

/// <summary>Adds To and Message-ID, and nothing else, to an archived message.</summary>
/// <param name="archivedEml">The message without them.</param>
/// <param name="recipientAddress">The one recipient.</param>
/// <param name="messageId">Without angle brackets.</param>
public delegate byte[] AddressMessage(ReadOnlyMemory<byte> archivedEml, string recipientAddress, string messageId);
