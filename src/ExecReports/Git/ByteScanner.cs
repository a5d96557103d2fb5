namespace ExecReports.Git;

/// <summary>Cuts a stream of bytes into pieces, by a separator or by length, without a copy of the whole.</summary>
internal sealed class ByteScanner(Stream stream)
{
    private const int PieceLimit = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The bytes up to the next separator, which is passed over; null at the end. The memory is valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadUntilAsync(byte separator, CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(separator);
            if (at >= 0)
            {
                var piece = _buffer.AsMemory(_start, searched + at);
                _start += searched + at + 1;
                return piece;
            }

            searched = _end - _start;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return searched == 0 ? null : throw new EndOfStreamException("The output ends within a record.");
            }
        }
    }

    /// <summary>Exactly so many bytes. The memory is valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadExactlyAsync(int length, CancellationToken cancellationToken)
    {
        while (_end - _start < length)
        {
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new EndOfStreamException("The output ends within an object.");
            }
        }

        var piece = _buffer.AsMemory(_start, length);
        _start += length;
        return piece;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length < PieceLimit ? _buffer.Length * 2 : throw new InvalidDataException($"One record is longer than {PieceLimit} bytes."));
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
