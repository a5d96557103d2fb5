using ExecReports.Orchestration;

namespace ExecReports.Cli.Output;

/// <summary>How a run's progress is shown: one line that changes on a terminal, a line per phase when piped, nothing for machines.</summary>
internal abstract class ProgressView : IDisposable
{
    public static ProgressView For(bool json) =>
        json ? new Silent() : Console.IsErrorRedirected ? new Plain() : new Live();

    /// <summary>Shows how far the run is.</summary>
    public abstract void Show(RunProgress progress);

    /// <summary>Says something that stays.</summary>
    public abstract void Say(string text);

    /// <summary>Takes away what does not stay.</summary>
    public virtual void Clear()
    {
    }

    public void Dispose() => Clear();

    private static string Words(RunProgress progress) => progress.Phase switch
    {
        "plan" => "planning",
        "collect" => $"collecting sources, {progress.Done} of {progress.Total}",
        "render" => $"rendering reports, {progress.Done} of {progress.Total}",
        "deliver" => $"delivering {Count(progress.Total, "report")}",
        _ => "done",
    };

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    private sealed class Silent : ProgressView
    {
        public override void Show(RunProgress progress)
        {
        }

        public override void Say(string text)
        {
        }
    }

    private sealed class Plain : ProgressView
    {
        private string? phase;

        public override void Show(RunProgress progress)
        {
            if (progress.Phase == phase || progress.Phase == "done")
                return;

            phase = progress.Phase;
            Console.Error.WriteLine(progress.Phase switch
            {
                "plan" => "planning",
                "collect" => $"collecting {Count(progress.Total, "source")}",
                "render" => $"rendering {Count(progress.Total, "report")}",
                _ => Words(progress),
            });
        }

        public override void Say(string text) => Console.Error.WriteLine(text);
    }

    private sealed class Live : ProgressView
    {
        private int width;

        public override void Show(RunProgress progress)
        {
            var text = Words(progress);
            Console.Error.Write("\r" + text.PadRight(width));
            width = text.Length;
        }

        public override void Say(string text)
        {
            Clear();
            Console.Error.WriteLine(text);
        }

        public override void Clear()
        {
            if (width > 0)
                Console.Error.Write("\r" + new string(' ', width) + "\r");

            width = 0;
        }
    }
}
