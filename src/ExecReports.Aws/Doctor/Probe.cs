namespace ExecReports.Aws.Doctor;

/// <summary>Makes one call for a check; what goes wrong becomes a finding.</summary>
static class Probe
{
    /// <summary>A call that a run needs: where it fails, a run would.</summary>
    public static Task<IReadOnlyList<AwsFinding>> NeededAsync(string where, string permission, Func<Task<IReadOnlyList<AwsFinding>>> callAsync) => AskAsync(where, permission, callAsync, AwsFindingLevel.Fault);

    /// <summary>A call that only this check makes: where it is refused, something stays unchecked.</summary>
    public static Task<IReadOnlyList<AwsFinding>> LookAsync(string where, string permission, Func<Task<IReadOnlyList<AwsFinding>>> callAsync) => AskAsync(where, permission, callAsync, AwsFindingLevel.Warning);

    static async Task<IReadOnlyList<AwsFinding>> AskAsync(string where, string permission, Func<Task<IReadOnlyList<AwsFinding>>> callAsync, AwsFindingLevel level)
    {
        try
        {
            return await callAsync().ConfigureAwait(false);
        }
        catch (Exception told) when (told is AwsException or TransientException)
        {
            return [new(level, where, told.Message)];
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            var message = AwsFaults.Of(fault, permission, where).Message;
            return [new(level, where, level == AwsFindingLevel.Warning ? $"not checked: {message}" : message)];
        }
    }
}
