using System.Text;
using CommandLine;
using CommandLine.Text;

namespace MatchSim.Cli.Shell;

/// <summary>What <c>--help</c> prints: the verbs, or one verb's options and example.</summary>
internal static class HelpPages
{
    /// <summary>Characters a line; fixed, so that help is the same text in every terminal.</summary>
    private const int Width = 100;

    public static string Overview(IReadOnlyList<Verb> verbs)
    {
        verbs = [.. verbs.Where(verb => !verb.Hidden)];
        int width = verbs.Max(verb => verb.Name.Length);
        var text = new StringBuilder($"""
            matchsim {ProgramVersion.Text} — simulates the US residency Match, and matches given rank order lists.

            matchsim COMMAND …

            """);
        foreach (Verb verb in verbs)
            text.Append($"  {verb.Name.PadRight(width)}  {verb.HelpText}\n");
        return text.Append("\nmatchsim COMMAND --help shows a command's options and an example.").ToString();
    }

    public static string Of(Verb verb, ParserResult<object> result)
    {
        var help = new HelpText($"matchsim {verb.Name} — {verb.HelpText}")
        {
            AddDashesToOption = true,
            AdditionalNewLineAfterOption = false,
            MaximumDisplayWidth = Width,
            AutoVersion = false,
        };
        help.AddOptions(result);
        help.AddPostOptionsLine(verb.Examples.Count == 1 ? "Example:" : "Examples:");
        foreach (string example in verb.Examples)
            help.AddPostOptionsLine("  " + example);
        string text = help.ToString();
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }
}
