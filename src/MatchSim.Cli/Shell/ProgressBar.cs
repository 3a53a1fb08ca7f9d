using Spectre.Console;
using Spectre.Console.Rendering;

namespace MatchSim.Cli.Shell;

/// <summary>Draws the progress of a run on standard error: bar, rate, time left.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the work, drawing its progress if wanted. The work runs aside, so that drawing never slows it.</summary>
    /// <param name="draw">Whether anybody is looking.</param>
    /// <param name="total">Seasons to do.</param>
    /// <param name="clock">Counts those that are done.</param>
    public static async Task<T> RunAsync<T>(bool draw, TextWriter diagnostics, int total, SeasonClock clock, Func<T> work)
    {
        Task<T> working = Task.Run(work);
        if (!draw)
            return await working;

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(diagnostics),
        });
        await console.Progress().AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(clock, total))
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("seasons", maxValue: Math.Max(1, total));
                while (await Task.WhenAny(working, Task.Delay(Step)) != working)
                    bar.Value = clock.Finished;
                bar.Value = clock.Finished;
            });
        return await working;
    }

    /// <summary><c>12.3 seasons/s, 0:45 left</c>.</summary>
    private sealed class RateColumn(SeasonClock clock, int total) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            int done = clock.Finished;
            double rate = done / Math.Max(0.001, clock.Elapsed.TotalSeconds);
            TimeSpan left = done == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(1e6, (total - done) / rate));
            return new Text(done == 0 ? "starting" : $"{rate:0.0} seasons/s, {(int)left.TotalMinutes}:{left.Seconds:00} left");
        }
    }
}
