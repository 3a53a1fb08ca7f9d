using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Commands;

/// <summary>Runs seasons as every verb does: with a progress bar and a closing line on standard error where somebody looks.</summary>
internal static class SeasonRun
{
    /// <param name="seasons">Most seasons to run, of all points together.</param>
    /// <param name="clock">Told of every season that is done.</param>
    /// <param name="work">Runs them.</param>
    public static async Task<T> Async<T>(
        SimulationOptions options, CommandContext context, int seasons, SeasonClock clock, Func<T> work)
    {
        bool watched = context.Interactive && !options.Quiet;
        T result = await ProgressBar.RunAsync(watched, context.Diagnostics, seasons, clock, work);
        if (watched)
        {
            await context.Diagnostics.WriteLineAsync(
                $"{clock.Finished} seasons in {clock.Elapsed.TotalSeconds:0.0} s, {clock.SeasonsPerSecond():0.0} a second on {options.ThreadCount} threads");
        }

        return result;
    }
}
