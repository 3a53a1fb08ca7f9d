using System.ComponentModel;
using System.Diagnostics;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Exact;

/// <summary>
/// A SAT solver in a process of its own, as the SAT competitions call them: the formula is a DIMACS file, exit code 10
/// means satisfiable (the model stands on <c>v</c> lines), 20 means not.
/// </summary>
internal sealed class DimacsSolver
{
    private const string Default = "cadical";
    private const int Satisfiable = 10;
    private const int Unsatisfiable = 20;

    private readonly string _path;

    private DimacsSolver(string path) => _path = path;

    /// <summary>The solver named, else CaDiCaL: looked for on the search path, then (if named) as a path.</summary>
    /// <exception cref="UserErrorException">It is not there; says how to install one.</exception>
    public static DimacsSolver Find(string? name)
    {
        if (OnSearchPath(name ?? Default) is { } found)
            return new DimacsSolver(found);
        if (File.Exists(name))
            return new DimacsSolver(Path.GetFullPath(name));
        throw new UserErrorException(name is null
            ? new Mistake(
                $"no SAT solver: {Default} is not on the search path",
                $"CaDiCaL (Debian, Ubuntu: apt-get install {Default}; source: github.com/arminbiere/cadical), or another DIMACS solver named with --solver PATH")
            : new Mistake(
                $"--solver {Say.Quote(name)}, which is no file",
                $"a DIMACS solver, by its path or by its name on the search path; by default {Default}"));
    }

    /// <summary>Decides the formula.</summary>
    /// <returns>[variable] a model; null = the formula has none. Variables that the solver leaves open are false.</returns>
    /// <exception cref="OperationCanceledException">Stopped; the solver has been ended.</exception>
    /// <exception cref="UserErrorException">The program named is no DIMACS solver, or failed.</exception>
    public async Task<bool[]?> SolveAsync(Cnf formula, CancellationToken stop)
    {
        string file = Path.Combine(Path.GetTempPath(), $"matchsim-{Guid.NewGuid():N}.cnf");
        try
        {
            Write(formula, file, stop);
            return await RunAsync(formula, file, stop);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? OnSearchPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);

    private static void Write(Cnf formula, string file, CancellationToken stop)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            formula.WriteTo(stream, stop);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Mistake(
                $"that the formula for the solver cannot be written ({error.Message})",
                "a folder for temporary files with room (the environment variable TMPDIR names it)",
                file));
        }
    }

    private async Task<bool[]?> RunAsync(Cnf formula, string file, CancellationToken stop)
    {
        using Process process = Start(file);
        await using CancellationTokenRegistration registration = stop.Register(() => process.Kill(entireProcessTree: true));
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var model = new SolverModel(formula.Variables);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
            model.Read(line);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return process.ExitCode switch
        {
            Unsatisfiable => null,
            Satisfiable when model.IsGiven => model.Values,
            Satisfiable => throw Failed("ended with exit code 10 (satisfiable) and wrote no model"),
            int code => throw Failed($"ended with exit code {code}{Quote(await errors, model.LastLine)}"),
        };
    }

    private Process Start(string file)
    {
        var start = new ProcessStartInfo(_path, [file])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            Process process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception error)
        {
            throw Failed($"cannot be started ({error.Message})");
        }
    }

    private static string Quote(string errors, string lastLine)
    {
        string said = errors.Trim().Length > 0 ? errors.Trim().Split('\n')[^1] : lastLine;
        return said.Length > 0 ? $" and said {Say.Quote(said)}" : "";
    }

    private UserErrorException Failed(string what) => new(new Mistake(
        $"that the solver {what}",
        "a DIMACS solver: exit code 10 and the model on v lines, or exit code 20",
        _path));
}
