using System.Diagnostics;
using System.Text.Json;
using MatchSim.Cli.Tests.Instances;

namespace MatchSim.Cli.Tests.Commands;

/// <summary><c>match --exact</c>, seen from outside; with solvers made of a few lines of shell where the real one would
/// not do.</summary>
public sealed class ExactTests
{
    private static readonly string s_none = Path.Combine(AppContext.BaseDirectory, "fixtures", "kpr2013_klaus_klijn_none");

    [SolverFact]
    public void That_no_stable_matching_exists_is_proved_and_the_best_one_met_is_written()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = BuiltProgram.Run("match", s_none, "--exact", "--json", "--out", folder.File("m.csv"));
        Assert.Equal(1, run.ExitCode);
        using JsonDocument summary = JsonDocument.Parse(run.Answer);
        Assert.Equal("proved_none", summary.RootElement.GetProperty("status").GetString());
        Assert.Equal("exact", summary.RootElement.GetProperty("algorithm").GetString());
        Assert.Contains("The solver proved that no stable matching exists", run.Diagnostics);
        Assert.StartsWith("applicant,program,rank_obtained\nf,", File.ReadAllText(folder.File("m.csv")));
        ProgramRun check = BuiltProgram.Run("check", s_none, folder.File("m.csv"));
        Assert.Equal(1, check.ExitCode);
    }

    /// <summary>A stable matching that the algorithm finds needs no solver, and is the same as without the option.</summary>
    [SolverFact]
    public void What_the_algorithm_finds_stays()
    {
        string instance = Path.Combine(AppContext.BaseDirectory, "fixtures", "nrmp_couples_huo");
        ProgramRun run = BuiltProgram.Run("match", instance, "--exact");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(BuiltProgram.Run("match", instance).Answer, run.Answer);
    }

    [Fact]
    public void When_time_runs_out_the_status_says_so_and_the_solver_is_ended()
    {
        using var folder = new TemporaryFolder();
        string? solver = Script(folder, "echo $$ > \"$0.pid\"\nexec sleep 100");
        if (solver is null)
            return;
        ProgramRun run = BuiltProgram.Run("match", s_none, "--exact", "--solver", solver, "--time-limit", "2", "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("{\"status\":\"time_limit\",", run.Answer);
        Assert.Contains("Time ran out after 2 s", run.Diagnostics);
        Assert.False(IsRunning(File.ReadAllText(solver + ".pid")));
    }

    [Fact]
    public async Task Ctrl_c_ends_the_solver_and_leaves_no_formula_behind()
    {
        using var folder = new TemporaryFolder();
        string? solver = Script(folder, "echo $$ > \"$0.pid\"\necho \"$1\" > \"$0.file\"\nexec sleep 100");
        if (solver is null)
            return;
        using Process match = Process.Start(BuiltProgram.Start("match", s_none, "--exact", "--solver", solver))!;
        Task<string> answer = match.StandardOutput.ReadToEndAsync();
        while (!File.Exists(solver + ".file") || new FileInfo(solver + ".file").Length == 0)
            await Task.Delay(50);
        string formula = (await File.ReadAllTextAsync(solver + ".file")).Trim();
        Assert.True(File.Exists(formula));
        using Process signal = Process.Start("kill", ["-INT", $"{match.Id}"]);
        await match.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        Assert.Equal(130, match.ExitCode);
        Assert.Empty(await answer);
        Assert.False(File.Exists(formula));
        Assert.False(IsRunning(await File.ReadAllTextAsync(solver + ".pid")));
    }

    [Theory]
    [InlineData("exit 0", "ended with exit code 0;")]
    [InlineData("echo no such option >&2\nexit 3", "ended with exit code 3 and said \"no such option\"")]
    [InlineData("exit 10", "ended with exit code 10 (satisfiable) and wrote no model")]
    public void A_program_that_is_no_solver_is_a_user_error(string body, string says)
    {
        using var folder = new TemporaryFolder();
        if (Script(folder, body) is { } solver)
            BuiltProgram.Run("match", s_none, "--exact", "--solver", solver).IsUserError(says);
    }

    /// <summary>The solver claims that everything may be true.</summary>
    [Fact]
    public void A_model_that_is_not_stable_is_a_bug_and_never_a_matching()
    {
        using var folder = new TemporaryFolder();
        if (Script(folder, "echo s SATISFIABLE\necho v 1 2 3 4 0\nexit 10") is not { } solver)
            return;
        ProgramRun run = BuiltProgram.Run("match", s_none, "--exact", "--solver", solver);
        Assert.Equal(70, run.ExitCode);
        Assert.Empty(run.Answer);
        Assert.Contains("The solver's matching is not stable", run.Diagnostics);
    }

    [Fact]
    public void A_solver_that_is_missing_is_a_user_error() =>
        BuiltProgram.Run("match", s_none, "--exact", "--solver", "./no-such-solver").IsUserError(
            "found --solver \"./no-such-solver\", which is no file; allowed: a DIMACS solver");

    [Fact]
    public void Without_any_solver_a_sentence_says_how_to_install_one()
    {
        using var folder = new TemporaryFolder();
        ProcessStartInfo start = BuiltProgram.Start("match", s_none, "--exact");
        string[] path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        start.FileName = path.Select(at => Path.Combine(at, start.FileName)).FirstOrDefault(File.Exists) ?? start.FileName;
        start.Environment["PATH"] = folder.Path;
        using Process match = Process.Start(start)!;
        string said = match.StandardError.ReadToEnd();
        match.WaitForExit();
        Assert.Equal(2, match.ExitCode);
        Assert.Contains("found no SAT solver: cadical is not on the search path; allowed: CaDiCaL (Debian, Ubuntu: apt-get install cadical", said);
    }

    [Fact]
    public void What_the_exact_search_cannot_do_is_refused()
    {
        using var folder = new TemporaryFolder();
        string instance = folder.Write("every", Samples.Folder().Bytes());
        BuiltProgram.Run("match", instance, "--exact", "--solver", "sh").IsUserError(
            "found reversions; allowed: singles, couples and supplemental lists with --exact.", "found wanted parities");
        BuiltProgram.Run("match", s_none, "--time-limit", "0", "--solver", "sh").IsUserError(
            "found --solver without --exact", "found --time-limit without --exact", "found --time-limit 0; allowed: seconds above 0");
        BuiltProgram.Run("match", s_none, "--exact", "--proposing", "programs").IsUserError("found --exact with deferred-acceptance");
    }

    /// <summary>A solver of a few lines of shell; null where there is no shell.</summary>
    private static string? Script(TemporaryFolder folder, string body)
    {
        if (OperatingSystem.IsWindows())
            return null;
        string path = folder.Write("solver", $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static bool IsRunning(string id)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(id.Trim()));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
