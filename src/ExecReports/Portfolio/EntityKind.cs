namespace ExecReports.Portfolio;

/// <summary>What kind of business an entity is. It decides which standard KPIs apply and which domain report is made.</summary>
public enum EntityKind
{
    /// <summary>Not said, or a word that is not known; the entity is judged by its sections.</summary>
    Unknown,
    /// <summary>Charters: trips sold by the boat.</summary>
    Charter,
    /// <summary>A school: courses and lessons.</summary>
    School,
    /// <summary>A property that is let by the night (also: property, lodging).</summary>
    Rental,
    /// <summary>Delivery of vessels or vehicles.</summary>
    Delivery,
    /// <summary>An agency that bills clients (also: client portfolio, studio).</summary>
    Agency,
    /// <summary>Equipment that is let by the day.</summary>
    EquipmentRental,
    /// <summary>A shop.</summary>
    Shop,
}
