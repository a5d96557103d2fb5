namespace ExecReports.Rendering.Html;

/// <summary>
/// Colours and the little style sheet of the mail. Every text colour has a contrast of at least 4.5 : 1 against its ground, light and dark.
/// What matters stands in attributes and inline styles, since some mail programs drop the sheet; the sheet adds dark mode and narrow screens.
/// </summary>
internal static class Style
{
    /// <summary>Typefaces.</summary>
    public const string Fonts = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    /// <summary>Ground behind the page.</summary>
    public const string Ground = "#f1f3ef";
    /// <summary>Text.</summary>
    public const string Ink = "#1f2924";
    /// <summary>Quiet text.</summary>
    public const string Quiet = "#56625b";
    /// <summary>Links, the mark beside headings.</summary>
    public const string Accent = "#1d5f49";
    /// <summary>Lines between rows.</summary>
    public const string Line = "#ddd";

    /// <summary>A change for the worse.</summary>
    public const string Worse = "#9a3412";
    /// <summary>Bars.</summary>
    public const string Bar = "#2f7d58";
    /// <summary>Ground of decisions.</summary>
    public const string Decide = "#eef5f0";

    /// <summary>The style sheet.</summary>
    public const string Sheet =
        "a{color:#1d5f49}"
        + ".s{overflow-x:auto}.t{border-bottom:1px solid #ddd;line-height:1.4}.v td{padding-top:0!important;color:#56625b}li{margin:0 0 4px}.z{font-size:9px;letter-spacing:-1px}"
        + "@media(max-width:600px){.p{padding:20px 16px!important}.k,.k tr{display:contents!important}.k tbody{display:flex!important;flex-wrap:wrap;gap:8px;margin:4px 0 16px}.k .x{display:none!important}.k .b{display:block!important;flex:1 1 38%;width:auto!important}.t{font-size:13px!important}}"
        + "@media(prefers-color-scheme:dark){"
        + "body,.g{background:#121613!important}.p{background:#1b211d!important}"
        + ".p,.p h1,.p h2,.p h3,.p p,.p li,.p td,.p th{color:#e3e8e4!important}"
        + ".p .q,.p .q p,.p .v td,.k .q,.p th{color:#a7b3ab!important}a{color:#86cbaa!important}"
        + ".p tr,.t,.p h2,.p blockquote,.f{border-color:#343d37!important}.k .b{background:#252d28!important}.z{color:#5fb884!important}.gd{color:#86cbaa!important}.bd{color:#f0a37c!important}.d{background:#20302a!important;border-color:#86cbaa!important}"
        + ".w{background:#3a2e14!important;border-color:#d9a441!important}.o{background:#17331f!important;border-color:#5fb884!important}.n{background:#1b2c3d!important;border-color:#6ea8dc!important}"
        + ".c{background:#fff!important}}";

    /// <summary>Class and colour of a note in a tile: a change for the better, for the worse, or neither. The words say it too.</summary>
    public static (string Class, string Colour) Judged(string note) =>
        note.EndsWith(", better", StringComparison.Ordinal) ? ("gd", Accent) : note.EndsWith(", worse", StringComparison.Ordinal) ? ("bd", Worse) : ("q", Quiet);

    /// <summary>The kind of call-out that a word names.</summary>
    public static string KindOf(string word) => word switch { "Attention" => "warning", "Good" => "good", _ => "note" };

    /// <summary>Class, ground, edge and ink of a call-out.</summary>
    public static (string Class, string Ground, string Edge, string Ink, string Word) CallOut(string kind) => kind switch
    {
        "warning" => ("w", "#fdf4e3", "#b7791f", "#5f3c06", "Attention"),
        "good" => ("o", "#e8f5ed", "#2f7d58", "#17472f", "Good"),
        _ => ("n", "#e9f1f8", "#3b6ea5", "#1c3c5f", "Note"),
    };
}
