using MatchSim.Cli.Reports;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>What <c>run</c> prints: the same text for the same scenario, seed and version.</summary>
internal static class RunHeadline
{
    /// <summary>Width of the tables where no terminal says otherwise.</summary>
    private const int PlainWidth = 110;

    /// <summary>Characters a line of the tables.</summary>
    public static int Width => Console.IsOutputRedirected ? PlainWidth : Math.Clamp(Console.WindowWidth, 60, PlainWidth);

    /// <param name="precision">A sentence on the precision that was asked for; <c>null</c> = none was.</param>
    /// <param name="reportPath">Where the report is.</param>
    public static void Write(TextWriter answer, RunResult result, RunTables tables, string? precision, string reportPath)
    {
        int width = Width;
        var scenario = result.Scenario;
        answer.Write($"{scenario.Question}\n{scenario.Name}: {Wording.Size(result)}, seed {scenario.Seed}\n\n");
        TextTable.Write(answer, tables.MatchRates(), width);
        TextTable.Write(answer, tables.Market(), width);
        foreach (Table soap in tables.AfterSoap())
            TextTable.Write(answer, soap, width);
        TextTable.Write(answer, tables.Applying(), width);
        if (tables.Sweep() is { } sweep)
            TextTable.Write(answer, sweep, width);
        foreach (Table alone in new ArmsRace(result).Tables())
            TextTable.Write(answer, alone, width);
        if (result.Sensitivity is { } sensitivity)
            TextTable.Write(answer, new SensitivityTables(sensitivity, Wording.Step(scenario.Sensitivity!)).Largest(), width);
        answer.Write($"{Wording.Interval}\n");
        if (precision is not null)
            answer.Write($"{precision}\n");
        if (tables.Warning() is { } warning)
            answer.Write($"{warning}\n");
        answer.Write($"Report: {reportPath}\n");
    }
}
