using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Assets (also Fleet, Vehicles, Equipment, Property, Shops, Lists).</summary>
internal static class AssetRows
{
    private static readonly Column Name = new("Asset", CellType.Text, "Name, Item, What, Boat, Vessel, Vehicle, Equipment, Property, Trailer, Shop, List, Thing, Description, Address, Unit, Title");
    private static readonly Column Category = new("Category", CellType.Text, "Type, Kind, Class, Group");
    private static readonly Column Size = new("Size", CellType.Number, "Quantity, Count, How many, Qty, Number, Amount, Length, Capacity, Records, Addresses, Units, Contacts, Subscribers");
    private static readonly Column Value = new("Value", CellType.Money, "Worth, Price, Market value, Estimated value, Book value, $, Cost, Replacement value, Purchase price, Current value, Est. value, Bought for, Paid for it") { Summed = true };
    private static readonly Column Status = new("Status", CellType.Text, "State, Condition, Health, In use");

    public static readonly SectionSchema Schema = new(SectionKind.Assets, "Assets",
        "Asset, Fleet, Vehicles, Equipment, Property, Properties, Shops, Lists, Boats, Vessels, Trailers, Inventory, Tools and equipment, What we own, What we have, Physical assets, Digital assets, Mailing lists, Stores, Gear, Asset list, Real estate, Possessions, Boat, The boat, Vessel, Domains, Stock on hand, Stock, What belongs to us, Trailers we own, Boats we own, Things we own",
        Name, Category, Size, Value, Status) { ListColumns = [Value, Size, Status], Group = Category };

    public static Asset Read(RowCells row) => new()
    {
        At = row.At,
        Name = row.Primary,
        Category = row.Known(Category) ?? row.SubHeading ?? row.SectionHeading,
        Size = row.Amount(Size),
        Value = row.Amount(Value),
        Status = row.Known(Status),
        Extra = row.Extra,
        Note = row.Note,
    };
}
