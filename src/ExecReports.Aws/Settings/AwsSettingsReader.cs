using System.Text.RegularExpressions;
using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.SendLog;
using ExecReports.Aws.Workspace;

namespace ExecReports.Aws.Settings;

/// <summary>Reads and checks the settings of delivering through AWS. Faults name the setting and what would be right, and never repeat a value that may be a secret.</summary>
public static partial class AwsSettingsReader
{
    /// <summary>Reads them.</summary>
    /// <param name="setting">A named setting; null if it is not set.</param>
    /// <param name="delivers">Whether reports are delivered through AWS, so that there must be a bucket; false: facts are only read from there.</param>
    /// <exception cref="AwsSettingsException">Some are missing or cannot be used: all of them are named.</exception>
    public static AwsSettings Read(Func<string, string?> setting, bool delivers = true)
    {
        var faults = new List<string>();
        var settings = new AwsSettings
        {
            Region = Region("AWS_REGION") ?? Region("AWS_DEFAULT_REGION") ?? Region("AWS_SES_REGION") ?? Missing("AWS_REGION", delivers ? "the region of bucket and table, such as us-east-1" : "the region of what is read from AWS, such as us-east-1"),
            SesRegion = Region("AWS_SES_REGION"),
            Credentials = Credentials(),
            Endpoints = Endpoints(),
            Bucket = Bucket("REPORT_BUCKET") ?? (!delivers ? "" : Missing("REPORT_BUCKET", "the name of the bucket that keeps the reports")),
            KmsKey = Value("REPORT_KMS_KEY"),
            ObjectLock = Lock(),
            WorkspaceBucket = Bucket("REPORT_WORKSPACE_BUCKET"),
            WorkspacePrefix = Prefix() ?? S3Workspace.DefaultPrefix,
            Table = Matching("REPORT_TABLE", TableName(), "3 to 255 letters, digits, underscores, hyphens and dots") ?? LedgerTable.DefaultName,
            ConfigurationSet = Matching("SES_CONFIGURATION_SET", SetName(), "up to 64 letters, digits, underscores and hyphens"),
            LogGroup = LogGroup(),
            LogAddresses = Choice("REPORT_LOG_ADDRESSES", "hashed", "plain") == "plain",
        };
        return faults.Count == 0 ? settings : throw new AwsSettingsException(faults);

        string? Value(string name) => setting.Value(name);

        string Missing(string name, string wanted)
        {
            if (Value(name) is null)
                faults.Add($"{name} is missing: set it to {wanted}.");
            return "";
        }

        string? Matching(string name, Regex pattern, string expected)
        {
            if (Value(name) is not { } value)
                return null;
            if (pattern.IsMatch(value))
                return value;
            faults.Add($"{name}: {expected} expected.");
            return null;
        }

        string? Region(string name) => Matching(name, RegionName(), "a region such as us-east-1");

        string? Bucket(string name) => Matching(name, BucketName(), "the name of a bucket (3 to 63 small letters, digits, hyphens and dots)");

        string? Choice(string name, params string[] choices)
        {
            if (Value(name)?.ToLowerInvariant() is not { } value)
                return null;
            if (choices.Contains(value))
                return value;
            faults.Add($"{name}: {string.Join(" or ", choices)} expected.");
            return null;
        }

        AwsCredentialSettings Credentials()
        {
            var found = new AwsCredentialSettings
            {
                Profile = Value("AWS_PROFILE"),
                AccessKeyId = Value("AWS_ACCESS_KEY_ID"),
                SecretAccessKey = Value("AWS_SECRET_ACCESS_KEY"),
                SessionToken = Value("AWS_SESSION_TOKEN"),
            };
            if (found is { AccessKeyId: not null, SecretAccessKey: null })
                faults.Add("AWS_SECRET_ACCESS_KEY is missing beside AWS_ACCESS_KEY_ID: set both, or neither to let the SDK find credentials.");
            if (found is { AccessKeyId: null, SecretAccessKey: not null })
                faults.Add("AWS_ACCESS_KEY_ID is missing beside AWS_SECRET_ACCESS_KEY: set both, or neither to let the SDK find credentials.");
            return found;
        }

        Dictionary<AwsService, Uri> Endpoints()
        {
            var found = new Dictionary<AwsService, Uri>();
            foreach (var service in Enum.GetValues<AwsService>())
            {
                var name = Value(AwsServices.EndpointSetting(service)) is null ? "AWS_ENDPOINT_URL" : AwsServices.EndpointSetting(service);
                if (Value(name) is not { } value)
                    continue;
                if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && url.Query.Length == 0)
                    found[service] = url;
                else if (!faults.Exists(fault => fault.StartsWith(name + ":", StringComparison.Ordinal)))
                    faults.Add($"{name}: an address such as http://127.0.0.1:8000 expected, without user, password or query.");
            }
            return found;
        }

        ObjectLock? Lock()
        {
            if (Value("REPORT_OBJECT_LOCK") is not { } value || value.Equals("off", StringComparison.OrdinalIgnoreCase))
                return null;
            var found = ObjectLock.Parse(value);
            if (found is null)
                faults.Add("REPORT_OBJECT_LOCK: off, governance:DAYS or compliance:DAYS expected, DAYS from 1 to 36500.");
            return found;
        }

        string? Prefix() => Matching("REPORT_WORKSPACE_PREFIX", PrefixText(), "names joined and ended by slashes, such as exec-reports-workspace/") is not { } prefix ? null
            : prefix.StartsWith("exec-reports/", StringComparison.Ordinal) ? Fault<string>("REPORT_WORKSPACE_PREFIX: another prefix than the archive's, exec-reports/, expected: what expires there must not be a report.")
            : prefix;

        string? LogGroup() => Value("REPORT_LOG_GROUP") is { } value && value.Equals("off", StringComparison.OrdinalIgnoreCase)
            ? null
            : Matching("REPORT_LOG_GROUP", LogGroupName(), "the name of a log group such as /aws/lambda/send-exec-reports, or off") ?? SendLogOptions.DefaultGroup;

        T? Fault<T>(string message) where T : class
        {
            faults.Add(message);
            return null;
        }
    }

    /// <summary>Whether a text is like a region's name.</summary>
    internal static bool IsRegion(string text) => RegionName().IsMatch(text);

    /// <summary>Whether a text can be a table's name.</summary>
    internal static bool IsTableName(string text) => TableName().IsMatch(text);

    [GeneratedRegex(@"\A[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}\z")]
    private static partial Regex RegionName();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex SetName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_./#-]{1,512}\z")]
    private static partial Regex LogGroupName();

    [GeneratedRegex(@"\A([a-zA-Z0-9_.-]+/)+\z")]
    private static partial Regex PrefixText();
}
