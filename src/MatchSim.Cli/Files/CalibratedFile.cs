using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Files;

/// <summary>The scenario file that a calibration writes: extends the one it started from, and holds what changed.</summary>
internal sealed class CalibratedFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string path;
    private readonly ScenarioFile scenario;

    private CalibratedFile(string path, ScenarioFile scenario)
    {
        this.path = path;
        this.scenario = scenario;
    }

    /// <summary>Makes sure, before anything is computed, that the file can be written and will find what it extends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scenario">What it will extend: in another folder, a copy is put beside it.</param>
    /// <exception cref="UserErrorException">It cannot.</exception>
    public static CalibratedFile Check(string path, ScenarioFile scenario)
    {
        var mistakes = new MistakeList();
        string shown = $"--out {Say.Quote(path)}";
        if (!path.EndsWith(".yaml", StringComparison.Ordinal) || !NameCase.IsSlug(Path.GetFileNameWithoutExtension(path)))
            mistakes.Add(shown, $"a file called NAME.yaml; NAME: {NameCase.SlugRule}");
        else if (scenario.Texts.Any(text => text.Key == Path.GetFileName(path)))
            mistakes.Add($"{shown}, which is the name of what it extends", "another name");
        else if (File.Exists(path) && !File.Exists(CalibrationRecord.PathBeside(path)))
            mistakes.Add($"{shown}, a file that no calibration wrote: there is no record beside it", "a new file, or one of an earlier calibration");
        foreach (var (name, text) in scenario.Texts)
        {
            string beside = Beside(path, name);
            if (File.Exists(beside) && File.ReadAllText(beside).TrimStart('\uFEFF') != text)
                mistakes.Add($"another {Say.Quote(name)} beside {shown}", $"a folder in which {name} is the scenario to extend, or is not there yet");
        }

        mistakes.ThrowIfAny();
        return new CalibratedFile(path, scenario);
    }

    /// <summary>Writes the file.</summary>
    public void Write(CalibrationResult result)
    {
        foreach (var (name, text) in scenario.Texts.Where(text => !File.Exists(Beside(path, text.Key))))
            AtomicFile.WriteText(Beside(path, name), writer => writer.Write(text));
        AtomicFile.WriteText(path, writer => Write(writer, result));
    }

    private void Write(TextWriter writer, CalibrationResult result)
    {
        FittedParameter[] changed = [.. result.Parameters.Where(fitted => fitted.Value != fitted.Parameter.Start)];
        writer.Write(
            $"""
            # Calibrated to the published figures of {result.Start.Reference}: {changed.Length} of {result.Parameters.Count} parameters changed, on {result.Start.Replications} seasons of seed {result.Start.Seed}.
            # Sum of squared misses, in tolerances: {Loss(result.Path[0].Loss)} before, {Loss(result.Path[^1].Loss)} after; within tolerance: {result.Misfit.Within(result.StartFigures)} before,
            # {result.Misfit.Within(result.FittedFigures)} after, of {result.Misfit.Count}. Validate it on another seed. Every value below is an assumption.

            name: {Path.GetFileNameWithoutExtension(path)}
            question: {JsonSerializer.Serialize(result.Start.Question, Plain)}
            extends: {scenario.Texts[0].Key}

            """.ReplaceLineEndings("\n"));
        Write(writer, [.. changed.Select(fitted => (fitted.Parameter.Path.Text.Split('.'), fitted))], 0);
    }

    /// <summary>One level of keys: entries that begin alike share a key.</summary>
    private static void Write(TextWriter writer, IReadOnlyList<(string[] Names, FittedParameter Fitted)> entries, int depth)
    {
        string indent = new(' ', 2 * depth);
        foreach (var group in entries.GroupBy(entry => entry.Names[depth]))
        {
            if (group.First() is var (names, fitted) && names.Length == depth + 1)
            {
                string limit = fitted.IsAtLimit ? ", an end of its range" : "";
                writer.Write($"{indent}{group.Key}: {Number(fitted.Value)}   # was {Number(fitted.Parameter.Start)}{limit}\n");
            }
            else
            {
                writer.Write($"{indent}{group.Key}:\n");
                Write(writer, [.. group], depth + 1);
            }
        }
    }

    private static string Beside(string path, string name) => Path.Combine(Path.GetDirectoryName(path) ?? "", name);

    private static string Loss(double loss) => loss.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
