using Amazon.Lambda;
using Amazon.Lambda.Model;
using ExecReports.Testing.Aws.Wire;

namespace AwsSdk.Tests.Lambda;

/// <summary>Requests and answers as the API reference of AWS Lambda, version 2015-03-31, describes them.</summary>
public sealed class LambdaAnswersTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AmazonLambdaClient Client(FaultyServer server) => new(Recorded.Credentials, Recorded.At(server, new AmazonLambdaConfig()));

    static Answer Rest(int status, string json) => Answer.Json(status, json) with { ContentType = "application/json" };

    [Fact]
    public async Task Functions_come_a_page_at_a_time()
    {
        await using var server = await Recorded.AnswerAsync(Rest(200, """
            {
              "Functions": [
                {
                  "FunctionName": "harbor-booking", "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:harbor-booking", "Runtime": "python3.9",
                  "Role": "arn:aws:iam::123456789012:role/harbor", "Handler": "app.handler", "CodeSize": 3045632, "Description": "", "Timeout": 30, "MemorySize": 512,
                  "LastModified": "2026-10-02T09:30:00.000+0000", "CodeSha256": "8tT0PWQgOTUkJ1SPxlTK1VfxKYm1E2ZC4fZzx7ATTxg=", "Version": "$LATEST",
                  "VpcConfig": { "SubnetIds": [], "SecurityGroupIds": [], "VpcId": "" }, "TracingConfig": { "Mode": "PassThrough" }, "PackageType": "Zip", "Architectures": [ "arm64" ]
                },
                { "FunctionName": "harbor-maps", "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:harbor-maps", "MemorySize": 2048, "PackageType": "Image" }
              ],
              "NextMarker": "bWFya2VyIQ=="
            }
            """));
        using var client = Client(server);

        var response = await client.ListFunctionsAsync(new ListFunctionsRequest { Marker = "a+b/c=", MaxItems = 50 }, Token);

        Assert.Equal("bWFya2VyIQ==", response.NextMarker);
        var (booking, maps) = (response.Functions[0], response.Functions[1]);
        Assert.Equal(
            ("harbor-booking", "arn:aws:lambda:us-east-1:123456789012:function:harbor-booking", "python3.9", 512, 30, 3045632L, "2026-10-02T09:30:00.000+0000", PackageType.Zip),
            (booking.FunctionName, booking.FunctionArn, booking.Runtime.Value, booking.MemorySize, booking.Timeout, booking.CodeSize, booking.LastModified, booking.PackageType));
        Assert.Equal(["arm64"], booking.Architectures);
        Assert.Null(maps.Runtime);
        Assert.Null(maps.LastModified);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/2015-03-31/functions/?Marker=a%2Bb%2Fc%3D&MaxItems=50"), (request.Method, request.Target));
        Assert.Contains("/us-east-1/lambda/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_has_no_marker()
    {
        await using var server = await Recorded.AnswerAsync(Rest(200, """{"Functions":[],"NextMarker":null}"""));
        using var client = Client(server);

        var response = await client.ListFunctionsAsync(Token);

        Assert.Empty(response.Functions);
        Assert.Null(response.NextMarker);
        Assert.Equal("/2015-03-31/functions/", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Tags_are_asked_for_by_ARN()
    {
        await using var server = await Recorded.AnswerAsync(Rest(200, """{"Tags":{"entity":"harbor","stage":"live"}}"""));
        using var client = Client(server);

        var response = await client.ListTagsAsync(new ListTagsRequest { Resource = "arn:aws:lambda:us-east-1:123456789012:function:harbor-booking" }, Token);

        Assert.Equal([new("entity", "harbor"), new("stage", "live")], response.Tags);
        Assert.Equal("/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Aharbor-booking", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(400, "InvalidParameterValueException", typeof(InvalidParameterValueException))]
    [InlineData(403, "AccessDeniedException", typeof(AmazonLambdaException))]
    public async Task Errors_are_told_by_the_header(int status, string code, Type expected)
    {
        await using var server = await Recorded.AnswerAsync(Rest(status, """{"Type":"User","message":"User: arn:aws:iam::123456789012:user/test is not authorized"}""") with
        {
            Headers = [new("x-amzn-ErrorType", code), new("x-amzn-RequestId", "e5d7f0f2-6f3c-4b8e-9d0a-1f1f2b3c4d5e")],
        });
        using var client = Client(server);

        var fault = await Assert.ThrowsAnyAsync<AmazonLambdaException>(() => client.ListFunctionsAsync(Token));

        Assert.IsType(expected, fault);
        Assert.Equal((code, status, "User: arn:aws:iam::123456789012:user/test is not authorized"), (fault.ErrorCode, (int)fault.StatusCode, fault.Message));
    }
}
