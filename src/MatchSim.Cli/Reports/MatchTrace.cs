using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Reports;

/// <summary>
/// Every event of a match as a CSV row, in order: <c>step,event,applicant,program,list,rank</c>. A restart or re-run has
/// neither applicant nor program; its number stands in <c>rank</c>.
/// </summary>
/// <param name="instance">What is matched.</param>
/// <param name="writer">Where the rows go.</param>
/// <param name="stop">Ends a long match by an exception out of the observer.</param>
internal sealed class MatchTrace(NamedInstance instance, TextWriter writer, CancellationToken stop) : IMatchObserver
{
    private readonly int[] coupleOf = CoupleOf(instance.Match);
    private long step;

    public void WriteHeader() => writer.Write("step,event,applicant,program,list,rank\n");

    public void Proposed(int applicant, int program, int rank, PlaceKind kind) => Write("propose", applicant, program, kind, kind switch
    {
        PlaceKind.Primary => instance.EntryRanks[instance.Match.ListOffsets[applicant] + rank],
        PlaceKind.Joint => instance.PairRanks[instance.Match.PairOffsets[coupleOf[applicant]] + rank],
        _ => rank + 1,
    });

    public void Rejected(int applicant, int program, PlaceKind kind) => Write("reject", applicant, program, kind);

    public void Held(int applicant, int program, PlaceKind kind) => Write("hold", applicant, program, kind);

    public void Displaced(int applicant, int program, PlaceKind kind) => Write("displace", applicant, program, kind);

    public void Withdrew(int applicant, int program, PlaceKind kind) => Write("withdraw", applicant, program, kind);

    public void Restarted(int restart) => CsvText.WriteRecord(writer, $"{++step}", "restart", "", "", "", $"{restart}");

    public void Rerun(int rerun) => CsvText.WriteRecord(writer, $"{++step}", "rerun", "", "", "", $"{rerun}");

    private void Write(string what, int applicant, int program, PlaceKind kind, int rank = 0)
    {
        stop.ThrowIfCancellationRequested();
        string list = kind switch { PlaceKind.Primary => "primary", PlaceKind.Joint => "joint", _ => "supplemental" };
        CsvText.WriteRecord(
            writer, $"{++step}", what, instance.Applicants[applicant], instance.ProgramOrEmpty(program), list, rank == 0 ? "" : $"{rank}");
    }

    private static int[] CoupleOf(MatchInstance match)
    {
        int[] couples = new int[match.ApplicantCount];
        for (int couple = 0; couple < match.CoupleCount; couple++)
            couples[match.CoupleA[couple]] = couples[match.CoupleB[couple]] = couple;
        return couples;
    }
}
