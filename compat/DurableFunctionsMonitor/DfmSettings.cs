namespace DurableFunctionsMonitor.DotNetIsolated;

/// <summary>The monitor's settings.</summary>
public class DfmSettings
{
    private const string OptOut = "i_sure_know_what_i_am_doing";

    /// <summary>Reads the defaults from the environment.</summary>
    public DfmSettings()
    {
        DisableAuthentication = Variable("DFM_NONCE") == OptOut;
        Mode = Variable("DFM_MODE") == nameof(DfmMode.ReadOnly) ? DfmMode.ReadOnly : DfmMode.Normal;
        AllowedUserNames = List("DFM_ALLOWED_USER_NAMES");
        AllowedAppRoles = List("DFM_ALLOWED_APP_ROLES");
        AllowedReadOnlyAppRoles = List("DFM_ALLOWED_READ_ONLY_APP_ROLES");
        UserNameClaimName = Variable("DFM_USERNAME_CLAIM_NAME") ?? "preferred_username";
        RolesClaimName = Variable("DFM_ROLES_CLAIM_NAME") ?? "roles";
    }

    /// <summary>Whether anybody is let in.</summary>
    public bool DisableAuthentication { get; set; }
    /// <summary>What is allowed.</summary>
    public DfmMode Mode { get; set; }
    /// <summary>Roles that may do everything.</summary>
    public IEnumerable<string> AllowedAppRoles { get; set; }
    /// <summary>Roles that may look.</summary>
    public IEnumerable<string> AllowedReadOnlyAppRoles { get; set; }
    /// <summary>Users that are let in.</summary>
    public IEnumerable<string> AllowedUserNames { get; set; }
    /// <summary>Folder of templates of one's own.</summary>
    public string CustomTemplatesFolderName { get; set; }
    /// <summary>Claim that names the user.</summary>
    public string UserNameClaimName { get; set; }
    /// <summary>Claim that names the roles.</summary>
    public string RolesClaimName { get; set; }
    /// <summary>Put before the user agent of its calls.</summary>
    public string CustomUserAgentPrefix { get; set; }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static string[] List(string name) => Variable(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
