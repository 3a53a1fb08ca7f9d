using MatchSim.Cli.Commands;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>Advice as printed in the terminal.</summary>
internal static class AdviceText
{
    /// <param name="report">Where the report was written; <c>null</c> = nowhere.</param>
    public static void Write(TextWriter answer, AdviceResult result, string? report)
    {
        var wording = new AdviceWording(result);
        Write(answer, [wording.Question, wording.Size], wording.Answer(), AdviceTables.All(result), wording.Limits(), report);
    }

    /// <inheritdoc cref="Write(TextWriter, AdviceResult, string?)"/>
    public static void Write(TextWriter answer, CoupleAdvice advice, string? report)
    {
        var wording = new CoupleWording(advice);
        Write(answer, [wording.Question, wording.Size], wording.Answer(), [wording.Curve()], CoupleWording.Limits(), report);
    }

    private static void Write(
        TextWriter answer, IEnumerable<string> head, IEnumerable<string> sentences, IEnumerable<Table> tables, IEnumerable<string> limits, string? report)
    {
        answer.Write($"{string.Join('\n', head)}\n\n{string.Join('\n', sentences)}\n\n");
        foreach (Table table in tables)
            TextTable.Write(answer, table, RunHeadline.Width);
        answer.Write($"{string.Join('\n', limits)}\n");
        if (report is not null)
            answer.Write($"Report: {report}\n");
    }
}
