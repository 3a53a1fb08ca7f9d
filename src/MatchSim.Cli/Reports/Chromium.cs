using System.ComponentModel;
using System.Diagnostics;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Reports;

/// <summary>An installed Chromium, used headless to turn charts into images.</summary>
internal static class Chromium
{
    /// <summary>What to tell a user who has none.</summary>
    public const string Missing =
        "Chromium was not found: install it (Debian: apt-get install chromium) or name it in MATCHSIM_CHROMIUM.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Switches for a machine without display, sandbox or network, and without a profile of its own.</summary>
    public static IReadOnlyList<string> Switches { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
    ];

    /// <summary>Path of the program: the environment variable <c>MATCHSIM_CHROMIUM</c>, else the first known name on
    /// the search path; null = none.</summary>
    public static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("MATCHSIM_CHROMIUM");
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? named : null;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The sentence for a user who asked for images and has none.</summary>
    public static Mistake Absent() => Environment.GetEnvironmentVariable("MATCHSIM_CHROMIUM") is { Length: > 0 } named
        ? new("--images with MATCHSIM_CHROMIUM=" + Say.Quote(named) + ", which is not there", "the path of an installed Chromium")
        : new("--images, but no Chromium on this machine",
            "an installed one (Debian: apt-get install chromium), or its path in MATCHSIM_CHROMIUM; none is ever downloaded");

    /// <summary>Loads a local page, lets its scripts finish and returns the document they leave behind.</summary>
    /// <exception cref="InvalidOperationException">Chromium could not be started or failed.</exception>
    public static async Task<string> DumpAsync(string program, string pagePath, CancellationToken cancellation)
    {
        string profile = Directory.CreateTempSubdirectory("matchsim-chromium-").FullName;
        try
        {
            var start = new ProcessStartInfo(program)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            string[] own = ["--headless", "--virtual-time-budget=60000", $"--user-data-dir={profile}", "--dump-dom"];
            foreach (string argument in (string[])[.. Switches, .. own, new Uri(pagePath).AbsoluteUri])
                start.ArgumentList.Add(argument);
            return await ReadAsync(start, cancellation);
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static async Task<string> ReadAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        try
        {
            using Process process = Process.Start(start)!;
            await using CancellationTokenRegistration stop =
                cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException(
                    $"{start.FileName} ended with {process.ExitCode}: {await errors}");
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"{start.FileName} could not be started: {error.Message}", error);
        }
    }
}
