using System.Security.Cryptography;
using ExecReports.Orchestration.Activities;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Orchestration.Tests;

public sealed class RunIdsTests
{
    [Fact]
    public void An_id_is_the_clocks_second_and_digits_of_the_randomness_given() =>
        Assert.Equal("20261124T201500Z-010203", RunIds.New(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 20, 15, 0, TimeSpan.Zero)), new Counting()));

    [Fact]
    public void A_process_is_named_by_the_randomness_given()
    {
        var random = new Counting();

        Assert.Equal(("0102030405060708", "090a0b0c0d0e0f10"), (ProcessName.New(random).Value, ProcessName.New(random).Value));
    }

    private sealed class Counting : RandomNumberGenerator
    {
        private byte last;

        public override void GetBytes(byte[] data)
        {
            for (var i = 0; i < data.Length; i++)
                data[i] = ++last;
        }
    }
}
