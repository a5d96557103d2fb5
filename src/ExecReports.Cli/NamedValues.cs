namespace ExecReports.Cli;

/// <summary>Settings on the command line, <c>NAME=value</c> each.</summary>
internal static class NamedValues
{
    // A name that is in no settings table would set nothing without a word. In a settings file, which other programs share, such names are ignored.
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "EXECREPORTS_PORTFOLIO", "EXECREPORTS_OUT", "EXECREPORTS_GIT_CREDENTIALS", "EXECREPORTS_DELIVER", "EXECREPORTS_INVENTORY", "EXECREPORTS_CATCH_UP_DAYS", "EXECREPORTS_HISTORY_DAYS", "EXECREPORTS_SCHEDULES_AFTER",
        "SES_SENDER", "SES_CONFIGURATION_SET", "REPORT_RECIPIENTS", "REPORT_BCC", "REPORT_BUCKET", "REPORT_KMS_KEY", "REPORT_OBJECT_LOCK", "REPORT_WORKSPACE_BUCKET", "REPORT_WORKSPACE_PREFIX", "REPORT_TABLE",
        "REPORT_LOG_GROUP", "REPORT_LOG_ADDRESSES", "OPERATIONS_TABLE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_SES_REGION", "AWS_INVENTORY_REGIONS", "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_WEB_IDENTITY_AUDIENCE", "AWS_ROLE_ARN", "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT",
    };

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">One has no name, or that of no setting. Values are not repeated.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IReadOnlyList<string> written)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in written)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !pair[..equals].All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                throw new UsageException("--set: NAME=value expected, such as --set REPORT_BUCKET=reports.");
            if (!s_names.Contains(pair[..equals]) && !pair.StartsWith("AWS_ENDPOINT_URL_", StringComparison.Ordinal))
                throw new UsageException($"--set: there is no setting {pair[..equals]}. docs/settings.md lists them all, such as REPORT_BUCKET and SES_SENDER.");
            values[pair[..equals]] = pair[(equals + 1)..];
        }

        return values;
    }
}
