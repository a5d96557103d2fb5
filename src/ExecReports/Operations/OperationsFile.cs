using ExecReports.Schemas;

namespace ExecReports.Operations;

/// <summary>
/// Trips and boats from a JSON file of the portfolio (<c>operations/*.json</c>, <c>schemas/operations.schema.json</c>, <c>docs/inventory-and-operations.md</c>).
/// </summary>
/// <param name="path">The file on this machine.</param>
/// <param name="name">Its name in messages and in Sources: relative to the portfolio's folder.</param>
public sealed class OperationsFile(string path, string name) : IOperationsSource
{
    static readonly Lazy<JsonShape> Shape = new(() => JsonShape.Embedded("operations"));

    /// <inheritdoc/>
    /// <exception cref="SourceFileException">The file is no JSON object.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<OperationsSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return Parse(bytes, name, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
    }

    /// <summary>Reads a file's bytes; <paramref name="written"/> stands in where the file does not say when it was collected.</summary>
    /// <exception cref="SourceFileException">The bytes are no JSON object.</exception>
    public static OperationsSnapshot Parse(ReadOnlyMemory<byte> utf8, string name, DateTimeOffset written)
    {
        using var file = RecordFile.Parse(utf8, name, Shape.Value);
        return new OperationsSnapshot
        {
            CollectedAt = file.Moment("collectedAt", written),
            Source = name,
            Origin = file.Text("source"),
            Events = Events(file),
            Boats = Boats(file),
            Gaps = [.. file.Gaps, .. file.Texts("gaps")],
        };
    }

    static List<CharterEvent> Events(RecordFile file)
    {
        var seen = new HashSet<string>();
        var events = new List<CharterEvent>();
        var read = file.Records("events", OperationsJson.Default.CharterEvent,
            trip => trip with { End = trip.End == default ? trip.Start : trip.End, Crew = trip.Crew ?? [] });
        foreach (var (path, trip) in read)
        {
            if (trip.End < trip.Start)
                file.LeaveOut(path + "/end", Day(trip.End), $"a day on or after the start, {Day(trip.Start)}");
            else if (!seen.Add(trip.Id))
                file.LeaveOut(path + "/id", $"“{trip.Id}” a second time", "each trip once; the first is taken");
            else
                events.Add(trip);
            if (trip.WaiversSigned > trip.Guests)
                file.Tell(path + "/waiversSigned", $"{trip.WaiversSigned} waivers for {trip.Guests} guests", "not more waivers than guests; the trip is taken as it stands");
        }

        return events;
    }

    static List<Boat> Boats(RecordFile file)
    {
        var seen = new HashSet<(string, string)>();
        var boats = new List<Boat>();
        foreach (var (path, boat) in file.Records("boats", OperationsJson.Default.Boat, boat => boat with { Unavailable = boat.Unavailable ?? [] }))
        {
            if (!seen.Add((boat.Entity, boat.Name)))
            {
                file.LeaveOut(path, $"“{boat.Name}” a second time", "each boat of an entity once; the first is taken");
                continue;
            }

            foreach (var span in boat.Unavailable.Where(span => span.To < span.From))
                file.Tell(path + "/unavailable", $"{Day(span.From)} to {Day(span.To)}", "a span that ends on or after its first day; it is left out");
            boats.Add(boat with { Unavailable = [.. boat.Unavailable.Where(span => span.To >= span.From)] });
        }

        return boats;
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
