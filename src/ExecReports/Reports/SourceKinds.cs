namespace ExecReports.Reports;

/// <summary>Which kinds of sources a report draws on; it lists the gaps and the sources of those alone.</summary>
[Flags]
public enum SourceKinds
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Handoffs and the portfolio's settings.</summary>
    Handoffs = 1,
    /// <summary>AWS inventory.</summary>
    Inventory = 2,
    /// <summary>Git audits.</summary>
    Git = 4,
    /// <summary>Operations data.</summary>
    Operations = 8,
    /// <summary>All of them.</summary>
    All = Handoffs | Inventory | Git | Operations,
}
