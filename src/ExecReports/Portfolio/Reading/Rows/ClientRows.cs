using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Clients.</summary>
internal static class ClientRows
{
    private static readonly Column Name = new("Client", CellType.Text, "Name, Customer, Company, Account, Project, Who, Client name, Business");
    private static readonly Column Contract = new("Contract", CellType.Words, "Contract state, Status, State, Agreement, Contract status, Terms, Stage, Relationship, Contract?, Signed?, Signed") { Accepts = Vocabulary.Contract.Knows };
    private static readonly Column Retainer = new("Retainer", CellType.Money, "Monthly retainer, Monthly fee, Retainer per month, Fee, MRR, Per month, Monthly, $/month, $/mo, Rate, Monthly amount, Retainer/mo") { Monthly = true, Summed = true };
    private static readonly Column Renews = new("Renews", CellType.Due, "Renewal, Renewal date, Ends, Contract end, Expires, Until, Renews on, End date, Term ends, Contract ends, Renew, Expiry, Next renewal, Contract until");
    private static readonly Column WorkDone = new("Work done", CellType.Money, "Work, Done, Value of work, Work value, Work delivered, Delivered, Earned, WIP, Worked, Work to date, Billable, Value delivered, Work completed") { Summed = true };
    private static readonly Column Invoiced = new("Invoiced", CellType.Money, "Billed, Invoiced to date, Invoices, Billed to date, Invoiced so far, Amount invoiced, Amount billed, Billed so far") { Summed = true };

    public static readonly SectionSchema Schema = new(SectionKind.Clients, "Clients",
        "Client, Customers, Client list, Accounts receivable clients, Client portfolio, Client accounts, Customer list, Contracts, Retainers, Active clients, Portfolio, Book of business, Client roster, Client contracts, Client work, Who we work for, Who pays us",
        Name, Contract, Retainer, Renews, WorkDone, Invoiced) { ListColumns = [Retainer, Renews, Contract] };

    public static Client Read(RowCells row) => new()
    {
        At = row.At,
        Name = row.Primary,
        Contract = row.Word(Contract, Vocabulary.Contract, asWritten: true) ?? ContractState.Unknown,
        ContractAsWritten = row.Text(Contract),
        Retainer = row.Amount(Retainer),
        Renews = row.Date(Renews),
        WorkDone = row.Amount(WorkDone),
        Invoiced = row.Amount(Invoiced),
        Extra = row.Extra,
        Note = row.Note,
    };
}
