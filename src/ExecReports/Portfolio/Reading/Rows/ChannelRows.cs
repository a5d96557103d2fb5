using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Channels.</summary>
internal static class ChannelRows
{
    private static readonly Column Name = new("Channel", CellType.Text, "Name, Platform, Where, Source, Listing, OTA, Site, Network, Medium, Marketplace, Place, Outlet");
    private static readonly Column State = new("State", CellType.Text, "Status, Stage, Visibility, Presence, How far, Standing, Current state, Are we there, Current status, Are we on it?") { Accepts = Vocabulary.Channel.Knows };
    private static readonly Column Commission = new("Commission", CellType.Share, "Fee, Commission rate, Cut, Take, Take rate, %, Their cut, Commission %, Fees, Platform fee, Cost, Rate, They take, What they take");
    private static readonly Column Effort = new("Effort", CellType.Level, "Work, Difficulty, Setup effort, Effort to list, Effort to set up, Set-up effort, Work to list");
    private static readonly Column Reach = new("Reach", CellType.Text, "Audience, Followers, Traffic, Visitors, Exposure, Size, Subscribers, Impressions, Monthly visitors");
    private static readonly Column Prerequisite = new("Prerequisite", CellType.Text, "Needs, Requires, Depends on, Prerequisites, Prereq, Blocked by, After, Dependency, First, Required first, Waiting on, Requirement, Needs first");

    public static readonly SectionSchema Schema = new(SectionKind.Channels, "Channels",
        "Channel, Marketing, Marketing channels, Sales channels, Distribution, OTAs, OTA, Listings, Visibility, Where we are listed, Social, Social media, Advertising, Channel visibility, Channel mix, Booking channels, Distribution channels, Presence, Online presence, Marketing and channels, "
            + "Where customers find us, Go to market, Reach, Where we sell, Online travel agencies, Lead sources, Where we're listed, Getting the word out, How people find us, How customers find us, Ads and listings",
        Name, State, Commission, Effort, Reach, Prerequisite) { ListColumns = [Commission, State] };

    public static Channel Read(RowCells row)
    {
        var reach = row.Cell(Reach);
        var level = reach is null ? null : Vocabulary.Level.Read(reach);
        return new Channel
        {
            At = row.At,
            Name = row.Primary,
            State = StateOf(row),
            StateAsWritten = row.Text(State),
            Commission = row.Amount(Commission),
            Effort = row.Word(Effort, Vocabulary.Level),
            Reach = reach is null || level is not null ? null : row.Amount(Reach),
            ReachLevel = level,
            Prerequisite = row.Known(Prerequisite) is { } needs && FoldedName.Of(needs) is not ("none" or "no" or "nothing") ? needs : null,
            Extra = row.Extra,
            Note = row.Note,
        };
    }

    private static ChannelState? StateOf(RowCells row)
    {
        if (row.Text(State) is { } mark && (Vocabulary.IsTick(mark) || Vocabulary.IsCross(mark)))
            return Vocabulary.IsTick(mark) ? ChannelState.Active : ChannelState.Absent;
        return row.Word(State, Vocabulary.Channel, asWritten: true);
    }
}
