using LibGit2Sharp;

namespace ExecReports.Cli.Samples;

/// <summary>
/// Keeps the objects of a repository in memory while it is built, so that they reach the disk as one pack: a file for each of some 500 objects would be most of a build's time.
/// </summary>
internal sealed class ObjectsInMemory : OdbBackend
{
    private readonly Dictionary<ObjectId, (ObjectType Type, byte[] Content)> _objects = [];

    protected override OdbBackendOperations SupportedOperations =>
        OdbBackendOperations.Read | OdbBackendOperations.ReadHeader | OdbBackendOperations.Write | OdbBackendOperations.Exists | OdbBackendOperations.ForEach;

    public override int Read(ObjectId id, out UnmanagedMemoryStream data, out ObjectType objectType)
    {
        if (!_objects.TryGetValue(id, out var found))
        {
            (data, objectType) = (null!, default);
            return (int)ReturnCode.GIT_ENOTFOUND;
        }

        objectType = found.Type;
        data = Allocate(found.Content.Length);
        data.Write(found.Content);
        return (int)ReturnCode.GIT_OK;
    }

    public override int ReadHeader(ObjectId id, out int length, out ObjectType objectType)
    {
        var known = _objects.TryGetValue(id, out var found);
        (length, objectType) = known ? (found.Content.Length, found.Type) : default;
        return (int)(known ? ReturnCode.GIT_OK : ReturnCode.GIT_ENOTFOUND);
    }

    public override int Write(ObjectId id, Stream dataStream, long length, ObjectType objectType)
    {
        var content = new byte[length];
        dataStream.ReadExactly(content);
        _objects[id] = (objectType, content);
        return (int)ReturnCode.GIT_OK;
    }

    public override bool Exists(ObjectId id) => _objects.ContainsKey(id);

    public override int ForEach(ForEachCallback callback)
    {
        foreach (var id in _objects.Keys)
        {
            if (callback(id) is var stop and not 0)
                return stop;
        }

        return (int)ReturnCode.GIT_OK;
    }

    // Objects are asked for by their whole ids and written at once: libgit2 does not call these, since they are not among the supported operations.
    public override int ReadPrefix(string shortSha, out ObjectId oid, out UnmanagedMemoryStream data, out ObjectType objectType) => throw new NotSupportedException();

    public override int ExistsPrefix(string shortSha, out ObjectId found) => throw new NotSupportedException();

    public override int ReadStream(ObjectId id, out OdbBackendStream stream) => throw new NotSupportedException();

    public override int WriteStream(long length, ObjectType objectType, out OdbBackendStream stream) => throw new NotSupportedException();
}
