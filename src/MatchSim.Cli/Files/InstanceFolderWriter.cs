using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;
using static MatchSim.Cli.Files.InstanceFolder;

namespace MatchSim.Cli.Files;

/// <summary>Instance → folder of CSV tables that <see cref="InstanceFolderReader"/> reads back.</summary>
internal static class InstanceFolderWriter
{
    /// <exception cref="UserErrorException">The folder cannot be written.</exception>
    public static void Write(NamedInstance instance, string folder)
    {
        AtomicFile.CreateFolder(folder);
        foreach ((string table, Action<TextWriter> write) in Tables(instance))
            AtomicFile.WriteText(Path.Combine(folder, table), write);
    }

    /// <summary>The tables the instance needs, and how to write each.</summary>
    public static IEnumerable<(string Table, Action<TextWriter> Write)> Tables(NamedInstance instance)
    {
        MatchInstance match = instance.Match;
        yield return (Applicants, writer => WriteApplicants(instance, writer));
        yield return (Programs, writer => WritePrograms(instance, writer));
        yield return (Rankings, writer => WriteRankings(instance, writer));
        if (match.CoupleCount > 0)
            yield return (Couples, writer => WriteCouples(instance, writer));
        if (instance.HasSupplemental)
            yield return (Supplemental, writer => WriteSupplemental(instance, writer));
        if (match.Reversions.Length > 0)
            yield return (Reversions, writer => WriteReversions(instance, writer));
    }

    private static void WriteApplicants(NamedInstance instance, TextWriter writer)
    {
        MatchInstance match = instance.Match;
        HashSet<int> coupled = [.. match.CoupleA.Take(match.CoupleCount), .. match.CoupleB.Take(match.CoupleCount)];
        CsvText.WriteRecord(writer, "applicant", "rank", "program");
        for (int applicant = 0; applicant < match.ApplicantCount; applicant++)
        {
            string id = instance.Applicants[applicant];
            (int start, int end) = (match.ListOffsets[applicant], match.ListOffsets[applicant + 1]);
            if (start == end && !coupled.Contains(applicant))
                CsvText.WriteRecord(writer, id, "", "");
            for (int i = start; i < end; i++)
                CsvText.WriteRecord(writer, id, $"{instance.EntryRanks[i]}", instance.Programs[match.Entries[i].Program]);
        }
    }

    private static void WritePrograms(NamedInstance instance, TextWriter writer)
    {
        MatchInstance match = instance.Match;
        bool parity = match.Parities.Length > 0;
        CsvText.WriteRecord(writer, parity ? ["program", "quota", "parity"] : ["program", "quota"]);
        for (int program = 0; program < match.ProgramCount; program++)
        {
            (string id, string quota) = (instance.Programs[program], $"{match.Quotas[program]}");
            CsvText.WriteRecord(writer, parity ? [id, quota, NameCase.Kebab(match.Parities[program])] : [id, quota]);
        }
    }

    private static void WriteRankings(NamedInstance instance, TextWriter writer)
    {
        ProgramLists lists = ProgramLists.Of(instance.Match);
        CsvText.WriteRecord(writer, "program", "rank", "applicant");
        for (int program = 0; program < instance.Match.ProgramCount; program++)
        {
            ReadOnlySpan<int> list = lists.Of(program);
            for (int place = 0; place < list.Length; place++)
                CsvText.WriteRecord(writer, instance.Programs[program], $"{place + 1}", instance.Applicants[list[place]]);
        }
    }

    private static void WriteCouples(NamedInstance instance, TextWriter writer)
    {
        MatchInstance match = instance.Match;
        CsvText.WriteRecord(writer, "couple", "applicant_a", "applicant_b", "rank", "program_a", "program_b");
        for (int couple = 0; couple < match.CoupleCount; couple++)
        {
            (string id, string a, string b) = (instance.Couples[couple], instance.Applicants[match.CoupleA[couple]], instance.Applicants[match.CoupleB[couple]]);
            (int start, int end) = (match.PairOffsets[couple], match.PairOffsets[couple + 1]);
            if (start == end)
                CsvText.WriteRecord(writer, id, a, b, "", "", "");
            for (int i = start; i < end; i++)
            {
                CsvText.WriteRecord(
                    writer, id, a, b, $"{instance.PairRanks[i]}", instance.ProgramOrEmpty(match.Pairs[i].ProgramA), instance.ProgramOrEmpty(match.Pairs[i].ProgramB));
            }
        }
    }

    private static void WriteSupplemental(NamedInstance instance, TextWriter writer)
    {
        MatchInstance match = instance.Match;
        CsvText.WriteRecord(writer, "applicant", "advanced_program", "rank", "program");
        for (int applicant = 0; applicant < match.ApplicantCount; applicant++)
        {
            for (int link = match.SupplementalOffsets[applicant]; link < match.SupplementalOffsets[applicant + 1]; link++)
            {
                SupplementalLink list = match.SupplementalLinks[link];
                for (int i = list.Start; i < list.End; i++)
                {
                    CsvText.WriteRecord(
                        writer, instance.Applicants[applicant], instance.Programs[list.AdvancedProgram],
                        $"{instance.SupplementalRanks[i]}", instance.Programs[match.SupplementalEntries[i].Program]);
                }
            }
        }
    }

    private static void WriteReversions(NamedInstance instance, TextWriter writer)
    {
        CsvText.WriteRecord(writer, "donor", "rank", "receiver", "positions");
        (int donor, int rank) = (-1, 0);
        foreach (Reversion reversion in instance.Match.Reversions)
        {
            (donor, rank) = (reversion.Donor, reversion.Donor == donor ? rank + 1 : 1);
            CsvText.WriteRecord(writer, instance.Programs[donor], $"{rank}", instance.Programs[reversion.Receiver], $"{reversion.Positions}");
        }
    }
}
