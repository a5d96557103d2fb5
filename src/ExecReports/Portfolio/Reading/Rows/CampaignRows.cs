using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Campaigns: a row per campaign, or one campaign laid out as Term, Low, High, Source.</summary>
internal static class CampaignRows
{
    private static readonly Column Name = new("Campaign", CellType.Text, "Name, Title, What, Campaign name, Blast, Mailing, Action, Initiative, Promotion");
    private static readonly Column Audience = new("Audience", CellType.Number,
        "Recipients, List, List size, Addresses, Contacts, Subscribers, Size, People, Emails, Email addresses, Audience size, Send to, Sent to, Mailing list, Contact list, Reach, E-mail list, Email list");
    private static readonly Column Deliverable = new("Deliverable", CellType.Share, "Deliverability, Deliverable rate, Delivered, Delivery rate, Valid, Valid addresses, Inbox rate, Delivery, Deliver, Reachable, Deliverable share");
    private static readonly Column Open = new("Open", CellType.Share, "Open rate, Opens, Opened, Open %, Opening rate");
    private static readonly Column Click = new("Click", CellType.Share, "Click rate, Clicks, Clicked, CTR, Click-through, Click-through rate, Click through, Click to open");
    private static readonly Column Booking = new("Booking", CellType.Share, "Book, Booking rate, Bookings, Booked, Conversion, Conversion rate, Convert, Converts, Close rate, Sale, Sales rate, Click to booking, Buy, Purchase, Order rate");
    private static readonly Column Value = new("Value", CellType.Money,
        "Value per booking, Average value, Revenue per booking, Average booking, Booking value, Price, AOV, Avg booking value, Average order value, Average booking value, Worth, Average sale, Per booking, Ticket, Average ticket, Value each, $ per booking");
    private static readonly Column Due = new("Due", CellType.Due, "Date, Send date, When, Planned, Send on, Launch, Sends, Start, Send, Due date, Planned for, Launch date, Scheduled");
    private static readonly Column Owner = new("Owner", CellType.Text, "Who, Run by, Responsible, Assigned to, Lead");
    private static readonly Column Source = new("Source", CellType.Text, "Sources, Basis, Based on, Where from, Rate source, Source of rates, Evidence, Reference, Where it comes from, Why, Assumption source");

    public static readonly SectionSchema Schema = new(SectionKind.Campaigns, "Campaigns",
        "Campaign, Email blast, E-mail blast, Email campaign, E-mail campaign, Email campaigns, Email marketing, Marketing campaigns, Blast, Mailings, Mailing, Newsletter, Promotions, Outreach, Email list, List campaign, Email, Campaign assumptions, Email blast assumptions, Blast assumptions, "
            + "Campaign model, Marketing plan, Re-engagement",
        Name, Audience, Deliverable, Open, Click, Booking, Value, Due, Owner, Source) { ListColumns = [Audience, Due] };

    public static Campaign Read(RowCells row) => new()
    {
        At = row.At,
        Name = row.Text(Name) ?? row.SubHeading ?? row.SectionHeading,
        Audience = row.Amount(Audience),
        Deliverable = row.Amount(Deliverable),
        Open = row.Amount(Open),
        Click = row.Amount(Click),
        Booking = row.Amount(Booking),
        Value = row.Amount(Value),
        Due = row.Date(Due),
        Owner = row.Known(Owner),
        RateSource = row.Known(Source),
        Extra = row.Extra,
        Note = row.Note,
    };
}
