using ExecReports.Analysis;
using ExecReports.Git;

namespace ExecReports.Tests.Reports.Contents;

/// <summary>All that each report must contain.</summary>
internal static class ContentCases
{
    public static IReadOnlyList<ContentCase> All { get; } = [.. Ceo(), .. Cto(), .. Accounting(), .. Cmo(), .. Cfo(), .. Rental(), .. Delivery(), .. Clients()];

    static ContentCase Case(string id, string section, string? row, string? column, string before, string after, string file, string from, string to) =>
        new(id, id[..id.IndexOf('.', StringComparison.Ordinal)], section, row, column, before, after) { File = file, From = from, To = to };

    static IEnumerable<ContentCase> Ceo() =>
    [
        Case("ceo.domains", "All that the group has", "Queen of San Diego", "Domains", "shipcaptaincrew.example.com", "crew.example.com", "qos.md", "  - shipcaptaincrew.example.com", "  - crew.example.com"),
        Case("ceo.resources", "All that the group has", "QuickDumpNow", "AWS resources", "2 S3 buckets", "1 S3 bucket", "aws.json", "\"name\": \"qdn-flyers-old\"", "\"name\": \"flyers-old\""),
        Case("ceo.repositories", "All that the group has", "Queen of San Diego", "Repositories", "qos-site", "qos-pages", "qos.md", "repositories:\n  - qos-site", "repositories:\n  - qos-pages"),
        Case("ceo.boats-and-property", "Assets", "Tender with outboard", "Value", "$3,200", "$3,400", "qos.md", "| 11 ft | $3,200 |", "| 11 ft | $3,400 |"),
        Case("ceo.lists", "Assets", "Past guests and enquiries", "Size", "3,676", "3,700", "qos.md", "| list | 3,676 addresses |", "| list | 3,700 addresses |"),
        Case("ceo.team", "Team", "Relief captain", "Hours a week", "–", "6", "qos.md", "| Relief captain | on call | ? |", "| Relief captain | on call | 6 |"),
        Case("ceo.shortfalls", "Critical shortfalls", "Balance cannot be paid online", "A month", "$600–900", "$700–900", "qos.md", "| $600–900 | Engineer |", "| $700–900 | Engineer |"),
        Case("ceo.shortfalls-ranked", "Critical shortfalls", "Balance cannot be paid online", "#", "5", "1", "qos.md", "| $600–900 | Engineer |", "| $2,600–2,900 | Engineer |"),
        Case("ceo.missing-kpis", "KPIs", "Repeat guests", "Target", "30%", "35%", "qos.md", "| Repeat guests | 30% |", "| Repeat guests | 35% |"),
        Case("ceo.standard-kpis", "KPIs", null, null, "JADA: Review score", "Queen of San Diego: Review score", "qos.md", "| Review score | 4.9 |", "| Praise | 4.9 |"),
        Case("ceo.agenda", "The next 30 days", "Balance cannot be paid online", "Due", "4 Dec 2026", "5 Dec 2026", "qos.md", "| Engineer | 2026-12-04 |", "| Engineer | 2026-12-05 |"),
        Case("ceo.agenda-owner", "The next 30 days", "Balance cannot be paid online", "Owner", "Engineer", "Operator", "qos.md", "| Engineer | 2026-12-04 |", "| Operator | 2026-12-04 |"),
        Case("ceo.claims", "Claims against evidence", "bookings in the status", "The evidence says", "2.1", "1.4", "qdn.md", "| Bookings per week | 3 | 2.1 |", "| Bookings per week | 3 | 1.4 |"),
        Case("ceo.trips-waivers", "Trips in the next 14 days", "C-222", "Lacks", "4 waivers unsigned", "1 waiver unsigned", "charters.json", "\"guests\": 10, \"waiversSigned\": 6, \"value\": 1850, \"bookedOn\": \"2026-11-03\"", "\"guests\": 10, \"waiversSigned\": 9, \"value\": 1850, \"bookedOn\": \"2026-11-03\""),
        Case("ceo.decide", "Decide", null, null, "$900–1,500 a month", "$1,000–1,500 a month", "51st.md", "| $900–1,500 | Property manager | 2026-12-10 |", "| $1,000–1,500 | Property manager | 2026-12-10 |"),
    ];

    static IEnumerable<ContentCase> Cto() =>
    [
        Case("cto.stack", "Stack audit", "Frontend", "Queen of San Diego", "Next.js 14.2", "Next.js 15.1", "qos.md", "| Frontend | Next.js | 14.2 |", "| Frontend | Next.js | 15.1 |"),
        Case("cto.end-of-life", "Stack audit", "Runtime", "JADA", "(ended)", "Node.js 24", "jada.md", "| Node.js | 18 |", "| Node.js | 24 |"),
        Case("cto.security-handoff", "Security gaps", "One admin login shared by three people", "Severity", "high", "critical", "qos.md", "| booking dashboard | high | open |", "| booking dashboard | critical | open |"),
        Case("cto.security-runtime", "Security gaps", "qdn-book", "Found by", "handoff and inventory: runtime out of support", "handoff", "aws.json", "\"runtime\": \"python3.9\"", "\"runtime\": \"python3.13\""),
        Case("cto.security-bucket", "Security gaps", "dc-previews", "Found by", "handoff and inventory: public bucket", "handoff", "aws.json", "\"public\": true", "\"public\": false"),
        Case("cto.security-pitr", "Security gaps", "qos-bookings", "Found by", "no point-in-time recovery", "handoff", "aws.json", "\"pointInTimeRecovery\": false", "\"pointInTimeRecovery\": true"),
        Case("cto.security-tls", "Security gaps", "jada.example.com (jada-main)", "Finding", "TLSv1_2016", "TLSv1.1_2016", "aws.json", "\"minimumTls\": \"TLSv1_2016\"", "\"minimumTls\": \"TLSv1.1_2016\""),
        new("cto.security-secrets", "cto", "Security gaps", "Queen of San Diego", "Secrets in files", "0", "1") { Git = facts => Audits(facts, audit => audit with { Secrets = [new("config.js", 3, "password")] }) },
        Case("cto.savings", "Cost optimisation", "qdn-leads-2024", "A month", "$4.20", "$5.20", "aws.json", "\"costPerMonth\": 4.20", "\"costPerMonth\": 5.20"),
        Case("cto.ux", "UX deficits", "Calendar does not fit on phones", "Impact", "61% of visits", "64% of visits", "qos.md", "| 61% of visits |", "| 64% of visits |"),
        Case("cto.cost-and-use", "What it costs and what it does", "qdn-leads-2024", "Use in the last 30 days", "idle for 30 days", "7 read units", "aws.json", "\"indexes\": [], \"readUnits\": 0, \"writeUnits\": 0", "\"indexes\": [], \"readUnits\": 7, \"writeUnits\": 0"),
        new("cto.maturity-level", "cto", "Dev-cycle maturity", "Queen of San Diego", "Why", "no tests", "bus factor") { Git = facts => Audits(facts, audit => audit with { HasTests = true }) },
        new("cto.cadence", "cto", "Cadence, review, releases", "qos-site", "Commits", "30", "41") { Git = facts => Audits(facts, audit => audit with { Commits = 41 }) },
        new("cto.bus-factor", "cto", "Cadence, review, releases", "qos-site", "Bus factor", "1", "2") { Git = facts => Audits(facts, audit => audit with { BusFactor = 2 }) },
        new("cto.stale-branches", "cto", "Stability and debt", "qos-site", "Stale branches", "old-menu", "old-prices") { Git = facts => Audits(facts, audit => audit with { StaleBranches = [new("old-prices", new(2026, 5, 1), false)] }) },
        new("cto.unchanged", "cto", "Unchanged for a year beside what changes often", "qos-site", "Unchanged for a year", "waivers.py", "export.py") { Git = facts => Audits(facts, audit => audit with { UnchangedBesideHot = [new("crew", [new("crew/roles.py", 4)], ["export.py"], 3)] }) },
    ];

    static IEnumerable<ContentCase> Accounting() =>
    [
        Case("accounting.recognition", "Revenue recognition", "Gift vouchers", "Deferred until", "use or expiry", "use", "qos.md", "| when it is used | use or expiry |", "| when it is used | use |"),
        Case("accounting.accounts", "Queen of San Diego", "4015", "Name", "Vouchers", "Gift vouchers sold", "qos.md", "| 4015 Vouchers |", "| 4015 Gift vouchers sold |"),
        Case("accounting.accounts-costs", "Queen of San Diego", "Moorage", "Booked to it", "Slip rental", "Slip and power", "qos.md", "| Slip rental |", "| Slip and power |"),
        Case("accounting.audit", "Expense audit", "Maintenance", "Unexplained", "$52", "$152", "qos.md", "| Routine upkeep | Bay divers | Maintenance | $180–260 | month | $312 |", "| Routine upkeep | Bay divers | Maintenance | $180–260 | month | $412 |"),
        Case("accounting.unexplained", "Outside the expected range", "Routine upkeep", "Unexplained", "$52", "$152", "qos.md", "| $180–260 | month | $312 |", "| $180–260 | month | $412 |"),
        Case("accounting.duplicates", "The same vendor in several entities", "Harbor marina", "Together a month", "$1,690", "$1,790", "qos.md", "| Moorage | $1,150 | month | $1,150 |", "| Moorage | $1,250 | month | $1,250 |"),
        Case("accounting.roadmap", "Q1 2027 profitability roadmap", "Jan 2027", "Gap", "-$847", "$423", "qos.md", "| Charters | $1,850 | $580 | 4 | 3 | 1 | 2 | 3 |", "| Charters | $1,850 | $580 | 4 | 3 | 2 | 2 | 3 |"),
        Case("accounting.milestones", "Feb 2027: milestones", null, null, "26 Feb 2027: Listing on the experience OTA", "25 Feb 2027: Listing on the experience OTA", "qos.md", "| Operator | 2027-02-26 |", "| Operator | 2027-02-25 |"),
        Case("accounting.deferred", "Deferred revenue", "Closing: what you hold", "Money", "$9,625", "$9,725", "qos.md", "| C-226 New Year's Eve | Charters | $1,400 |", "| C-226 New Year's Eve | Charters | $1,500 |"),
    ];

    static IEnumerable<ContentCase> Cmo() =>
    [
        Case("cmo.channels", "Channel visibility", "Tour OTA", "Queen of San Diego", "absent", "listed", "qos.md", "| Tour OTA | absent |", "| Tour OTA | listed |"),
        Case("cmo.blast", "The case for the e-mail blast", "Opened", "Rate or value", "20–28%", "22–28%", "qos.md", "| 3,676 | 92–95% | 20–28% |", "| 3,676 | 92–95% | 22–28% |"),
        Case("cmo.blast-value", "The case for the e-mail blast", "Value", "High", "$28,161", "$29,334", "qos.md", "| $1,850–2,400 | 2026-12-08 |", "| $1,850–2,500 | 2026-12-08 |"),
        Case("cmo.ota", "OTA sequence", "Tour OTA", "Effort", "high", "medium", "qos.md", "| Tour OTA | absent | 20–25% | high | high |", "| Tour OTA | absent | 20–25% | medium | high |"),
        Case("cmo.milestones", "Days 0–30", "E-mail blast to the whole list", "Due", "8 Dec 2026", "9 Dec 2026", "qos.md", "| E-mail blast to the whole list | Operator | 2026-12-08 |", "| E-mail blast to the whole list | Operator | 2026-12-09 |"),
        Case("cmo.calendar", "Does the upside fit the calendar?", "Queen of San Diego", "Free boat days, next 90", "68", "67", "charters.json", "\"id\": \"C-226\", \"entity\": \"qos\", \"kind\": \"charters\", \"boat\": \"The Queen\", \"start\": \"2026-12-31\"", "\"id\": \"C-226\", \"entity\": \"qos\", \"kind\": \"charters\", \"boat\": \"The Queen\", \"start\": \"2026-12-30\""),
        Case("cmo.calendar-upside", "Does the upside fit the calendar?", "Queen of San Diego", "Upside", "$6.5K–30K", "$6.5K–31K", "qos.md", "| $1,850–2,400 | 2026-12-08 |", "| $1,850–2,500 | 2026-12-08 |"),
    ];

    static IEnumerable<ContentCase> Cfo() =>
    [
        Case("cfo.burn-category", "Monthly burn", "Moorage", "Low to high a month", "$1,690", "$1,790", "qos.md", "| Moorage | $1,150 | month | $1,150 |", "| Moorage | $1,250 | month | $1,250 |"),
        Case("cfo.burn-entity", "Monthly burn", "Queen of San Diego", "Gross a month", "$2,822–3,533", "$2,922–3,633", "qos.md", "| Moorage | $1,150 | month | $1,150 |", "| Moorage | $1,250 | month | $1,250 |"),
        Case("cfo.capital-free", "Zero-cost: do these first", "Send the e-mail blast", "Return a month", "$250", "$270", "qos.md", "| Send the e-mail blast | $0 | $250 |", "| Send the e-mail blast | $0 | $270 |"),
        Case("cfo.capital-low", "Low-cost: up to $500", "Link the calendar to the marketplace", "Payback in months", "0.9", "1.7", "qos.md", "| Link the calendar to the marketplace | $120 |", "| Link the calendar to the marketplace | $240 |"),
        Case("cfo.capital-producing", "Revenue-producing: above $500", "New cushions on the aft deck", "Payback in months", "5.8–10", "6.4–10", "qos.md", "| $1,400–1,800 | $180–240 |", "| $1,400–1,800 | $180–220 |"),
        Case("cfo.break-even", "Break-even", "Queen of San Diego", "Contribution a unit", "$396.43", "$425", "qos.md", "| Charters | $1,850 | $580 |", "| Charters | $1,950 | $580 |"),
        Case("cfo.guardrails", "Financial guardrails", "Gross burn at most $3,600", "State", "near", "broken", "qos.md", "| Moorage | $1,150 | month | $1,150 |", "| Moorage | $1,250 | month | $1,250 |"),
        Case("cfo.cash", "Cash and runway", "Operating account", "Balance", "$13,150", "$13,250", "qos.md", "| Operating account | $13,150 |", "| Operating account | $13,250 |"),
        Case("cfo.runway", "Cash and runway", "JADA", "Runway", "2.3 to 2.8 months", "2.4 to 3.0 months", "jada.md", "| Checking | $3,150 |", "| Checking | $3,350 |"),
        Case("cfo.pace", "This month against break-even", "C-222", "State", "booked", "on hold, not counted", "charters.json", "\"start\": \"2026-11-28\", \"end\": \"2026-11-28\", \"state\": \"booked\"", "\"start\": \"2026-11-28\", \"end\": \"2026-11-28\", \"state\": \"tentative\""),
        Case("cfo.pace-short", "This month against break-even", null, null, "2 short of the break-even of 6, worth $2,540", "3 short of the break-even of 6, worth $3,810", "charters.json", "\"start\": \"2026-11-28\", \"end\": \"2026-11-28\", \"state\": \"booked\"", "\"start\": \"2026-11-28\", \"end\": \"2026-11-28\", \"state\": \"tentative\""),
    ];

    static IEnumerable<ContentCase> Rental() =>
    [
        Case("rental.occupancy", "Occupancy and revenue", "Occupancy", "Value", "43.75%", "45%", "51st.md", "| S-173 | 2026-11-06 | 2026-11-10 |", "| S-173 | 2026-11-06 | 2026-11-11 |"),
        Case("rental.booking-revenue", "Occupancy and revenue", "Revenue per booking", "Value", "$880", "$890", "51st.md", "| 2026-11-10 | $700 |", "| 2026-11-10 | $780 |"),
        Case("rental.night-revenue", "Occupancy and revenue", "Revenue per available night", "Value", "$83", "$84", "51st.md", "| 2026-11-10 | $700 |", "| 2026-11-10 | $780 |"),
        Case("rental.maintenance", "Maintenance pipeline", "Back gate sticks", "Cost", "$60", "$70", "51st.md", "| 2026-07-14 | | $60 |", "| 2026-07-14 | | $70 |"),
        Case("rental.maintenance-age", "Maintenance pipeline", "Back gate sticks", "Age in days", "133", "123", "51st.md", "| Back gate sticks | 2026-07-14 |", "| Back gate sticks | 2026-07-24 |"),
        Case("rental.running-costs", "Running costs and net yield", "Internet", "Expected a month", "$55", "$65", "51st.md", "| Utilities | $55 | month | $55 |", "| Utilities | $65 | month | $55 |"),
        Case("rental.net-yield", "Running costs and net yield", null, null, "a net yield of 1.2–1.8% a year", "a net yield of 1.8–2.6% a year", "51st.md", "| $612,000 |", "| $412,000 |"),
        Case("rental.next-nights", "Next 90 nights", "S-175", "Total", "$555", "$565", "51st.md", "| 2026-12-14 | $555 |", "| 2026-12-14 | $565 |"),
        Case("rental.unsold", "Unsold gaps", "29 Nov 2026", "Nights", "12", "11", "51st.md", "| S-175 | 2026-12-11 |", "| S-175 | 2026-12-10 |"),
        Case("rental.last-year", "Next 90 nights", null, null, "against 24 at the same time last year", "against 23 at the same time last year", "51st.md", "| S-133 | 2025-12-12 | 2025-12-15 |", "| S-133 | 2025-12-12 | 2025-12-14 |"),
    ];

    static IEnumerable<ContentCase> Delivery() =>
    [
        Case("delivery.queue", "Queue", "Wanderer", "Agreed", "1 Dec 2026", "3 Dec 2026", "eyd.md", "| queued | 2026-12-01 |", "| queued | 2026-12-03 |"),
        Case("delivery.on-time", "On time", "Tradewind", "", "late by 1 day", "on time", "eyd.md", "| delivered | 2026-10-20 |", "| delivered | 2026-10-21 |"),
        Case("delivery.margin", "Cost and margin", "Tradewind", "Margin", "$540", "$440", "eyd.md", "| $800 | $910 |", "| $800 | $1,010 |"),
        Case("delivery.vessels", "Utilisation", "Calypso Moon", "Days out in the window", "5", "4", "eyd.md", "| 2026-11-01 | 2026-11-06 | 5 | 5 |", "| 2026-11-02 | 2026-11-06 | 5 | 4 |"),
        Case("delivery.crew", "Utilisation", null, null, "86 person-days", "83 person-days", "eyd.md", "| 2026-11-01 | 2026-11-06 | 5 | 5 |", "| 2026-11-02 | 2026-11-06 | 5 | 4 |"),
        Case("delivery.billing", "Billing", "Invoiced, not paid", "Money", "$7,400", "$7,500", "eyd.md", "| $4,950 | $7,400 |", "| $4,950 | $7,500 |"),
        Case("delivery.satisfaction", "Satisfaction", null, null, "The mean of 8 marks is 4.5", "The mean of 8 marks is 4.375", "eyd.md", "| 2026-09-20 | 5 of 5 |", "| 2026-09-20 | 4 of 5 |"),
        Case("delivery.not-invoiced", "Delivered, not invoiced", "Calypso Moon", "Money", "$4,300", "$4,400", "eyd.md", "| $2,640 | $4,300 |", "| $2,640 | $4,400 |"),
        Case("delivery.not-invoiced-days", "Delivered, not invoiced", "Calypso Moon", "Days since", "18", "17", "eyd.md", "| 2026-11-01 | 2026-11-06 |", "| 2026-11-01 | 2026-11-07 |"),
        Case("delivery.quoted-days", "Cost and margin", "Grey Heron", "Days over", "3", "2", "eyd.md", "| 2026-08-31 | 9 | 12 |", "| 2026-08-31 | 10 | 12 |"),
        Case("delivery.quoted-cost", "Cost and margin", "Grey Heron", "Over the quote", "$1,100", "$1,000", "eyd.md", "| $4,800 | $5,900 |", "| $4,900 | $5,900 |"),
    ];

    static IEnumerable<ContentCase> Clients() =>
    [
        Case("clients.contracts", "Clients, contracts and billing gap", "Kettle and Crumb Bakery", "Contract", "paused", "active", "dc.md", "| Kettle and Crumb Bakery | paused |", "| Kettle and Crumb Bakery | active |"),
        Case("clients.billing-gap", "Clients, contracts and billing gap", "Pier Kitchen", "Not invoiced", "$750", "$850", "dc.md", "| $2,950 | $2,200 |", "| $3,050 | $2,200 |"),
        Case("clients.ageing-current", "Receivables by age", "Current", "Money", "$1,600", "$1,700", "dc.md", "| DC-343 | Bluewater Dive Shop | 2026-11-02 | 2026-12-02 | $600 |", "| DC-343 | Bluewater Dive Shop | 2026-11-02 | 2026-12-02 | $700 |"),
        Case("clients.ageing-30", "Receivables by age", "1–30 days", "Money", "$1,550", "$1,650", "dc.md", "| 2026-10-28 | $1,200 |", "| 2026-10-28 | $1,300 |"),
        Case("clients.ageing-60", "Receivables by age", "31–60 days", "Money", "$600", "$650", "dc.md", "| 2026-10-07 | $600 |", "| 2026-10-07 | $650 |"),
        Case("clients.ageing-90", "Receivables by age", "61–90 days", "Money", "$0", "$600", "dc.md", "| DC-335 | Bluewater Dive Shop | 2026-09-07 | 2026-10-07 |", "| DC-335 | Bluewater Dive Shop | 2026-09-07 | 2026-09-07 |"),
        Case("clients.ageing-over-90", "Receivables by age", "Over 90 days", "Money", "$780", "$880", "dc.md", "| 2026-08-19 | $780 |", "| 2026-08-19 | $880 |"),
        Case("clients.velocity", "Payment velocity", null, null, "35 days in the median", "38 days in the median", "dc.md", "| 2026-08-31 | 2026-09-30 | $340 | 2026-10-05 |", "| 2026-08-31 | 2026-09-30 | $340 | 2026-10-08 |"),
        Case("clients.concentration", "Concentration", "Pier Kitchen", "Invoiced, last 365 days", "$5,550", "$5,650", "dc.md", "| 2026-10-28 | $1,200 |", "| 2026-10-28 | $1,300 |"),
        Case("clients.renewals", "Renewals", "Shoreline Dental", "In days", "37", "47", "dc.md", "| $350 | 2026-12-31 |", "| $350 | 2027-01-10 |"),
        Case("clients.call-today", "Call today", "Lantern Theatre", "Money", "$780", "$880", "dc.md", "| 2026-08-19 | $780 |", "| 2026-08-19 | $880 |"),
        Case("clients.call-today-days", "Call today", "Lantern Theatre", "Days past due", "97", "96", "dc.md", "| 2026-07-20 | 2026-08-19 |", "| 2026-07-20 | 2026-08-20 |"),
        Case("clients.usual-days", "Call today", "Lantern Theatre", "Usual days to pay", "85", "75", "dc.md", "| 2026-03-16 | 2026-04-15 | $1,450 | 2026-06-09 |", "| 2026-03-16 | 2026-04-15 | $1,450 | 2026-05-30 |"),
    ];

    /// <summary>An audit of the sample's first repository, without git: the reading of repositories has tests of its own.</summary>
    public static PortfolioFacts Audits(PortfolioFacts facts, Func<GitAudit, GitAudit> change) => facts with
    {
        Audits = [new EntityAudit("qos", change(new GitAudit
        {
            Repository = "qos-site", Reader = "test", Since = facts.AsOf.AddDays(-90), Until = facts.AsOf, Commits = 30, BusFactor = 1,
            Weeks = [new(new(2026, 11, 9), 10), new(new(2026, 11, 16), 20)], StaleBranches = [new("old-menu", new(2026, 6, 1), false)],
            UnchangedBesideHot = [new("crew", [new("crew/roles.py", 4)], ["waivers.py"], 3)],
        }))],
    };
}
