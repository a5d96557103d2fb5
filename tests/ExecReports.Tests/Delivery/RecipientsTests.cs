using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

public class RecipientsTests
{
    [Fact]
    public void The_id_is_the_start_of_the_address_s_hash_and_does_not_hang_on_case()
    {
        // printf owner@example.com | sha256sum
        Assert.Equal(new("c8cd3c642730", "owner@example.com"), Recipients.Parse("owner@example.com"));
        Assert.Equal(Recipients.Parse("owner@example.com").Id, Recipients.Parse(" Owner@Example.com ").Id);
    }

    [Theory]
    [InlineData("owner@example.com\r\nBcc: other@example.com", "line break")]
    [InlineData("owner@example.com\n", "line break")]
    [InlineData("owner\0@example.com", "control character")]
    [InlineData("", "empty")]
    [InlineData("owner", "exactly one @")]
    [InlineData("a@b@example.com", "exactly one @")]
    [InlineData("Owner <owner@example.com>", "more than the bare address")]
    [InlineData("a@example.com, b@example.com", "more than the bare address")]
    [InlineData("@example.com", "before the @")]
    [InlineData(".a@example.com", "before the @")]
    [InlineData("a..b@example.com", "before the @")]
    [InlineData("a@example", "no domain")]
    [InlineData("a@", "no domain")]
    [InlineData("a@.com", "no domain")]
    [InlineData("a@-example.com", "no domain")]
    [InlineData("a@exa_mple.com", "no domain")]
    [InlineData("a@exämple.com", "xn--")]
    public void What_is_no_plain_address_is_refused_with_the_reason(string address, string reason)
    {
        var refused = Assert.Throws<RecipientException>(() => Recipients.Parse(address));

        Assert.Contains(reason, refused.Message);
        Assert.DoesNotContain(refused.Message, char.IsControl);
    }

    [Theory]
    [InlineData("first.last+tag@mail.example.com")]
    [InlineData("o'neil_1@xn--exmple-cua.com")]
    public void Plain_addresses_are_taken_as_they_are(string address) => Assert.Equal(address, Recipients.Parse(address).Address);

    [Fact]
    public void Fifty_recipients_are_possible_fifty_one_are_not_and_a_double_counts_once()
    {
        var fifty = Enumerable.Range(1, 50).Select(number => $"r{number}@example.com");

        Assert.Equal(50, Recipients.ParseAll([.. fifty, "R1@example.com"]).Count);
        Assert.Contains("51 recipients", Assert.Throws<RecipientException>(() => Recipients.ParseAll([.. fifty, "r51@example.com"])).Message);
    }
}
