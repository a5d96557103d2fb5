using System.Security.Cryptography;

namespace ExecReports.Orchestration.Activities;

/// <summary>A name that no other process that ever delivered has; random, made where the process is put together.</summary>
public sealed record ProcessName(string Value)
{
    /// <summary>A new name of 16 hexadecimal digits.</summary>
    public static ProcessName New(RandomNumberGenerator random) => new(RandomDigits.Of(random, 16));
}
