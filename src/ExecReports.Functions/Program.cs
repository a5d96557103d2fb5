using DurableFunctionsMonitor.DotNetIsolated;
using ExecReports.Functions;
using ExecReports.Functions.Monitor;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddExecReports(builder.Configuration);
builder.UseDurableFunctionsMonitor(ReadOnlyMonitor.Configure);
await builder.Build().RunAsync();
