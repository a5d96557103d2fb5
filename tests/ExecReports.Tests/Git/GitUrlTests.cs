using ExecReports.Git.Remote;

namespace ExecReports.Tests.Git;

public class GitUrlTests
{
    [Theory]
    [InlineData("https://git.example.com/group/site.git", "https://git.example.com/group/site.git", "https", null, "")]
    [InlineData("https://reader:s3cret@git.example.com/site.git#main:companies/handoffs", "https://git.example.com/site.git", "https", "main", "companies/handoffs")]
    [InlineData("https://token@git.example.com:8443/site#v2", "https://git.example.com:8443/site", "https", "v2", "")]
    [InlineData("ssh://git@git.example.com:2222/site.git", "ssh://git@git.example.com:2222/site.git", "ssh", null, "")]
    [InlineData("git@git.example.com:group/site.git", "git@git.example.com:group/site.git", "ssh", null, "")]
    [InlineData("file:///srv/site.git#:deep", "file:///srv/site.git", "file", null, "deep")]
    public void An_address_is_read_and_shown_without_its_password(string location, string address, string scheme, string? reference, string folder)
    {
        var url = GitUrl.Parse(location);

        Assert.NotNull(url);
        Assert.Equal((address, scheme, reference, folder), (url.Address, url.Scheme, url.Reference, url.Folder));
        Assert.DoesNotContain("s3cret", url.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../shop-site")]
    [InlineData("/srv/site")]
    [InlineData(@"C:\sites\shop")]
    [InlineData("shop:site")]
    [InlineData("ext::sh -c touch% /tmp/pwned")]
    [InlineData("ext://sh")]
    [InlineData("--upload-pack=touch")]
    [InlineData("-oProxyCommand=x@host:path")]
    [InlineData("ssh://-oProxyCommand=x/site")]
    [InlineData("https:///site")]
    [InlineData("https://git.example.com/site#--exec=x")]
    [InlineData("https://git.example.com/a b")]
    public void Anything_else_is_no_address(string location) => Assert.Null(GitUrl.Parse(location));

    [Fact]
    public void A_token_goes_to_its_own_host_only_and_over_https_only()
    {
        var credentials = GitCredentials.Parse("git.example.com=t0ken, other.example.com=reader:p4ss");

        Assert.Contains(credentials.Environment(GitUrl.Parse("https://git.example.com/site.git")!), pair => pair.Key == "GIT_CONFIG_KEY_0" && pair.Value == "http.https://git.example.com/.extraHeader");
        Assert.Contains(credentials.Environment(GitUrl.Parse("https://other.example.com/site.git")!), pair => pair.Value == "Authorization: Basic cmVhZGVyOnA0c3M=");
        Assert.Empty(credentials.Environment(GitUrl.Parse("http://git.example.com/site.git")!));
        Assert.Empty(credentials.Environment(GitUrl.Parse("https://git.example.com.evil.example/site.git")!));
        Assert.Empty(GitCredentials.None.Environment(GitUrl.Parse("https://git.example.com/site.git")!));
    }

    [Theory]
    [InlineData("s3cret-without-host")]
    [InlineData("=s3cret")]
    [InlineData("git.example.com/site=s3cret")]
    public void A_fault_in_the_credentials_repeats_nothing(string setting)
    {
        var fault = Assert.Throws<FormatException>(() => GitCredentials.Parse(setting));

        Assert.DoesNotContain("s3cret", fault.Message, StringComparison.Ordinal);
        Assert.Contains("part 1 of 1", fault.Message, StringComparison.Ordinal);
    }
}
