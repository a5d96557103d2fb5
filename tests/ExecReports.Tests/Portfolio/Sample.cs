using System.Text;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

internal static class Sample
{
    public static Handoff Read(string markdown, string file = "agent_handoffs/projects/acme.md") => HandoffReader.Read(file, Encoding.UTF8.GetBytes(markdown));
}

internal static class Pick
{
    public static CsCheck.Gen<T> From<T>(params T[] values) => CsCheck.Gen.Select(CsCheck.Gen.Int[0, values.Length - 1], index => values[index]);
}
