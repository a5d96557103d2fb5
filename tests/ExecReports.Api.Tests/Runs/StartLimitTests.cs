using ExecReports.Api.Runs;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Api.Tests.Runs;

public class StartLimitTests
{
    [Fact]
    public void As_many_starts_as_allowed_pass_within_any_window()
    {
        var time = new FakeTimeProvider();
        var limit = new StartLimit(2, TimeSpan.FromSeconds(60), time);

        Assert.Null(limit.Take());
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(limit.Take());
        Assert.Equal(TimeSpan.FromSeconds(20), limit.Take());
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(limit.Take());
        Assert.Equal(TimeSpan.FromSeconds(40), limit.Take());
    }
}
