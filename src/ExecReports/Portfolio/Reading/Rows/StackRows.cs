using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Tech stack.</summary>
internal static class StackRows
{
    private static readonly Column Layer = new("Layer", CellType.Text, "Area, Part, Component, Concern, Tier, What, Category, Function, Piece, Role, Purpose, What for, Used for");
    private static readonly Column Technology = new("Technology", CellType.Text, "Tech, Tool, Tools, Stack, Product, Software, Platform, Choice, Using, Service, Framework, Language, Implementation, We use, Vendor, Provider");
    private static readonly Column Version = new("Version", CellType.Text, "Ver, Release, Versions, Runtime, Runtime version, Current version");

    public static readonly SectionSchema Schema = new(SectionKind.TechStack, "Tech stack",
        "Stack, Technology, Technologies, Tech, Technology stack, Technical stack, Tooling, Architecture, Tools, Software, Software stack, Platform, Systems, Tools and technology, Technical overview, Under the hood, Tech overview, Built with, What it runs on, What we use, Tools we use",
        Layer, Technology, Version) { ListColumns = [Technology, Version] };

    public static StackItem Read(RowCells row)
    {
        // "- React 18" alone: the technology is known, the layer is what the sub-heading says. A blank cell of a column Technology is one that is not known.
        var technology = row.Text(Technology) ?? (row.Has(Technology) && row.Text(Layer) is not null ? "" : null);
        return new StackItem
        {
            At = row.At,
            Layer = technology is null ? row.SubHeading ?? "Unspecified" : row.Text(Layer) ?? row.SubHeading ?? "Unspecified",
            Technology = technology ?? row.Primary,
            Version = row.Known(Version),
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
