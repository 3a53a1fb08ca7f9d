using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Matching → CSV, or the text form (<c>m</c> and <c>r</c> lines) that public couples solvers write.</summary>
internal static class MatchingWriter
{
    /// <summary>A file whose name ends so is written in the text form.</summary>
    public const string TextExtension = ".rcp";

    public static bool IsText(string path) => path.EndsWith(TextExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the text form cannot say: ids that are no numbers, supplemental matches.</summary>
    public static void Refuse(NamedInstance instance, string path, MistakeList mistakes)
    {
        if (!IsText(path))
            return;
        RcpWriter.RefuseIds("applicant", instance.Applicants, path, mistakes);
        RcpWriter.RefuseIds("program", instance.Programs, path, mistakes);
        if (instance.HasSupplemental)
            mistakes.Add("supplemental matches", "one program an applicant, in the text form; CSV says both", path);
    }

    /// <summary>Writes the matching.</summary>
    /// <param name="instance">What was matched.</param>
    /// <param name="matching">The matching.</param>
    /// <param name="stable">False = the best found, but not stable: <c>m 0</c>.</param>
    /// <param name="path">The name says the form.</param>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Write(NamedInstance instance, NamedMatching matching, bool stable, string path) => AtomicFile.WriteText(path, writer =>
    {
        if (IsText(path))
            WriteText(instance, matching, stable, writer);
        else
            WriteCsv(instance, matching, writer);
    });

    /// <summary>One record an applicant, by id; columns of supplemental lists only where the instance has them.</summary>
    public static void WriteCsv(NamedInstance instance, NamedMatching matching, TextWriter writer)
    {
        int[] ranks = matching.RanksObtained(instance);
        writer.Write(instance.HasSupplemental
            ? "applicant,program,rank_obtained,supplemental_program,supplemental_rank\n"
            : "applicant,program,rank_obtained\n");
        for (int applicant = 0; applicant < instance.Applicants.Length; applicant++)
        {
            string id = instance.Applicants[applicant];
            string program = instance.ProgramOrEmpty(matching.Programs[applicant]);
            string rank = ranks[applicant] == 0 ? "" : $"{ranks[applicant]}";
            if (!instance.HasSupplemental)
            {
                CsvText.WriteRecord(writer, id, program, rank);
                continue;
            }

            int other = matching.SupplementalOf(applicant);
            int otherRank = NamedMatching.SupplementalRank(instance, applicant, matching.Programs[applicant], other);
            CsvText.WriteRecord(writer, id, program, rank, instance.ProgramOrEmpty(other), otherRank == 0 ? "" : $"{otherRank}");
        }
    }

    public static void WriteText(NamedInstance instance, NamedMatching matching, bool stable, TextWriter writer)
    {
        writer.Write(stable ? "m 1\n" : "m 0\n");
        for (int applicant = 0; applicant < instance.Applicants.Length; applicant++)
        {
            int program = matching.Programs[applicant];
            writer.Write($"r {instance.Applicants[applicant]} {(program == MatchInstance.None ? "-1" : instance.Programs[program])}\n");
        }
    }
}
