using System.Text;
using ExecReports.Api.Access;
using ExecReports.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ExecReports.Functions.Tests.Http;

public class HttpAccessTests
{
    [Theory]
    [InlineData("ExecReports.Read", ApiRole.Read)]
    [InlineData("execreports.run", ApiRole.Run)]
    [InlineData("ExecReports.Operate", ApiRole.Operate)]
    [InlineData("Something.Else", ApiRole.Anyone)]
    public void A_signed_in_callers_role_reaches_as_far_as_it_says(string claim, ApiRole role)
    {
        var access = Access(platform: true);
        var request = Request($$"""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"ExecReports.Operate"},{"typ":"roles","val":"{{claim}}"}]}""");

        foreach (var needed in Enum.GetValues<ApiRole>())
            Assert.Equal(needed > role, access.Refuse(request, needed) is not null);
        Assert.Equal(role == ApiRole.Operate, access.SeesAddresses(request));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"claims":[{"typ":1}]}""")]
    [InlineData("""{"claims":"ExecReports.Operate"}""")]
    public void A_principal_that_cannot_be_read_has_no_role(string principal) =>
        Assert.Equal(403, Access(platform: true).Refuse(Request(principal), ApiRole.Read)?.Body.Status);

    [Fact]
    public void Where_the_platform_signs_nobody_in_its_header_says_nothing()
    {
        var access = Access(platform: false);
        var forged = Request("""{"role_typ":"roles","claims":[{"typ":"roles","val":"ExecReports.Operate"}]}""");

        Assert.Null(access.Refuse(forged, ApiRole.Read)); // the host has checked the function's key
        Assert.False(access.SeesAddresses(forged));
    }

    private static HttpAccess Access(bool platform) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = platform ? "True" : null }).Build());

    private static HttpRequest Request(string principal)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["x-ms-client-principal"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
        return request;
    }
}
