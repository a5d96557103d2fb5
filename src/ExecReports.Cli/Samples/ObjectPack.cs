using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Cli.Samples;

/// <summary>
/// Git objects on their way into one pack file and its index: two files where loose objects would be one file each, which is most of a build's time.
/// Whole objects without deltas, as <c>gitformat-pack</c> describes version 2 of both files.
/// </summary>
internal sealed class ObjectPack
{
    private const int HeaderLength = 12;

    private readonly MemoryStream _entries = new();
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Where an object's entry begins in the pack file, and the CRC-32 of its bytes there.</summary>
    private sealed record Place(int Offset, uint Crc);

    public ObjectPack() => _entries.SetLength(_entries.Position = HeaderLength);

    /// <summary>Puts an object into the pack, once for each content.</summary>
    /// <returns>The object's id, in hex.</returns>
    public string Add(PackedKind kind, ReadOnlySpan<byte> content)
    {
        var id = IdOf(kind, content);
        if (!_places.ContainsKey(id))
        {
            var offset = (int)_entries.Position;
            WriteSize(kind, content.Length);
            WriteDeflated(content);
            var entry = _entries.GetBuffer().AsSpan(offset, (int)_entries.Position - offset);
            _places.Add(id, new Place(offset, Crc32(entry)));
        }

        return id;
    }

    /// <summary>Writes <c>pack-….pack</c> and <c>pack-….idx</c>; nothing where no object came.</summary>
    public void WriteTo(string folder)
    {
        if (_places.Count == 0)
            return;

        var pack = _entries.GetBuffer().AsSpan(0, (int)_entries.Length);
        "PACK"u8.CopyTo(pack);
        BinaryPrimitives.WriteInt32BigEndian(pack[4..], 2);
        BinaryPrimitives.WriteInt32BigEndian(pack[8..], _places.Count);
        var checksum = Checksum(pack);

        var name = Path.Combine(folder, $"pack-{Convert.ToHexStringLower(checksum)}");
        using (var file = File.Create($"{name}.pack"))
        {
            file.Write(pack);
            file.Write(checksum);
        }

        File.WriteAllBytes($"{name}.idx", Index(checksum));
    }

    /// <summary>The kind and the size before an entry: four bits of the size beside the kind, then seven in each byte, the lowest first; a set high bit says that more follow.</summary>
    private void WriteSize(PackedKind kind, int size)
    {
        var current = ((int)kind << 4) | (size & 0xf);
        for (var rest = size >> 4; rest > 0; rest >>= 7)
        {
            _entries.WriteByte((byte)(current | 0x80));
            current = rest & 0x7f;
        }

        _entries.WriteByte((byte)current);
    }

    private void WriteDeflated(ReadOnlySpan<byte> content)
    {
        // The framework's stream writes nothing at all where nothing comes: this is what zlib makes of nothing.
        if (content.IsEmpty)
        {
            _entries.Write([0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
            return;
        }

        using var deflated = new ZLibStream(_entries, CompressionLevel.Fastest, leaveOpen: true);
        deflated.Write(content);
    }

    /// <summary>How many ids there are up to each first byte, then ids, CRCs and offsets in the order of the ids, then the checksums of the pack and of all this.</summary>
    private byte[] Index(byte[] packChecksum)
    {
        var objects = _places.OrderBy(item => item.Key, StringComparer.Ordinal).ToList();
        using var index = new MemoryStream();
        index.Write([0xff, (byte)'t', (byte)'O', (byte)'c']);
        WriteNumber(2);
        var upTo = 0;
        for (var first = 0; first < 256; first++)
        {
            var prefix = first.ToString("x2", CultureInfo.InvariantCulture);
            while (upTo < objects.Count && objects[upTo].Key.StartsWith(prefix, StringComparison.Ordinal))
                upTo++;
            WriteNumber((uint)upTo);
        }

        foreach (var (id, _) in objects)
            index.Write(Convert.FromHexString(id));
        foreach (var (_, place) in objects)
            WriteNumber(place.Crc);
        foreach (var (_, place) in objects)
            WriteNumber((uint)place.Offset);
        index.Write(packChecksum);
        index.Write(Checksum(index.GetBuffer().AsSpan(0, (int)index.Length)));
        return index.ToArray();

        void WriteNumber(uint number)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
            index.Write(bytes);
        }
    }

#pragma warning disable CA5350 // The format names its objects and guards its files by SHA-1.
    private static string IdOf(PackedKind kind, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Word(kind)} {content.Length}\0")));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Checksum(ReadOnlySpan<byte> bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350

    /// <summary>The CRC-32 of zlib, which the framework keeps to itself.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
        }

        return ~crc;
    }

    private static string Word(PackedKind kind) => kind switch
    {
        PackedKind.Commit => "commit",
        PackedKind.Tree => "tree",
        _ => "blob",
    };
}
