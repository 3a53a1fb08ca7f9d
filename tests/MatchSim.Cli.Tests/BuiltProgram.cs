using System.Diagnostics;

namespace MatchSim.Cli.Tests;

/// <summary>What a run of the built program left behind.</summary>
public sealed record ProgramRun(int ExitCode, string Answer, string Diagnostics)
{
    /// <summary>The promise to every user who made a mistake: exit 2, sentences, no stack.</summary>
    public void IsUserError(params string[] fragments)
    {
        Assert.True(ExitCode == 2, $"exit {ExitCode}\n{Answer}\n{Diagnostics}");
        Assert.Empty(Answer);
        Assert.DoesNotContain("   at ", Diagnostics);
        foreach (string fragment in fragments)
            Assert.Contains(fragment, Diagnostics);
    }
}

/// <summary>Runs the program as users do: the built assembly in a process of its own.</summary>
public static class BuiltProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static ProgramRun Run(params string[] arguments) => Run(Start(arguments));

    public static ProgramRun Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> answer = process.StandardOutput.ReadToEndAsync();
        Task<string> diagnostics = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"hangs: matchsim {string.Join(' ', start.ArgumentList.Skip(1))}");
        }

        return new ProgramRun(process.ExitCode, answer.GetAwaiter().GetResult(), diagnostics.GetAwaiter().GetResult());
    }

    public static ProcessStartInfo Start(params string[] arguments) => new("dotnet", [Find(), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    };

    /// <summary>bin/Release/net10.0 of the tests.</summary>
    private static DirectoryInfo Framework => new(AppContext.BaseDirectory);

    private static string Find() => Path.Combine(
        Golden.Root, "src", "MatchSim.Cli", "bin", Framework.Parent!.Name, Framework.Name, "matchsim.dll");
}
