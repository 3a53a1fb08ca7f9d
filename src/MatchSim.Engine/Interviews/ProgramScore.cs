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
internal sealed class ProgramScore
{
    private readonly MarketLayout _layout;
    private readonly InterviewOptions _weights;
    private readonly ApplicationOptions _wishes;
    private readonly ProgramSignals _signals;
    private readonly Vector512<float> _distastes;      // [tags of a file, lowest four]

    public ProgramScore(MarketLayout layout, ProgramAppeal appeal)
    {
        _layout = layout;
        _weights = layout.Scenario.Interviews;
        _wishes = layout.Scenario.Applications;
        _signals = new ProgramSignals(layout);
        for (int tags = 0; tags < LaneLayout.Width; tags++)
            _distastes = _distastes.WithElement(tags, appeal.DistasteFor(FileTags.ChosenIn(tags)));
    }

    /// <summary>Whether signals for the programs of a group count.</summary>
    public bool HasSignals(int group) => _signals.Any(_layout.Groups[group].Specialty);

    /// <summary>Writes scores and utilities beside the rows of a list.</summary>
    public void Add(ApplicantFiles files, CandidateColumns columns, int lane, in ProgramDesk desk)
    {
        CandidateStore store = columns.Store;
        int start = columns.StartOf(lane);
        int count = columns.Count[lane];
        if (count == 0)
            return;
        ref int list = ref store.Applicant[start];
        ref float scores = ref store.Score[start];
        ref float utilities = ref store.Utility[start];
        // Behind the end a row that is there.
        Vector512.Create(Unsafe.Add(ref list, count - 1)).StoreUnsafe(ref Unsafe.Add(ref list, count));
        ref uint records = ref Unsafe.As<FileRecord, uint>(ref MemoryMarshal.GetArrayDataReference(files.Records));
        ref ulong limits = ref Unsafe.As<SignalLimits, ulong>(ref MemoryMarshal.GetArrayDataReference(files.Limits));
        (uint noiseStart, uint noiseInner) = new GroupStream(files.Noise.Key).Halves;
        var otherStart = Vector512.Create(noiseStart);
        var otherInner = Vector512.Create(noiseInner);
        var steps = Vector512.Create(GroupStream.StepsTo(ThirdsOfWords.WordOf(desk.Member)));
        ThirdsOfWords.Maker draws = ThirdsOfWords.Draws;
        int third = ThirdsOfWords.ShiftOf(desk.Member);
        var region = Vector512.Create(desk.Region);
        var nearScore = Vector512.Create((float)_weights.RegionWeight);
        Vector512<float> standings = desk.Standings;
        Vector512<float> distastes = _distastes;
        var tasteWeight = Vector512.Create((float)_weights.TasteWeight);
        var noiseWeight = Vector512.Create((float)_weights.Noise);
        var silver = Vector512.Create((float)_weights.SilverWeight);
        var further = Vector512.Create((float)_weights.GoldWeight - (float)_weights.SilverWeight);
        var common = Vector512.Create(desk.Common);
        var commonNear = Vector512.Create(desk.Common + (float)_wishes.RegionWeight);
        for (nint i = 0; i < count; i += LaneLayout.Width)
        {
            ref int rows = ref Unsafe.Add(ref list, i);
            Transposed.Four(ref records, ref rows, out var starts, out var inner, out var quality, out var words);
            Vector512<int> tags = words.AsInt32();
            Vector512<float> taste = draws.Normals(GroupStream.Words(starts + steps, inner) >>> third);
            Vector512<float> noise = draws.Normals(GroupStream.Words((starts ^ otherStart) + steps, inner ^ otherInner) >>> third);
            Vector512<float> same = Vector512.Equals(tags & Vector512.Create(FileTags.Region), region).AsSingle();
            Vector512<float> utility = Vector512.ConditionalSelect(same, commonNear, common) + taste;
            Vector512<float> score = quality.AsSingle() + Lanes.LookUp(standings, tags >>> FileTags.KindAt);
            score = Vector512.ConditionalSelect(same, score + nearScore, score);
            score += tasteWeight * taste;
            score += noiseWeight * noise;
            if (desk.Signals)
            {
                Transposed.Two(ref limits, ref rows, out var any, out var gold);
                score = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(utility, any.AsSingle()), score + silver, score);
                score = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(utility, gold.AsSingle()), score + further, score);
            }

            score.StoreUnsafe(ref scores, (nuint)i);
            (utility - Lanes.LookUp(distastes, tags >>> FileTags.ChosenAt)).StoreUnsafe(ref utilities, (nuint)i);
        }

        foreach (SharedSignal shared in files.SharedBy(desk.Program))
            AddShared(shared, files.Applicant, store, start, start + count);
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
}

/// <summary>What is the same for all files that a program reads.</summary>
internal readonly record struct ProgramDesk
{
    public int Program { get; init; }

    /// <summary>0-based index in its group.</summary>
    public int Member { get; init; }

    /// <summary>[kind of applicant] what it adds for the type and takes off for a failed attempt, standard deviations of MD
    /// quality.</summary>
    public Vector512<float> Standings { get; init; }

    public int Region { get; init; }

    /// <summary>What its desirability adds to everybody's utility.</summary>
    public float Common { get; init; }

    /// <summary>Whether applicants may have signalled.</summary>
    public bool Signals { get; init; }
}
