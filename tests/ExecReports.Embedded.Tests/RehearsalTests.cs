namespace ExecReports.Embedded.Tests;

public class RehearsalTests
{
    [Fact]
    public async Task Every_built_in_report_can_be_rehearsed_over_empty_entities() => await Rehearsal.StartAsync();
}
