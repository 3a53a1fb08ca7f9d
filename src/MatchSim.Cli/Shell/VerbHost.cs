using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MatchSim.Cli.Shell;

/// <summary>Runs one verb inside one host and turns whatever happens into an exit code.</summary>
/// <remarks>Not a BackgroundService: those swallow exceptions and lose exit codes.</remarks>
internal static class VerbHost
{
    /// <summary>How long a verb may go on after Ctrl-C. Files are replaced whole, so leaving it behind is safe.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    public static async Task<int> RunAsync(Invocation invocation)
    {
        using IHost host = Build();
        await host.StartAsync();
        CancellationToken stop = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var answer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var context = new CommandContext(
            answer, Console.Error, !Console.IsErrorRedirected, host.Services.GetRequiredService<ILogger<Verb>>());
        try
        {
            int code = await StopWithin(Grace, invocation, context, stop);
            await answer.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (UserErrorException error)
        {
            return Outcomes.Report(error, Console.Error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception bug)
        {
            return Outcomes.Report(bug, Console.Error);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>The verb's exit code, or cancellation once it has been asked to stop and the grace period is over.</summary>
    private static async Task<int> StopWithin(
        TimeSpan grace, Invocation invocation, CommandContext context, CancellationToken stop)
    {
        Task<int> verb = Task.Run(() => invocation.Verb.RunAsync(invocation.Options, context, stop), CancellationToken.None);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = stop.Register(stopped.SetResult);
        if (await Task.WhenAny(verb, stopped.Task) != verb)
            await Task.WhenAny(verb, Task.Delay(grace, CancellationToken.None));
        return verb.IsCompleted ? await verb : throw new OperationCanceledException(stop);
    }

    private static IHost Build()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddSimpleConsole(format => format.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        return builder.Build();
    }
}
