using System.Globalization;
using System.Text.RegularExpressions;

namespace MatchSim.Cli.Tests;

/// <summary>
/// What the READMEs show is what the program printed: the answer filed in scenarios/expected (CI compares it with a
/// fresh run) is the block in README.md, and the finding in scenarios/README.md is made of its numbers.
/// </summary>
public sealed class ReadmeTests
{
    private const string Mark = "us-2025";

    private static readonly string Expected =
        File.ReadAllText(Path.Combine(Golden.Root, "scenarios", "expected", $"{Mark}.txt"));

    [Fact]
    public void The_table_in_the_README_is_the_answer_of_the_program()
    {
        string readme = File.ReadAllText(Path.Combine(Golden.Root, "README.md"));
        string made = Regex.Replace(
            readme,
            $"(?<open><!-- {Mark} -->\n).*?(?<close><!-- /{Mark} -->)",
            match => $"{match.Groups["open"].Value}```\n{Expected}```\n{match.Groups["close"].Value}",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5));
        Golden.Matches("README.md", made);
    }

    [Fact]
    public void The_finding_of_the_scenario_is_made_of_its_numbers()
    {
        string table = File.ReadAllText(Path.Combine(Golden.Root, "scenarios", "README.md"));
        Golden.Matches("scenarios/README.md", WithFinding(
            table, Mark, $"From 10 to 150 programs each, {At(10)} to {At(150)} % of the active non-US IMGs match"));
    }

    [Fact]
    public void The_finding_about_the_assumptions_is_made_of_their_largest_effect()
    {
        const string Name = "sensitivity-2025";
        string[] lines = File.ReadAllLines(Path.Combine(Golden.Root, "scenarios", "expected", $"{Name}.txt"));
        int first = 2 + Array.FindIndex(lines, line => line.Contains("a step lower", StringComparison.Ordinal));
        string[] cells = Regex.Split(lines[first].Trim(), " {2,}", RegexOptions.None, TimeSpan.FromSeconds(5));
        string largest = cells[2..].MaxBy(cell => Math.Abs(double.Parse(cell.Split(' ')[0], CultureInfo.InvariantCulture)))!;
        string table = File.ReadAllText(Path.Combine(Golden.Root, "scenarios", "README.md"));
        Golden.Matches("scenarios/README.md", WithFinding(
            table, Name, $"No number a tenth lower or higher moves a match rate more than `{cells[0]}` does: {largest} points for {cells[1]}"));
    }

    /// <summary>The table of scenarios with another finding in one row.</summary>
    internal static string WithFinding(string table, string scenario, string finding)
    {
        string[] lines = table.Split('\n');
        int row = Array.FindIndex(lines, line => line.StartsWith($"| [`{scenario}.yaml`]", StringComparison.Ordinal));
        string[] cells = lines[row].Split('|');
        cells[3] = $" {finding} ";
        lines[row] = string.Join('|', cells);
        return string.Join('\n', lines);
    }

    /// <summary>Match rate of non-US IMGs at a sweep value: the fourth group's "estimate ±half" in the first table that has the value.</summary>
    private static string At(int value)
    {
        string line = Expected.Split('\n').First(text => Regex.IsMatch(text, $@"^ +{value}  ", RegexOptions.None, TimeSpan.FromSeconds(5)));
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return $"{words[7]} {words[8]}";
    }
}
