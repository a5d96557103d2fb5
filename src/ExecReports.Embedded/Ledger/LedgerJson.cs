using System.Text.Json.Serialization;
using ExecReports.Delivery;

namespace ExecReports.Embedded.Ledger;

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<ArchivedFile>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<OperatorDecision>))]
sealed partial class LedgerJson : JsonSerializerContext;
