using Amazon.DynamoDBv2.Model;

namespace ExecReports.Aws.Tests.Ledger;

/// <summary>Items as versions of the product wrote them. They are never changed: what was written must stay readable.</summary>
static class FrozenItems
{
    /// <summary>Schema version 1.</summary>
    public static Dictionary<string, AttributeValue> First() => new()
    {
        ["report_type"] = S("ceo"),
        ["generated_timestamp"] = S("2026-11-24T19:30:00.123Z"),
        ["run_id"] = S("run-1"),
        ["as_of"] = S("2026-11-24"),
        ["subject"] = S("CEO report, “24 Nov”"),
        ["sender"] = S("reports@example.com"),
        ["template_version"] = S("abc"),
        ["files"] = new() { L = [M(("key", S("exec-reports/2026/11/x.eml")), ("sha256", S("00ff")), ("bytes", N("12345")))] },
        ["gaps"] = new() { L = [S("inventory: no file")] },
        ["held"] = new() { BOOL = false },
        ["created_at"] = S("2026-11-24T19:30:00.1234567Z"),
        ["schema_version"] = N("1"),
        ["deliveries"] = M(
            ("0123456789ab", Pending("20261124T193000123Z-ceo-0123456789ab", "0123456789ab", "owner@example.com", "0")),
            ("ba9876543210", Pending("20261124T193000123Z-ceo-ba9876543210", "ba9876543210", "partner@example.com", "1"))),
    };

    static AttributeValue Pending(string id, string recipient, string address, string position) => M(
        ("delivery_id", S(id)), ("recipient_id", S(recipient)), ("address", S(address)), ("position", N(position)), ("state", S("PENDING")), ("attempts", N("0")), ("revision", N("0")));

    static AttributeValue S(string text) => new() { S = text };

    static AttributeValue N(string number) => new() { N = number };

    static AttributeValue M(params (string Name, AttributeValue Value)[] members) => new() { M = members.ToDictionary(member => member.Name, member => member.Value) };
}
