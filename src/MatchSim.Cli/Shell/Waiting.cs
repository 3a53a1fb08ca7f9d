using System.Diagnostics;
using Spectre.Console;

namespace MatchSim.Cli.Shell;

/// <summary>Says on standard error, while something of unknown length goes on, that it goes on and for how long.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <param name="draw">Whether anybody is looking.</param>
    /// <param name="title">What goes on.</param>
    public static async Task<T> RunAsync<T>(bool draw, TextWriter diagnostics, string title, Func<Task<T>> work)
    {
        Task<T> working = Task.Run(work);
        if (!draw)
            return await working;

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(diagnostics),
        });
        long start = Stopwatch.GetTimestamp();
        await console.Status().StartAsync(Markup.Escape(title), async status =>
        {
            while (await Task.WhenAny(working, Task.Delay(Step)) != working)
                status.Status = Markup.Escape($"{title}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        });
        return await working;
    }
}
