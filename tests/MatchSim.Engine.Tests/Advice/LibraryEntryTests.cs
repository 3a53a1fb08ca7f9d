using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>The lines of the README that use the engine as a library compile, run, and stand here word for word.</summary>
public sealed class LibraryEntryTests
{
    [Fact]
    public void The_lines_of_the_README_run()
    {
        Scenario scenario = SmallScenario.Sound;

        // README
        var profile = new Profile(ApplicantType.NonUsImg, "internal-medicine") { Step2 = 241 };
        AdviceResult advice = Advisor.Advise(scenario, profile, new AdviceOptions { MaxPrograms = 40 });
        CurvePoint chosen = advice.Curve.Points[advice.Recommendation.Programs];
        string answer = $"{chosen.Programs} programs: {chosen.MatchProbability.Mean:P0}, {chosen.Interviews:0} interviews, ${chosen.CostUsd:0}";

        // end
        Assert.Contains("programs", answer, StringComparison.Ordinal);
        Assert.Contains(Snippet(), ReadmeText(), StringComparison.Ordinal);
    }

    private static string Snippet([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        string[] lines = File.ReadAllLines(here);
        int start = Array.FindIndex(lines, line => line.Trim() == "// README") + 1;
        int end = Array.FindIndex(lines, line => line.Trim() == "// end") - 1;
        return string.Join('\n', lines[start..end].Select(line => line[8..]));
    }

    private static string ReadmeText([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "README.md"));
}
