using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Scores programs as one applicant sees them: tens of millions a season, so in columns and vectors.
/// Utility: u = w·d + taste + region. Choice score of the assortative strategy:
/// u − ρ (d − level)² − distaste; its −ρ·level² is the same for all programs and left out.
/// </summary>
internal sealed class ProgramAppeal
{
    private const float ClosedPenalty = 1000;

    private readonly ApplicationOptions _options;
    private readonly float[] _common;          // [program] w·d
    private readonly float[] _choiceCommon;    // [type × programs + program] what the strategy adds whatever the applicant
    private float[] _taste = new float[1024];
    private float[] _utility = new float[1024];
    private float[] _choice = new float[1024];
    private Market? _market;

    public ProgramAppeal(MarketLayout layout)
    {
        _options = layout.Scenario.Applications;
        _common = new float[layout.ProgramCount];
        _choiceCommon = new float[MarketLayout.TypeCount * layout.ProgramCount];
    }

    /// <summary>[candidate] taste of the last applicant scored.</summary>
    public ReadOnlySpan<float> Taste => _taste.AsSpan(0, Count);

    /// <summary>[candidate] utility.</summary>
    public ReadOnlySpan<float> Utility => _utility.AsSpan(0, Count);

    /// <summary>[candidate] score by which programs are chosen.</summary>
    public ReadOnlySpan<float> Choice => _choice.AsSpan(0, Count);

    /// <summary>Candidates scored.</summary>
    public int Count { get; private set; }

    /// <summary>Prepares what all applicants of a market share.</summary>
    public void Prepare(Market market)
    {
        _market = market;
        ProgramColumns programs = market.Programs;
        for (int p = 0; p < programs.Count; p++)
            _common[p] = (float)_options.DesirabilityWeight * programs.Desirability[p];
        for (int t = 0; t < MarketLayout.TypeCount; t++)
        {
            ReadOnlySpan<Openness> openness = programs.OpennessTo((ApplicantType)t);
            for (int p = 0; p < programs.Count; p++)
                _choiceCommon[(t * programs.Count) + p] = ChoiceCommon(programs.Desirability[p], openness[p]);
        }
    }

    /// <summary>Scores the programs of these ranges, one after the other, for one applicant.</summary>
    public void Score(Streams streams, int applicant, ReadOnlySpan<ProgramRange> ranges)
    {
        Market market = _market!;
        ulong key = market.Layout.ApplicantKeys[applicant];
        PairStream tastes = streams[Purpose.Taste].For(key);
        Count = 0;
        foreach (ProgramRange range in ranges)
        {
            Reserve(Count + range.Count);
            tastes.FillNormal(market.Layout.ProgramKeys.AsSpan(range.Start, range.Count), _taste.AsSpan(Count));
            ScoreRange(market, applicant, range);
            Count += range.Count;
        }

        if (_options.Strategy == ApplicationStrategy.Random)
            ScoreAtRandom(streams, key, ranges);
    }

    private float ChoiceCommon(float desirability, Openness openness) => _options.Strategy switch
    {
        ApplicationStrategy.Assortative =>
            (-(float)_options.ReachPenalty * desirability * desirability) - Distaste(openness),
        ApplicationStrategy.ImgFriendly => -ClosedPenalty * (int)openness,
        _ => 0,
    };

    private float Distaste(Openness openness) => openness switch
    {
        Openness.Seldom => (float)_options.SeldomDistaste,
        Openness.Never => (float)_options.NeverDistaste,
        _ => 0,
    };

    private void ScoreRange(Market market, int applicant, ProgramRange range)
    {
        ProgramColumns programs = market.Programs;
        int n = range.Count;
        int type = (int)market.Applicants.Type[applicant];
        bool byDesirability = _options.Strategy == ApplicationStrategy.Desirability;
        float weight = byDesirability ? 0 : 1;
        float slope = byDesirability ? 1
            : _options.Strategy == ApplicationStrategy.Assortative
                ? 2 * (float)_options.ReachPenalty * market.Applicants.Level[applicant]
                : 0;
        ScoreColumns(
            programs.Desirability.AsSpan(range.Start, n),
            programs.Region.AsSpan(range.Start, n),
            _common.AsSpan(range.Start, n),
            _choiceCommon.AsSpan((type * programs.Count) + range.Start, n),
            market.Applicants.Region[applicant],
            weight,
            slope);
    }

    private void ScoreColumns(
        ReadOnlySpan<float> desirability, ReadOnlySpan<int> region, ReadOnlySpan<float> common,
        ReadOnlySpan<float> choiceCommon, int home, float weight, float slope)
    {
        Span<float> taste = _taste.AsSpan(Count, desirability.Length);
        Span<float> utility = _utility.AsSpan(Count, desirability.Length);
        Span<float> choice = _choice.AsSpan(Count, desirability.Length);
        float regionWeight = (float)_options.RegionWeight;
        int width = Vector256<float>.Count;
        int i = 0;
        for (; i + width <= desirability.Length; i += width)
        {
            var same = Vector256.Equals(Vector256.Create(region.Slice(i, width)), Vector256.Create(home)).AsSingle();
            Vector256<float> near = Vector256.BitwiseAnd(same, Vector256.Create(regionWeight));
            Vector256<float> u = Vector256.Create(common.Slice(i, width)) + Vector256.Create<float>(taste.Slice(i, width)) + near;
            Vector256<float> own = Vector256.Create(choiceCommon.Slice(i, width))
                + (Vector256.Create(desirability.Slice(i, width)) * slope);
            u.CopyTo(utility.Slice(i, width));
            ((u * weight) + own).CopyTo(choice.Slice(i, width));
        }

        for (; i < desirability.Length; i++)
        {
            float u = common[i] + taste[i] + (region[i] == home ? regionWeight : 0);
            utility[i] = u;
            choice[i] = (u * weight) + (choiceCommon[i] + (desirability[i] * slope));
        }
    }

    private void ScoreAtRandom(Streams streams, ulong key, ReadOnlySpan<ProgramRange> ranges)
    {
        PairStream draws = streams[Purpose.RandomStrategy].For(key);
        int next = 0;
        foreach (ProgramRange range in ranges)
        {
            draws.FillNormal(_market!.Layout.ProgramKeys.AsSpan(range.Start, range.Count), _choice.AsSpan(next));
            next += range.Count;
        }
    }

    private void Reserve(int size)
    {
        if (size <= _taste.Length)
            return;
        Array.Resize(ref _taste, 2 * size);
        Array.Resize(ref _utility, 2 * size);
        Array.Resize(ref _choice, 2 * size);
    }
}
