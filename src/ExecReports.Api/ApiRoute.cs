using ExecReports.Api.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api;

/// <summary>One operation of the API.</summary>
/// <param name="Operation">Its name, as the OpenAPI document and the Functions app have it.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">Its address.</param>
/// <param name="Role">Who may call it.</param>
/// <param name="Handle">Answers.</param>
public sealed record ApiRoute(string Operation, string Method, string Pattern, ApiRole Role, Func<HttpContext, DurableTaskClient, Task<IResult>> Handle);
