using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Simulation;

/// <summary>One applicant through one season: what became of every application.</summary>
public sealed class ApplicantTrace(MarketLayout layout)
{
    private readonly ApplicationTrace _applying = new(layout);

    /// <summary>The applicant's applications, in the order of programs.</summary>
    /// <param name="season">The season of this seed and replication.</param>
    /// <param name="applicant">Applicant index.</param>
    public IReadOnlyList<ApplicationFate> Follow(ulong seed, int replication, Season season, int applicant)
    {
        ArgumentNullException.ThrowIfNull(season);
        return
        [
            .. _applying.Of(new Streams(seed, replication), season.Market, applicant)
                .Select(application => FateOf(application, season, applicant)),
        ];
    }

    private static ApplicationFate FateOf(Application application, Season season, int applicant)
    {
        int program = application.Program;
        var fate = new ApplicationFate
        {
            Application = application,
            Read = season.Applications.ReadBy(program).Count,
            LowestInvited = season.Interviews.MarginalScore[program],
        };
        if (application.Screens != FailedScreens.None)
            return fate with { Reached = ApplicationStep.ScreenedOut };
        fate = fate with { Place = PlaceOf(application, season, applicant) };
        int slot = SlotOf(season.Interviews, applicant, program);
        if (slot < 0)
            return fate with { Reached = application.Score >= fate.LowestInvited ? ApplicationStep.GivenUp : ApplicationStep.NotInvited };
        return fate with
        {
            Reached = ApplicationStep.Interviewed,
            ProgramRank = ProgramRank(season, slot, applicant),
            ProgramRanked = season.Lists.RankedBy[program],
            OwnRank = RankIn(season.Lists.ListOf(applicant), program),
            SupplementalRank = RankIn(SupplementalList(season.Lists.Instance, applicant), program),
        };
    }

    /// <summary>Place among the applications read, from 1: score, then the earlier applicant.</summary>
    private static int PlaceOf(Application application, Season season, int applicant) =>
        1 + season.Applications.ReadBy(application.Program).Count(
            other => other.Score > application.Score || (other.Score == application.Score && other.Applicant < applicant));

    private static int SlotOf(InterviewGraph interviews, int applicant, int program)
    {
        int end = interviews.ApplicantOffsets[applicant + 1];
        for (int slot = interviews.ApplicantOffsets[applicant]; slot < end; slot++)
        {
            if (interviews.Program[slot] == program)
                return slot;
        }

        return Market.None;
    }

    /// <summary>Rank on the program's list, from 1; of equal scores the earlier applicant first. 0 = left unranked.</summary>
    private static int ProgramRank(Season season, int slot, int applicant)
    {
        uint score = season.Lists.ProgramScore[slot];
        if (score == MatchInstance.Unranked)
            return 0;
        int rank = 1;
        for (int other = 0; other < season.Interviews.Count; other++)
        {
            if (season.Interviews.Program[other] != season.Interviews.Program[slot])
                continue;
            uint theirs = season.Lists.ProgramScore[other];
            rank += theirs > score || (theirs == score && other < season.Interviews.ApplicantOffsets[applicant]) ? 1 : 0;
        }

        return rank;
    }

    private static ReadOnlySpan<ListEntry> SupplementalList(MatchInstance instance, int applicant)
    {
        int link = instance.SupplementalOffsets[applicant];
        if (link == instance.SupplementalOffsets[applicant + 1])
            return [];
        SupplementalLink list = instance.SupplementalLinks[link];
        return instance.SupplementalEntries.AsSpan(list.Start..list.End);
    }

    private static int RankIn(ReadOnlySpan<ListEntry> list, int program)
    {
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i].Program == program)
                return i + 1;
        }

        return 0;
    }
}

/// <summary>What became of one application.</summary>
public sealed record ApplicationFate
{
    public required Application Application { get; init; }

    /// <summary>How far it came.</summary>
    public ApplicationStep Reached { get; init; }

    /// <summary>Applications the program read.</summary>
    public int Read { get; init; }

    /// <summary>Place of this one among them, from 1; 0 = not read.</summary>
    public int Place { get; init; }

    /// <summary>Lowest score the program invited; −∞ = everybody it read; +∞ = nobody.</summary>
    public float LowestInvited { get; init; }

    /// <summary>Rank on the program's list, from 1; 0 = left unranked, or not met.</summary>
    public int ProgramRank { get; init; }

    /// <summary>Applicants on the program's list.</summary>
    public int ProgramRanked { get; init; }

    /// <summary>Rank on the applicant's own primary list, from 1; 0 = left unranked, or not met.</summary>
    public int OwnRank { get; init; }

    /// <summary>Rank on the applicant's supplemental list, from 1; 0 = not on it.</summary>
    public int SupplementalRank { get; init; }
}

/// <summary>How far an application came, nearest first.</summary>
public enum ApplicationStep
{
    /// <summary>A screen stopped it: see <see cref="Application.Screens"/>.</summary>
    ScreenedOut,

    /// <summary>Read; the interview places went to higher scores.</summary>
    NotInvited,

    /// <summary>Invited, but the calendar was full of programs wanted more.</summary>
    GivenUp,

    Interviewed,
}
