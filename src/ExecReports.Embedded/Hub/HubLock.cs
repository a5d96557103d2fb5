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
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new HubInUseException(path, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
