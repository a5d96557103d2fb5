namespace ExecReports.Git;

/// <summary>Cuts a stream of bytes into pieces, by a separator or by length, without a copy of the whole.</summary>
internal sealed class ByteScanner(Stream stream)
{
    private const int PieceLimit = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The bytes up to the next separator, which is passed over; false at the end. The span is valid until the next call.</summary>
    public bool TryReadUntil(byte separator, out ReadOnlySpan<byte> piece)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(separator);
            if (at >= 0)
            {
                piece = _buffer.AsSpan(_start, searched + at);
                _start += searched + at + 1;
                return true;
            }

            searched = _end - _start;
            if (!Fill())
            {
                piece = default;
                return searched == 0 ? false : throw new EndOfStreamException("The output ends within a record.");
            }
        }
    }

    /// <summary>Exactly so many bytes. The span is valid until the next call.</summary>
    public ReadOnlySpan<byte> ReadExactly(int length)
    {
        while (_end - _start < length)
        {
            if (!Fill())
            {
                throw new EndOfStreamException("The output ends within an object.");
            }
        }

        var piece = _buffer.AsSpan(_start, length);
        _start += length;
        return piece;
    }

    private bool Fill()
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

        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
