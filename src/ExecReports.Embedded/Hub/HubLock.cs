namespace ExecReports.Embedded.Hub;

/// <summary>
/// The exclusive right to work on a folder: a file held open with no sharing. The operating system takes it back when the process ends,
/// however it ends, so no lock outlives its holder. The file itself stays: deleting it would race with the next holder.
/// </summary>
internal sealed class HubLock : IDisposable
{
    private readonly FileStream _file;

    private HubLock(FileStream file) => _file = file;

    public static HubLock Take(string path)
    {
        try
        {
            return new HubLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new HubInUseException(path, e);
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK of flock elsewhere: 11 on Linux, 35 on macOS.
    private static bool IsHeldByAnother(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    public void Dispose() => _file.Dispose();
}
