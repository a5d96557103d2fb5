using System.Reflection;
using ExecReports.Api;
using ExecReports.Api.Access;
using Microsoft.Azure.Functions.Worker;

namespace ExecReports.Functions.Tests.Http;

public class RoutesTests
{
    private static readonly IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> Functions =
    [
        .. typeof(HostedReports).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (method.GetCustomAttribute<FunctionAttribute>()?.Name, method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(trigger => trigger is not null)))
            .Where(function => function.Item1 is not null && function.Item2 is not null)
            .Select(function => (function.Item1!, function.Item2!)),
    ];

    [Fact]
    public void The_functions_and_the_routes_of_the_API_are_the_same_set()
    {
        var functions = Functions.Where(function => !function.Name.StartsWith("GetPage", StringComparison.Ordinal))
            .Select(function => $"{function.Name} {Assert.Single(function.Trigger.Methods!).ToUpperInvariant()} /{function.Trigger.Route}");
        var routes = ApiRoutes.Of(null!).Select(route => $"{route.Operation} {route.Method} {route.Pattern}");

        Assert.Equal(routes.Order(StringComparer.Ordinal), functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_level_of_each_function_is_that_of_its_role()
    {
        var roles = ApiRoutes.Of(null!).ToDictionary(route => route.Operation, route => route.Role);

        foreach (var (name, trigger) in Functions)
        {
            var expected = roles.GetValueOrDefault(name) switch
            {
                ApiRole.Anyone => AuthorizationLevel.Anonymous,
                ApiRole.Operate => AuthorizationLevel.Admin,
                _ => AuthorizationLevel.Function,
            };
            Assert.True(trigger.AuthLevel == expected, name);
        }
    }

    [Fact]
    public void The_page_is_at_the_root()
    {
        Assert.Equal("{nothing:maxlength(0)?}", Functions.Single(function => function.Name == "GetPage").Trigger.Route);
        Assert.Equal("page/{file}", Functions.Single(function => function.Name == "GetPageFile").Trigger.Route);
    }
}
