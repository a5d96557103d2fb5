using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Invoices.</summary>
internal static class InvoiceRows
{
    private static readonly Column Number = new("Invoice", CellType.Text, "Number, No, Invoice number, Invoice no, #, Id, Ref, Reference, Inv, Invoice #, Invoice id, Inv no, Document");
    private static readonly Column Client = new("Client", CellType.Text, "Customer, Bill to, Billed to, To, Company, Account, Who, Name, Payer");
    private static readonly Column Sent = new("Sent", CellType.Date, "Date, Issued, Sent on, Invoice date, Issue date, Billed on, Date sent, Issued on, Invoiced on, Invoiced, Date issued");
    private static readonly Column Due = new("Due", CellType.Due, "Due date, Due on, Payable by, Deadline, Pay by, Date due");
    private static readonly Column Amount = new("Amount", CellType.Money, "Total, Value, Sum, $, Invoice amount, Price, Billed, Invoice total, Gross, How much, Balance") { Summed = true };
    private static readonly Column Paid = new("Paid", CellType.Date, "Payment, Settled, Paid?, Received, Payment received");
    private static readonly Column PaidOn = new("Paid on", CellType.Date, "Date paid, Payment date, Received on, Paid date, Settled on");
    private static readonly Column State = new("State", CellType.Work, "Status, Payment status, Invoice status");

    public static readonly SectionSchema Schema = new(SectionKind.Invoices, "Invoices",
        "Invoice, Receivables, Accounts receivable, AR, Billing, Outstanding invoices, Invoicing, Invoice log, Unpaid invoices, Bills sent, Open invoices, Sent invoices, A/R, Billing status, Payments, Who owes us, What we are owed, Money owed to us",
        Number, Client, Sent, Due, Amount, Paid, PaidOn, State) { ListColumns = [Amount, Sent, Due, State] };

    public static Invoice Read(RowCells row)
    {
        var sent = row.Date(Sent);
        var (paidOn, answer) = row.DateOrYesNo(Paid, PaidOn);
        var paid = row.InOrder(sent, paidOn, "the day sent", "payment");
        var state = row.State(State);
        return new Invoice
        {
            At = row.At,
            Number = row.Primary,
            Client = row.Text(Client) ?? row.SubHeading ?? "Unnamed",
            Sent = sent,
            Due = row.InOrder(sent, row.Date(Due), "the day sent", "due date"),
            Amount = row.Amount(Amount),
            Paid = paid,
            State = state != WorkState.Cancelled && (answer == true || paidOn is not null) ? WorkState.Done : state,
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
