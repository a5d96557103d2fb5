using System.Text;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Portfolio;

internal static class Sample
{
    public static Handoff Read(string markdown, string file = "agent_handoffs/projects/acme.md") => HandoffReader.Read(file, Encoding.UTF8.GetBytes(markdown));
}
