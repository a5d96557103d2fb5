namespace ExecReports.Embedded.Files;

/// <summary>A folder that the product writes to cannot be written: no permission, no space left, or it is not there any more.</summary>
public sealed class OutputFolderException(string folder, Exception inner) : Exception(
    $"Cannot write to the folder {folder}: {inner.Message.TrimEnd('.')}. Make room there or give this user the right to write, or choose another folder; what was written before is kept, and a run can then be resumed.",
    inner)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}
