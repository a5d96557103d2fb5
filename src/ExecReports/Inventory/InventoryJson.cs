using System.Text.Json.Serialization;

namespace ExecReports.Inventory;

/// <summary>Source-generated JSON of the inventory file's records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LambdaFunction))]
[JsonSerializable(typeof(Bucket))]
[JsonSerializable(typeof(Distribution))]
[JsonSerializable(typeof(Table))]
internal sealed partial class InventoryJson : JsonSerializerContext;
