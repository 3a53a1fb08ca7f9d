using System.Globalization;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Instance → r/c/p text that <see cref="RcpReader"/> and public couples solvers read.</summary>
internal static class RcpWriter
{
    /// <exception cref="UserErrorException">The format cannot say it, or the file cannot be written.</exception>
    public static void Write(NamedInstance instance, string path)
    {
        Refuse(instance, path);
        AtomicFile.WriteText(path, writer => Write(instance, writer));
    }

    public static void Write(NamedInstance instance, TextWriter writer)
    {
        MatchInstance match = instance.Match;
        HashSet<int> coupled = [.. match.CoupleA.Take(match.CoupleCount), .. match.CoupleB.Take(match.CoupleCount)];
        for (int applicant = 0; applicant < match.ApplicantCount; applicant++)
        {
            if (coupled.Contains(applicant))
                continue;
            writer.Write($"r {instance.Applicants[applicant]}");
            foreach (ListEntry entry in match.Entries.AsSpan(match.ListOffsets[applicant]..match.ListOffsets[applicant + 1]))
                writer.Write($" {instance.Programs[entry.Program]}");
            writer.Write('\n');
        }

        for (int couple = 0; couple < match.CoupleCount; couple++)
        {
            writer.Write($"c {instance.Couples[couple]} {instance.Applicants[match.CoupleA[couple]]} {instance.Applicants[match.CoupleB[couple]]}");
            foreach (PairEntry pair in match.Pairs.AsSpan(match.PairOffsets[couple]..match.PairOffsets[couple + 1]))
                writer.Write($" {Half(instance, pair.ProgramA)} {Half(instance, pair.ProgramB)}");
            writer.Write('\n');
        }

        ProgramLists lists = ProgramLists.Of(match);
        for (int program = 0; program < match.ProgramCount; program++)
        {
            writer.Write($"p {instance.Programs[program]} {match.Quotas[program]}");
            foreach (int applicant in lists.Of(program))
                writer.Write($" {instance.Applicants[applicant]}");
            writer.Write('\n');
        }
    }

    /// <summary>Throws all that the format cannot say: supplemental lists, reversions, parity, ids that are no numbers.</summary>
    public static void Refuse(NamedInstance instance, string path)
    {
        var mistakes = new MistakeList();
        const string Plain = "singles and couples only, in the r/c/p text format; a CSV folder says everything";
        if (instance.HasSupplemental)
            mistakes.Add("supplemental rank order lists", Plain, path);
        if (instance.Match.Reversions.Length > 0)
            mistakes.Add("reversions", Plain, path);
        if (instance.Match.Parities.Any(parity => parity != Parity.Any))
            mistakes.Add("wanted parities", Plain, path);
        RefuseIds("applicant", instance.Applicants, path, mistakes);
        RefuseIds("program", instance.Programs, path, mistakes);
        RefuseIds("couple", instance.Couples, path, mistakes);
        mistakes.ThrowIfAny();
    }

    /// <summary>Ids that are no numbers are a mistake in the text forms of instances and matchings.</summary>
    public static void RefuseIds(string noun, string[] ids, string path, MistakeList mistakes)
    {
        if (Array.Find(ids, id => !IsNumber(id)) is { } text)
            mistakes.Add($"{noun} id {Say.Quote(text)}", "whole numbers from 0 as ids, in the text form", path);
    }

    private static bool IsNumber(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number.ToString(CultureInfo.InvariantCulture) == id;

    private static string Half(NamedInstance instance, int program) => program == MatchInstance.None ? "-1" : instance.Programs[program];
}
