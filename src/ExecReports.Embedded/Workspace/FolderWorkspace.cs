using System.Security.Cryptography;
using ExecReports.Embedded.Files;
using ExecReports.Workspace;

namespace ExecReports.Embedded.Workspace;

/// <summary>The run workspace as a folder, one folder in it per run.</summary>
/// <param name="root">The folder; made when first needed.</param>
/// <param name="time">For waiting on another writer.</param>
public sealed class FolderWorkspace(string root, TimeProvider time) : IRunWorkspace
{
    readonly OutputFolder _folder = new(root, time);

    /// <inheritdoc/>
    /// <exception cref="OutputFolderException">The folder cannot be written.</exception>
    public async Task<WorkspaceRef> PutAsync(string runId, string name, string extension, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var key = $"{Checked(runId)}/{Checked(name)}-{sha256}.{Checked(extension)}";
        // Written even if it is there: should it be damaged, it is whole again.
        await _folder.ReplaceAsync(key, content, cancellationToken).ConfigureAwait(false);
        return new(key, sha256, content.Length);
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetAsync(WorkspaceRef reference, CancellationToken cancellationToken)
    {
        if (!reference.Key.Split('/').All(IsSafe))
            throw new WorkspaceException($"“{reference.Key}” is no key of the run workspace.");
        var content = await _folder.ReadAsync(reference.Key, cancellationToken).ConfigureAwait(false)
            ?? throw new WorkspaceException($"The run workspace {_folder.Root} lacks {reference.Key}: it was deleted while the run was not finished. Start a new run.");
        return Convert.ToHexStringLower(SHA256.HashData(content)) == reference.Sha256
            ? content
            : throw new WorkspaceException($"{reference.Key} in the run workspace {_folder.Root} is damaged: it has other bytes than those that were stored. Start a new run.");
    }

    static string Checked(string part) => IsSafe(part)
        ? part
        : throw new ArgumentException($"“{part}” cannot be part of a workspace key: letters, digits, hyphens, underscores and dots are expected, the first no dot.", nameof(part));

    static bool IsSafe(string part) => part.Length > 0 && part[0] != '.' && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
