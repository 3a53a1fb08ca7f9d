using System.Globalization;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Files;

/// <summary>Files of paired differences: sensitivity.csv and comparison.csv, one line per step or scenario, group and
/// measure.</summary>
internal static class DifferenceCsv
{
    /// <summary>sensitivity.csv; steps that could not move their parameter have no lines.</summary>
    public static void Write(TextWriter writer, SensitivityResult result)
    {
        writer.Write("parameter,direction,value,applicant_type,measure,difference,std_error,ci_low,ci_high,replications\n");
        foreach (var effect in result.Effects)
        {
            foreach (var row in effect.Differences)
            {
                CsvText.WriteRecord(writer, [effect.Step.Parameter.Text, NameCase.Kebab(effect.Step.Direction),
                    effect.Step.To.ToString(CultureInfo.InvariantCulture), CsvText.Group(row.Series.Type),
                    NameCase.Snake(row.Series.Measure), .. Numbers(row)]);
            }
        }
    }

    /// <summary>comparison.csv.</summary>
    public static void Write(TextWriter writer, ComparisonResult result)
    {
        writer.Write("scenario,applicant_type,specialty,measure,difference,std_error,ci_low,ci_high,replications\n");
        foreach (var other in result.Others)
        {
            foreach (var row in other.Differences)
            {
                CsvText.WriteRecord(writer, [other.Scenario.Name, CsvText.Group(row.Series.Type), row.Series.Specialty ?? "all",
                    NameCase.Snake(row.Series.Measure), .. Numbers(row)]);
            }
        }
    }

    private static string[] Numbers(PairedDifference row) =>
    [
        CsvText.Number(row.Difference), CsvText.Number(row.StdError), CsvText.Number(row.CiLow), CsvText.Number(row.CiHigh),
        row.Replications.ToString(CultureInfo.InvariantCulture),
    ];
}
