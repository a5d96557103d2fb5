using System.Text.Json.Serialization;
using ExecReports.Api.Archive;
using ExecReports.Api.Deliveries;
using ExecReports.Api.Health;
using ExecReports.Api.Http;
using ExecReports.Api.Runs;
using ExecReports.Api.Timetable;

namespace ExecReports.Api;

/// <summary>How the API's answers are written: camel case, words for enumerations, nothing for null; by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(Page<RunListEntry>))]
[JsonSerializable(typeof(StartedRun))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(RunHistoryView))]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(ReportEditions))]
[JsonSerializable(typeof(LedgerPage))]
[JsonSerializable(typeof(ResendView))]
[JsonSerializable(typeof(ScheduleList))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ReadinessView))]
internal sealed partial class ApiJson : JsonSerializerContext;
