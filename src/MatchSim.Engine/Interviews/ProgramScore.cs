using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// What a program thinks of those who passed its screens: openness, quality, region, a failed attempt, taste, what only this
/// program sees, signals. Sixteen files at a time. Beside it, what they think of the program.
/// </summary>
internal sealed class ProgramScore(MarketLayout layout, ProgramAppeal appeal)
{
    private readonly InterviewOptions _weights = layout.Scenario.Interviews;
    private readonly ApplicationOptions _wishes = layout.Scenario.Applications;
    private readonly ProgramSignals _signals = new(layout);

    /// <summary>Whether signals for the programs of a group count.</summary>
    public bool HasSignals(int group) => _signals.Any(layout.Groups[group].Specialty);

    /// <summary>Writes scores and utilities beside the rows of a list.</summary>
    /// <param name="from">Candidates of the list that have them already.</param>
    public void Add(ApplicantFiles files, CandidateColumns columns, int lane, int from, in ProgramDesk desk)
    {
        CandidateStore store = columns.Store;
        int start = columns.StartOf(lane);
        int end = start + columns.Count[lane];
        // Behind the end a row that is there.
        Vector512.Create(store.Applicant[end - 1]).StoreUnsafe(ref store.Applicant[end]);
        ref uint records = ref Unsafe.As<FileRecord, uint>(ref MemoryMarshal.GetArrayDataReference(files.Records));
        var steps = Vector512.Create(GroupStream.StepsTo(desk.Member));
        var region = Vector512.Create(desk.Region);
        var standing = Vector512.Create(desk.Standing);
        var nearScore = Vector512.Create((float)_weights.RegionWeight);
        var dent = Vector512.Create(desk.Dents ? (float)_weights.FailedAttemptPenalty : 0);
        var tasteWeight = Vector512.Create((float)_weights.TasteWeight);
        var noiseWeight = Vector512.Create((float)_weights.Noise);
        var nearUtility = Vector512.Create((float)_wishes.RegionWeight);
        var silver = Vector512.Create((float)_weights.SilverWeight);
        var further = Vector512.Create((float)_weights.GoldWeight - (float)_weights.SilverWeight);
        var common = Vector512.Create(desk.Common);
        for (int i = start + from; i < end; i += LaneLayout.Width)
        {
            ref int rows = ref store.Applicant[i];
            Transposed.Four(ref records, FileRecord.Words, ref rows, 0, out var tasteStart, out var tasteInner, out var noiseStart, out var noiseInner);
            Transposed.Four(ref records, FileRecord.Words, ref rows, FileRecord.Words / 2, out var quality, out var factWords, out var any, out var gold);
            Vector512<int> facts = factWords.AsInt32();
            Vector512<float> taste = GroupStream.Normals(tasteStart + steps, tasteInner);
            Vector512<float> noise = GroupStream.Normals(noiseStart + steps, noiseInner);
            Vector512<float> same = Vector512.Equals(facts & Vector512.Create(FileRecord.Region), region).AsSingle();
            Vector512<float> utility = common + taste + (same & nearUtility);
            Vector512<float> score = standing + quality.AsSingle() + (same & nearScore);
            score -= Has(facts, FileRecord.FailedAttempt) & dent;
            score += tasteWeight * taste;
            score += noiseWeight * noise;
            if (desk.Signals)
            {
                score += Vector512.GreaterThanOrEqual(utility, any.AsSingle()) & silver;
                score += Vector512.GreaterThanOrEqual(utility, gold.AsSingle()) & further;
            }

            score.StoreUnsafe(ref store.Score[i]);
            (utility - DistasteOf(facts)).StoreUnsafe(ref store.Utility[i]);
        }

        foreach (SharedSignal shared in files.Shared)
        {
            if (shared.Program == desk.Program)
                AddShared(shared, files.Applicant, store, start + from, end);
        }
    }

    private void AddShared(SharedSignal shared, int[] applicants, CandidateStore store, int start, int end)
    {
        float silver = (float)_weights.SilverWeight;
        for (int i = start; i < end; i++)
        {
            if (applicants[store.Applicant[i]] == shared.Applicant)
                store.Score[i] += shared.Signal == ProgramSignal.Gold ? (float)_weights.GoldWeight - silver : silver;
        }
    }

    private Vector512<float> DistasteOf(Vector512<int> facts) =>
        (Has(facts, FileRecord.Second) & Vector512.Create(appeal.DistasteFor(BlockKind.Second)))
        + (Has(facts, FileRecord.Preliminary) & Vector512.Create(appeal.DistasteFor(BlockKind.Preliminary)));

    private static Vector512<float> Has(Vector512<int> facts, int fact) =>
        Vector512.Equals(facts & Vector512.Create(fact), Vector512.Create(fact)).AsSingle();
}

/// <summary>What is the same for all files that a program reads of one type.</summary>
internal readonly record struct ProgramDesk
{
    public int Program { get; init; }

    /// <summary>0-based index in its group.</summary>
    public int Member { get; init; }

    /// <summary>What it takes off for the type, standard deviations of MD quality.</summary>
    public float Standing { get; init; }

    public int Region { get; init; }

    /// <summary>Whether a failed attempt counts against an applicant.</summary>
    public bool Dents { get; init; }

    /// <summary>What its desirability adds to everybody's utility.</summary>
    public float Common { get; init; }

    /// <summary>Whether applicants may have signalled.</summary>
    public bool Signals { get; init; }
}
