using CsCheck;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

// The secrets below are made up at run time or are the vendors' published examples, in parts, so that no scanner takes this file for a leak.
public class SecretRedactorTests
{
    private const string Tail = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0";

    public static TheoryData<string, string, string> Secrets => new()
    {
        { "AKIA" + "IOSFODNN7EXAMPLE", "", "AWS access key" },
        { "ghp_" + Tail[..36], "", "GitHub token" },
        { "github_pat_" + Tail, "", "GitHub token" },
        { "xoxb-" + "1234567890-abcdef", "", "Slack token" },
        { "sk_live_" + Tail[..24], "", "Stripe key" },
        { "AIza" + Tail[..35], "", "Google API key" },
        { "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0." + Tail, "", "JSON web token" },
        { "hunter2abc", "password = ", "password" },
        { "Tr0ub4dor&3", "password: \"", "password" },
        { "S3cretValue99", "DB_PASSWORD=", "password" },
        { "s3cr3tvalue", "**Password:** ", "password" },
        { "abcd1234efgh", "api_key: ", "key" },
        { Tail, "| AWS secret access key | ", "secret" },
        { "pa55w0rd", "postgres://app:", "password in a URL" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_is_taken_out_and_its_place_reported(string secret, string before, string kind)
    {
        var after = kind == "password in a URL" ? "@db.example.com/app" : before.EndsWith('"') ? "\" # rotate" : " |";
        var redacted = SecretRedactor.Redact($"first line\n{before}{secret}{after}\nlast line");
        Assert.DoesNotContain(secret, redacted.Text);
        Assert.Equal(new SecretMatch(2, kind), Assert.Single(redacted.Matches));
        Assert.StartsWith("first line\n", redacted.Text);
        Assert.EndsWith("\nlast line", redacted.Text);
    }

    [Fact]
    public void A_private_key_block_goes_whole_and_the_lines_stay_counted()
    {
        var redacted = SecretRedactor.Redact("a\n-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nz\npassword = hunter2abc");
        Assert.DoesNotContain("MIIE", redacted.Text);
        Assert.Equal(7, redacted.Text.Split('\n').Length);
        Assert.Equal([new SecretMatch(2, "private key"), new SecretMatch(7, "password")], redacted.Matches);
    }

    [Fact]
    public void The_secret_half_beside_an_aws_key_goes_too()
    {
        var redacted = SecretRedactor.Redact("key: AKIA" + "IOSFODNN7EXAMPLE\n" + "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY\n");
        Assert.Equal(["AWS access key", "AWS secret key"], redacted.Matches.Select(match => match.Kind));
        Assert.DoesNotContain("wJalr", redacted.Text);
    }

    [Theory]
    [InlineData("commit 3f2a9c1d4e5b6a7f8091a2b3c4d5e6f708192a3b")]
    [InlineData("id 550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:acme-api")]
    [InlineData("password: rotated every 90 days")]
    [InlineData("Password reset | high | open")]
    [InlineData("| Token cost | $1,200 |")]
    [InlineData("secret: arn:aws:secretsmanager:us-east-1:123456789012:secret:acme-AbCdEf")]
    [InlineData("secret: stored in the vault")]
    [InlineData("password = getPassword()")]
    [InlineData("token = os.environ[\"TOKEN\"]")]
    [InlineData("password: ${DB_PASSWORD}")]
    [InlineData("API key: <your key>")]
    [InlineData("Secret rotation: 2026-11-20")]
    [InlineData("token: 2026-11-20")]
    [InlineData("https://acme.example.com:8443/path@2x.png")]
    [InlineData("see https://user@git.example.com/acme")]
    [InlineData("Secrets in files: 2")]
    [InlineData("We moved the tokens to SSM")]
    public void Ordinary_text_is_no_secret(string text)
    {
        var redacted = SecretRedactor.Redact(text);
        Assert.Empty(redacted.Matches);
        Assert.Same(text, redacted.Text);
    }

    [Fact]
    public void Redacting_twice_changes_nothing_and_keeps_the_number_of_lines() =>
        Gen.OneOf(Pick.From("password = hunter2abc", "AKIA" + "IOSFODNN7EXAMPLE", "x", "| a | b |", "://u:pa55w0rd@h", "-----BEGIN PRIVATE " + "KEY-----", "-----END PRIVATE KEY-----", ""), Gen.String).Array[0, 8].Sample(lines =>
        {
            var text = string.Join('\n', lines);
            var once = SecretRedactor.Redact(text).Text;
            Assert.Equal(text.Count(c => c == '\n'), once.Count(c => c == '\n'));
            Assert.Equal(once, SecretRedactor.Redact(once).Text);
        });
}
