using System.Globalization;
using MatchSim.Cli.Store;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Files;

/// <summary>replications.csv: every stored value, in the order of replications, points and series.</summary>
internal static class ReplicationsCsv
{
    private const string Header = "replication,point,mode,applicant_type,specialty,measure,value\n";

    /// <param name="shard">Whose replications the store has.</param>
    /// <param name="replications">Replications of the run.</param>
    public static void Write(TextWriter writer, RunPlan plan, RunStore store, Shard shard, int replications)
    {
        writer.Write(Header);
        string[] names = [.. plan.Kept.SelectMany(StoreSchema.Names).Select(Fields)];     // [series] without the ends
        store.Read(shard, replications, (replication, values) =>
        {
            string number = replication.ToString(CultureInfo.InvariantCulture);
            for (int i = 0; i < names.Length; i++)
            {
                writer.Write(number);
                writer.Write(names[i]);
                if (!double.IsNaN(values[i]))
                    writer.Write(values[i]);
                writer.Write('\n');
            }
        });
    }

    /// <summary>",point,mode,applicant_type,specialty,measure,".</summary>
    private static string Fields(string[] names)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        CsvText.WriteRecord(text, ["", .. names, ""]);
        return text.ToString()[..^1];
    }
}
