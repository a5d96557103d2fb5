using System.Text.RegularExpressions;
using ExecReports.Aws.Settings;

namespace ExecReports.Aws.Identity;

/// <summary>Reads the settings of keyless access from an Azure app.</summary>
public static partial class WebIdentityReader
{
    /// <summary>
    /// Reads them: <c>AWS_ROLE_ARN</c> and <c>AWS_WEB_IDENTITY_AUDIENCE</c>, and from the platform <c>IDENTITY_ENDPOINT</c>, <c>IDENTITY_HEADER</c> and <c>AZURE_CLIENT_ID</c>.
    /// Null where no audience is set: credentials come from elsewhere.
    /// </summary>
    /// <param name="setting">A named setting; null if it is not set.</param>
    /// <exception cref="AwsSettingsException">Some are missing or cannot be used: all of them are named.</exception>
    public static (ManagedIdentitySettings Identity, WebIdentitySettings Role)? Read(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (Value("AWS_WEB_IDENTITY_AUDIENCE") is not { } audience)
            return null;

        var faults = new List<string>();
        var role = Value("AWS_ROLE_ARN");
        if (role is null || !RoleArn().IsMatch(role))
            faults.Add("AWS_ROLE_ARN: the ARN of the role to assume expected, such as arn:aws:iam::123456789012:role/execreports.");
        if (!Uri.TryCreate(Value("IDENTITY_ENDPOINT"), UriKind.Absolute, out var endpoint))
            faults.Add("IDENTITY_ENDPOINT is missing: the platform sets it where the app has a managed identity. On another machine leave AWS_WEB_IDENTITY_AUDIENCE out and use a profile.");
        var header = Value("IDENTITY_HEADER");
        if (header is null)
            faults.Add("IDENTITY_HEADER is missing: the platform sets it where the app has a managed identity.");
        return faults.Count == 0
            ? (new ManagedIdentitySettings(endpoint!, header!, audience, Value("AZURE_CLIENT_ID")), new WebIdentitySettings { RoleArn = role! })
            : throw new AwsSettingsException(faults);

        string? Value(string name) => setting.Value(name);
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]+$")]
    private static partial Regex RoleArn();
}
