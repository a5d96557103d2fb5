using System.Security.Cryptography;
using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

sealed class MemoryArchive : IReportArchive
{
    public Dictionary<string, byte[]> Objects { get; } = [];

    public Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken)
    {
        lock (Objects)
            if (!Objects.TryAdd(item.Key, item.Content.ToArray()) && !item.Content.Span.SequenceEqual(Objects[item.Key]))
                throw new ArchiveConflictException(item.Key, Convert.ToHexStringLower(SHA256.HashData(Objects[item.Key])), "other");
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Read(key));

    byte[]? Read(string key)
    {
        lock (Objects)
            return Objects.GetValueOrDefault(key);
    }

    public Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Objects.Keys
            .Where(key => key.EndsWith(".json", StringComparison.Ordinal) && ArchiveKeys.TryParse(key, out var type, out var moment) && type == reportType && moment < before)
            .OrderDescending(StringComparer.Ordinal).Take(most)]);
}
