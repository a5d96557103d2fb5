using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace ExecReports.Rendering.Typefaces;

/// <summary>
/// The typeface of the charts, Inter, out of the package that ships it, so that a bare machine draws the same picture as any other. The package is an assembly whose one resource holds the font
/// files: an index (length, version, count, then path, offset and size of each), and the files behind it. Nothing of that assembly is loaded or run.
/// </summary>
internal sealed class PackagedTypeface : IFontResolver
{
    /// <summary>The family's name.</summary>
    public const string Family = "Inter";

    private const string Package = "fonts/Avalonia.Fonts.Inter.dll";
    private const string Resources = "!AvaloniaResources";

    private static readonly Lazy<SKTypeface> s_regular = new(() => Read("/Assets/Inter-Regular.ttf"));
    private static readonly Lazy<SKTypeface> s_bold = new(() => Read("/Assets/Inter-SemiBold.ttf"));

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing width) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Family ? (bold ? s_bold : s_regular).Value : null;

    private static SKTypeface Read(string path)
    {
        using var assembly = typeof(PackagedTypeface).Assembly.GetManifestResourceStream(Package)
            ?? throw new InvalidOperationException($"The assembly holds no '{Package}'.");
        using var reader = new PEReader(assembly);
        var metadata = reader.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).First(one => metadata.GetString(one.Name) == Resources);
        var section = reader.GetSectionData(reader.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var size = section.GetReader((int)resource.Offset, sizeof(int)).ReadInt32();
        var content = section.GetContent((int)resource.Offset + sizeof(int), size).ToArray();
        using var index = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var data = sizeof(int) + index.ReadInt32();
        index.ReadInt32();
        for (var left = index.ReadInt32(); left > 0; left--)
        {
            var (name, offset, length) = (index.ReadString(), index.ReadInt32(), index.ReadInt32());
            if (name != path)
                continue;
            using var file = SKData.CreateCopy(content.AsSpan(data + offset, length));
            return SKTypeface.FromData(file) ?? throw new InvalidOperationException($"'{path}' of the package is no typeface.");
        }

        throw new InvalidOperationException($"The package of the typeface has no '{path}'.");
    }
}
