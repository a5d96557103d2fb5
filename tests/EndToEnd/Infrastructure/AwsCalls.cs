using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EndToEnd.Infrastructure;

/// <summary>The AWS operations that compiled code calls, read from the references to members of the SDK's clients in an assembly.</summary>
internal static class AwsCalls
{
    /// <summary>Operations as <c>AmazonS3.PutObject</c>.</summary>
    public static IReadOnlySet<string> Of(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return metadata.MemberReferences.Select(metadata.GetMemberReference).Select(member => (Client: ClientOf(metadata, member), Name: metadata.GetString(member.Name)))
            .Where(call => call.Client is not null && call.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(call => $"{call.Client}.{call.Name[..^"Async".Length]}").ToHashSet();
    }

    // IAmazonS3 and AmazonS3Client are one.
    private static string? ClientOf(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
            return null;

        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        var name = metadata.GetString(type.Name);
        return !metadata.GetString(type.Namespace).StartsWith("Amazon.", StringComparison.Ordinal) ? null
            : name.StartsWith("IAmazon", StringComparison.Ordinal) ? name[1..]
            : name.StartsWith("Amazon", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal) ? name[..^"Client".Length]
            : null;
    }
}
