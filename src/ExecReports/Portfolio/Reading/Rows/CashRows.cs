using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Cash.</summary>
internal static class CashRows
{
    private static readonly Column Account = new("Account", CellType.Text, "Bank, Where, Name, What, Bank account, Held in, Item, Place, Wallet");
    private static readonly Column Balance = new("Balance", CellType.Money, "Amount, Cash, Cash on hand, Money, Value, $, Cash balance, In the bank, Funds, Available, Current balance, On hand, How much") { Summed = true };
    private static readonly Column On = new("Date", CellType.Date, "As of, On, When, Balance date, Dated, As at, Checked, Day, Statement date, Last checked");

    public static readonly SectionSchema Schema = new(SectionKind.Cash, "Cash",
        "Cash position, Cash on hand, Bank, Bank accounts, Bank balance, Bank balances, Cash balance, Accounts, Balances, Treasury, Liquidity, Money in the bank, Cash and bank, Runway, Reserves, Cash and runway, Cash reserves",
        Account, Balance, On) { ListColumns = [Balance, On], Ranged = Balance };

    public static CashPosition Read(RowCells row)
    {
        var balance = row.Amount(Balance);
        var on = row.Date(On);
        // "$12,400 as of 2026-11-20": the day stands behind the amount.
        if (on is null && !row.Filled(On) && balance?.Remark is { } remark)
        {
            foreach (var lead in (ReadOnlySpan<string>)["as of ", "as at ", "on ", ""])
            {
                if (remark.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && DateReader.Read(remark[lead.Length..]) is { Date: { } day })
                {
                    on = day;
                    break;
                }
            }
        }

        return new CashPosition
        {
            At = row.At,
            Account = row.Text(Account) ?? row.SubHeading ?? row.SectionHeading,
            Balance = balance,
            On = on,
            Extra = row.Extra,
            Note = row.Note,
        };
    }
}
