using System.Text.Json.Serialization;

namespace ExecReports.Operations;

/// <summary>Source-generated JSON of the operations file's records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CharterEvent))]
[JsonSerializable(typeof(Boat))]
internal sealed partial class OperationsJson : JsonSerializerContext;
