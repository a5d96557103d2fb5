using System.Globalization;
using System.Text.RegularExpressions;

namespace EndToEnd.Samples;

/// <summary>A copy of the sample portfolio in which a test may change a row.</summary>
internal sealed partial class SampleCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleCopy()
    {
        foreach (var file in Directory.EnumerateFiles(SampleFolder.Path, "*", SearchOption.AllDirectories))
        {
            var target = _folder.Under(System.IO.Path.GetRelativePath(SampleFolder.Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path => _folder.Path;

    private string Handoffs => _folder.Under("agent_handoffs", "projects");

    /// <summary>Replaces a text of a handoff that stands there exactly once.</summary>
    public SampleCopy Change(string entity, string old, string replacement)
    {
        var file = System.IO.Path.Combine(Handoffs, $"{entity}.md");
        var text = File.ReadAllText(file);
        Assert.Equal(2, text.Split(old).Length);
        File.WriteAllText(file, text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Gives every file, or one of them, the time at which it was last written.</summary>
    public SampleCopy DatedAt(DateTime time, string? file = null)
    {
        foreach (var one in file is null ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories) : [System.IO.Path.Combine(Path, file)])
            File.SetLastWriteTimeUtc(one, time);
        return this;
    }

    /// <summary>Doubles every amount of money, both ends of a range.</summary>
    public SampleCopy DoubleMoney()
    {
        foreach (var file in Directory.EnumerateFiles(Handoffs))
            File.WriteAllText(file, Money().Replace(File.ReadAllText(file), amount => Number().Replace(amount.Value, number => Double(number.Value))));
        return this;
    }

    public void Dispose() => _folder.Dispose();

    private static string Double(string number) =>
        (2 * decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$[\d,.]*\d(–[\d,.]*\d)?")]
    private static partial Regex Money();

    [GeneratedRegex(@"\d[\d,.]*")]
    private static partial Regex Number();
}
