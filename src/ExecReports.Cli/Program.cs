using ExecReports.Cli;

return await CommandTree.InvokeAsync(args, Environment.GetEnvironmentVariable);
