namespace ExecReports.Tests.Git;

/// <summary>Puts a bare repository's objects into files of their own, so that a test can take one away.</summary>
internal static class TestObjects
{
    public static void Explode(TestRepository repository)
    {
        var packs = Path.Combine(repository.Folder, "objects", "pack");
        if (!Directory.Exists(packs))
        {
            return;
        }

        foreach (var pack in Directory.GetFiles(packs, "*.pack"))
        {
            var moved = Path.Combine(repository.Root, Path.GetFileName(pack));
            File.Move(pack, moved);
            File.Delete(Path.ChangeExtension(pack, "idx"));
            repository.GitWith(File.ReadAllBytes(moved), "unpack-objects", "-q");
        }
    }

    public static void Remove(TestRepository repository, string name)
    {
        var hash = repository.Git("rev-parse", name).Trim();
        var file = Path.Combine(repository.Folder, "objects", hash[..2], hash[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);
    }
}
