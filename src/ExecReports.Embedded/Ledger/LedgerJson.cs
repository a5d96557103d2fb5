using System.Text.Json.Serialization;
using ExecReports.Delivery;

namespace ExecReports.Embedded.Ledger;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<ArchivedFile>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
sealed partial class LedgerJson : JsonSerializerContext;
