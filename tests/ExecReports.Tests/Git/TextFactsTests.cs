using System.Text;
using ExecReports.Git;

namespace ExecReports.Tests.Git;

public sealed class TextFactsTests
{
    // Written in two pieces, so that this file holds nothing that looks like a secret.
    [Theory]
    [InlineData("AKIA", "ABCDEFGHIJKLMNOP", "AWS access key")]
    [InlineData("xAKIA", "ABCDEFGHIJKLMNOP", null)]
    [InlineData("AKIA", "ABCDEFGHIJKLMNOPQ", null)]
    [InlineData("AKIA", "abcdefghijklmnop", null)]
    [InlineData("ghp_", "abcdefghijklmnopqrstuvwxyz0123456789", "GitHub token")]
    [InlineData("ghp_", "short", null)]
    [InlineData("-----BEGIN RSA PRI", "VATE KEY-----", "private key")]
    [InlineData("-----BEGIN CERTI", "FICATE-----", null)]
    [InlineData("postgres://app:hun", "ter2@db.example.com/x", "password in an address")]
    [InlineData("postgres://app:$", "{PASSWORD}@db.example.com/x", null)]
    [InlineData("https://example.com/a:b", "@c", null)]
    [InlineData("https://user@", "example.com", null)]
    public void A_secret_is_known_by_its_form(string start, string rest, string? kind) =>
        Assert.Equal(kind is null ? [] : [(2, kind)], TextFacts.Of(Encoding.UTF8.GetBytes($"first line\n{start}{rest}\n")).Secrets);

    [Theory]
    [InlineData("TODO", 1)]
    [InlineData("// TODO: a\n// FIXME\n/* HACK */", 3)]
    [InlineData("TODO FIXME HACK", 1)]
    [InlineData("todo TODOS MYTODO TODO_LIST HACKER", 0)]
    [InlineData("TODOTODO\nTODO", 1)]
    [InlineData("ü TODO", 1)]
    [InlineData("\0 TODO", 0)]
    public void Debt_marks_are_lines_with_a_whole_word_in_capitals(string text, int expected) => Assert.Equal(expected, TextFacts.Of(Encoding.UTF8.GetBytes(text)).DebtMarks);
}
