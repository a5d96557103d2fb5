namespace ExecReports.Embedded.Tests.Hub;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("execreports-hub-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
