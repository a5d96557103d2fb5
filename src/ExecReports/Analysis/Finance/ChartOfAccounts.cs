using System.Globalization;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>What an account holds.</summary>
public enum AccountClass
{
    /// <summary>1xxx: cash, receivables, assets.</summary>
    Asset,
    /// <summary>2xxx: deferred revenue.</summary>
    Liability,
    /// <summary>4xxx: revenue, one account per stream.</summary>
    Revenue,
    /// <summary>5xxx: variable costs by category.</summary>
    VariableCost,
    /// <summary>6xxx: fixed costs by category.</summary>
    FixedCost,
}

/// <summary>An account of an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Number">Its number: the one that the handoff states, else the next free one of its class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Class">What it holds.</param>
/// <param name="Stated">Whether the handoff states the number.</param>
/// <param name="Mapped">The handoff's rows that are booked to it.</param>
public sealed record Account(Handoff Entity, int Number, string Name, AccountClass Class, bool Stated, IReadOnlyList<HandoffRow> Mapped)
{
    /// <summary>What is booked to it, by name.</summary>
    public string MappedNames => string.Join(", ", Mapped.Select(row => row switch
    {
        RevenueStream stream => stream.Name,
        CostLine cost => cost.Item,
        CashPosition cash => cash.Account,
        Asset asset => asset.Name,
        _ => "",
    }).Where(name => name.Length > 0).Distinct());
}

/// <summary>
/// A numbered chart of accounts per entity, the same for the same handoff: 1010… cash, 1200 receivables, 1510… assets; 2110… deferred revenue per stream that defers;
/// 4010… a stream each; 5010… variable costs and 6010… fixed costs by category; steps of ten. A number that the handoff states (leading digits of the stream's account) is kept, and skipped when numbering the others.
/// </summary>
public static class ChartOfAccounts
{
    /// <summary>Accounts of one entity, by number.</summary>
    public static IReadOnlyList<Account> Of(Handoff entity)
    {
        var stated = entity.Revenue.Select(s => StatedNumber(s.Account)).OfType<int>().ToHashSet();
        var accounts = new List<Account>();

        Number(1010, AccountClass.Asset, [.. entity.Cash.GroupBy(c => Folded.Of(c.Account)).Select(g => (g.First().Account, (IReadOnlyList<HandoffRow>)[.. g]))]);
        if (entity.Clients.Count + entity.Invoices.Count > 0)
            Number(1200, AccountClass.Asset, [("Receivables", [])]);
        Number(1510, AccountClass.Asset, [.. entity.Assets.Where(a => a.Value is not null).Select(a => (a.Name, (IReadOnlyList<HandoffRow>)[a]))]);
        Number(2110, AccountClass.Liability, [.. entity.Revenue.Where(s => Defers(entity, s)).Select(s => ($"Deferred revenue, {s.Name}", (IReadOnlyList<HandoffRow>)[s]))]);

        foreach (var group in entity.Revenue.Where(s => StatedNumber(s.Account) is not null).GroupBy(s => StatedNumber(s.Account)!.Value))
            accounts.Add(new(entity, group.Key, StatedName(group.First().Account!) ?? group.First().Name, AccountClass.Revenue, true, [.. group]));
        Number(4010, AccountClass.Revenue, [.. entity.Revenue.Where(s => StatedNumber(s.Account) is null).Select(s => (s.Account ?? s.Name, (IReadOnlyList<HandoffRow>)[s]))]);
        Number(5010, AccountClass.VariableCost, ByCategory(entity.Costs.Where(c => !c.Fixed)));
        Number(6010, AccountClass.FixedCost, ByCategory(entity.Costs.Where(c => c.Fixed)));
        return [.. accounts.OrderBy(a => a.Number)];

        void Number(int first, AccountClass accountClass, IReadOnlyList<(string Name, IReadOnlyList<HandoffRow> Rows)> groups)
        {
            var number = first;
            foreach (var (name, rows) in groups)
            {
                while (stated.Contains(number))
                    number += 10;
                accounts.Add(new(entity, number, name, accountClass, false, rows));
                number += 10;
            }
        }
    }

    /// <summary>Whether money for a stream is taken before it is earned: the handoff says until when, or lists a deposit of that stream.</summary>
    public static bool Defers(Handoff entity, RevenueStream stream) =>
        !string.IsNullOrWhiteSpace(stream.Deferred) || entity.Deposits.Any(d => Folded.Same(d.Stream, stream.Name) || (d.Stream is null && entity.Revenue.Count == 1));

    /// <summary>The number at the start of an account as written: 4010 of <c>4010 Charter revenue</c>; null if it has none.</summary>
    public static int? StatedNumber(string? account)
    {
        var text = account.AsSpan().TrimStart();
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits is > 0 and < 10 && int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? StatedName(string account) => account.Trim().TrimStart("0123456789".ToCharArray()).Trim(' ', '-', '–', ':', '.') is { Length: > 0 } name ? name : null;

    private static IReadOnlyList<(string, IReadOnlyList<HandoffRow>)> ByCategory(IEnumerable<CostLine> lines) =>
        [.. lines.GroupBy(c => Folded.Of(c.Category)).OrderBy(g => g.First().Category, StringComparer.OrdinalIgnoreCase).Select(g => (g.First().Category, (IReadOnlyList<HandoffRow>)[.. g]))];
}
