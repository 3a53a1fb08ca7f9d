using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Scores programs as applicants see them: tens of millions a season, so in columns, sixteen programs at a time.
/// Utility: u = w·d + taste + region. Choice score of the assortative strategy: u − ρ (d − level)² − distaste; its
/// −ρ·level² is the same for all programs and left out.
/// </summary>
internal sealed class ProgramAppeal
{
    private const float ClosedPenalty = 1000;

    private readonly ApplicationOptions _options;
    private readonly LaneLayout _lanes;
    private readonly ApplicationBlocks _blocks;
    private readonly PairStream[] _tastes;     // [applicant]
    private readonly Aligned<float> _desirability;    // [lane]
    private readonly float[] _common;          // [lane] w·d
    private readonly Aligned<float> _shared;          // [region × lanes + lane] utility for somebody from the region, before taste
    private readonly Aligned<float> _choiceCommon;    // [type × lanes + lane] what the strategy adds whoever applies; −∞ = padding
    private readonly ExpectedChoice[] _expected;   // [type × groups + group]
    private readonly float _drawnMean;         // of what is drawn in a choice score
    private readonly float _drawnSquare;       // mean of its square
    private Market? _market;
    private AgentStream _lots;

    public ProgramAppeal(MarketLayout layout, LaneLayout lanes, ApplicationBlocks blocks)
    {
        _blocks = blocks;
        _options = layout.Scenario.Applications;
        _lanes = lanes;
        _tastes = new PairStream[layout.ApplicantCount];
        _desirability = new Aligned<float>(lanes.Count);
        _common = new float[lanes.Count];
        _shared = new Aligned<float>(layout.Scenario.Market.Programs.Regions * lanes.Count);
        _choiceCommon = new Aligned<float>(MarketLayout.TypeCount * lanes.Count);
        _choiceCommon.AsSpan(..).Fill(float.NegativeInfinity);
        _expected = new ExpectedChoice[MarketLayout.TypeCount * layout.Groups.Length];
        bool drawn = !Chooses(ApplicationStrategy.Desirability);
        bool regional = drawn && !Chooses(ApplicationStrategy.Random);
        _drawnMean = regional ? (float)(_options.RegionWeight / layout.Scenario.Market.Programs.Regions) : 0;
        _drawnSquare = (drawn ? 1 : 0) + (_drawnMean * (float)_options.RegionWeight);
    }

    /// <summary>Prepares what all applicants of a market share.</summary>
    public void Prepare(Streams streams, Market market)
    {
        _market = market;
        MarketLayout layout = market.Layout;
        AgentStream tastes = streams[Purpose.Taste];
        for (int a = 0; a < _tastes.Length; a++)
            _tastes[a] = tastes.For(layout.ApplicantKeys[a]);
        _lots = streams[Purpose.RandomStrategy];
        Array.Clear(_expected);
        ProgramColumns programs = market.Programs;
        for (int p = 0; p < programs.Count; p++)
        {
            int lane = _lanes.LaneOf[p];
            float desirability = programs.Desirability[p];
            _desirability[lane] = desirability;
            _common[lane] = (float)_options.DesirabilityWeight * desirability;
            for (int region = 0; region < layout.Scenario.Market.Programs.Regions; region++)
                _shared[(region * _lanes.Count) + lane] = _common[lane] + (programs.Region[p] == region ? (float)_options.RegionWeight : 0);
            for (int t = 0; t < MarketLayout.TypeCount; t++)
            {
                float common = ChoiceCommon(desirability, programs.Openness[(t * programs.Count) + p]);
                _choiceCommon[(t * _lanes.Count) + lane] = common;
                ref ExpectedChoice expected = ref _expected[(t * layout.Groups.Length) + layout.ProgramGroups[p]];
                expected = expected.With(Chooses(ApplicationStrategy.Desirability) ? common : common + _common[lane], desirability);
            }
        }
    }

    /// <summary>What the desirability of a program adds to everybody's utility.</summary>
    public float CommonOf(int program) => _common[_lanes.LaneOf[program]];

    /// <summary>The draws by which an applicant likes some programs better than others do.</summary>
    public PairStream TastesOf(int applicant) => _tastes[applicant];

    /// <summary>An applicant's programs will be scored soon.</summary>
    public void Announce(int applicant) => Ahead.Fetch(ref _tastes[applicant]);

    /// <summary>What the choice scores of an applicant for the programs of these groups will be like.</summary>
    public ScoreMoments Expect(int applicant, ReadOnlySpan<int> groups)
    {
        float slope = Slope(applicant);
        int type = (int)_market!.Applicants.Type[applicant] * _market.Layout.Groups.Length;
        ScoreMoments moments = default;
        foreach (int group in groups)
            moments = moments.With(_expected[type + group].For(slope, _drawnMean, _drawnSquare));
        return moments;
    }

    /// <summary>Scores the programs of a letter's groups, one group after the other.</summary>
    /// <returns>How many choice scores reach the limit.</returns>
    public int Score(Letter letter, float limit)
    {
        int reached = 0;
        int local = 0;
        foreach (int group in letter.Block.Groups)
        {
            reached += ScoreGroup(letter.Applicant, group, limit, ref letter.Utility[local], ref letter.Choice[local]);
            local += _lanes.Starts[group + 1] - _lanes.Starts[group];
        }

        return reached;
    }

    /// <summary>An applicant's utility of one program before any interview: as <see cref="Score"/> has it, less the distaste
    /// for the set it was chosen from.</summary>
    public float UtilityOf(int applicant, int program)
    {
        MarketLayout layout = _market!.Layout;
        int group = layout.ProgramGroups[program];
        int lane = _lanes.LaneOf[program];
        float taste = ThirdsOfWords.Normal(_tastes[applicant].With(layout.GroupKeys[group]), lane - _lanes.Starts[group]);
        return _shared[(_market.Applicants.Region[applicant] * _lanes.Count) + lane] + taste - DistasteOf(applicant, group);
    }

    /// <summary>What an applicant takes off the utility of a group's programs, for the set they were chosen from.</summary>
    private float DistasteOf(int applicant, int group)
    {
        ApplicantColumns applicants = _market!.Applicants;
        return DistasteFor(_blocks.KindOf(applicants.Specialty[applicant], applicants.SecondSpecialty[applicant], group));
    }

    /// <summary>What is taken off the utility of programs chosen for this reason.</summary>
    public float DistasteFor(BlockKind kind) => kind switch
    {
        BlockKind.Second => (float)_options.SecondSpecialtyDistaste,
        BlockKind.Preliminary => (float)_options.PreliminaryDistaste,
        _ => 0,
    };

    private bool Chooses(ApplicationStrategy strategy) => _options.Strategy == strategy;

    private int ScoreGroup(int applicant, int group, float limit, ref float utility, ref float choice)
    {
        MarketLayout layout = _market!.Layout;
        int start = _lanes.Starts[group];
        int size = _lanes.Starts[group + 1] - start;
        int type = (int)_market.Applicants.Type[applicant] * _lanes.Count;
        GroupStream tastes = _tastes[applicant].With(layout.GroupKeys[group]);
        int region = _market.Applicants.Region[applicant] * _lanes.Count;
        int reached = ScoreLanes(
            new Columns(ref _shared[region + start], ref _choiceCommon[type + start], ref _desirability[start]),
            ref utility, ref choice, (nuint)size, Slope(applicant), tastes, limit, !Chooses(ApplicationStrategy.Desirability));
        if (!Chooses(ApplicationStrategy.Random))
            return reached;
        GroupStream lots = _lots.For(layout.ApplicantKeys[applicant]).With(layout.GroupKeys[group]);
        return ScoreAtRandom(ref _choiceCommon[type + start], ref choice, (nuint)size, lots, limit);
    }

    private float Slope(int applicant) => _options.Strategy switch
    {
        ApplicationStrategy.Desirability => 1,
        ApplicationStrategy.Assortative => 2 * (float)_options.ReachPenalty * _market!.Applicants.Level[applicant],
        _ => 0,
    };

    // By itself, so that all that its loop needs stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ScoreLanes(
        in Columns columns, ref float utilities, ref float choices, nuint size, float slope, GroupStream tastes, float limit, bool wanted)
    {
        ref float shared = ref columns.Shared;
        ref float choiceCommon = ref columns.ChoiceCommon;
        ref float desirability = ref columns.Desirability;
        ThirdsOfWords.Maker draws = ThirdsOfWords.Draws;
        var slopes = Vector512.Create(slope);
        var limits = Vector512.Create(limit);
        Vector512<float> all = wanted ? Vector512<float>.AllBitsSet : default;
        Vector512<uint> counters = tastes.Counters(Lanes.Indices.AsUInt32());
        int reached = 0;
        int third = 0;
        Vector512<uint> words = default;
        for (nuint i = 0; i < size; i += LaneLayout.Width)
        {
            if (third == 0)
            {
                words = tastes.Words(counters);
                counters = GroupStream.Next(counters);
                third = ThirdsOfWords.Thirds;
            }

            third--;
            Vector512<float> u = Vector512.LoadUnsafe(ref shared, i) + draws.Normals(words);
            words >>>= ThirdsOfWords.Bits;
            u.StoreUnsafe(ref utilities, i);
            Vector512<float> choice = Vector512.LoadUnsafe(ref choiceCommon, i)
                + (Vector512.LoadUnsafe(ref desirability, i) * slopes) + (u & all);
            choice.StoreUnsafe(ref choices, i);
            reached += BitOperations.PopCount(Vector512.GreaterThanOrEqual(choice, limits).ExtractMostSignificantBits());
        }

        return reached;
    }

    private readonly ref struct Columns(ref float shared, ref float choiceCommon, ref float desirability)
    {
        public readonly ref float Shared = ref shared;
        public readonly ref float ChoiceCommon = ref choiceCommon;
        public readonly ref float Desirability = ref desirability;
    }

    private static int ScoreAtRandom(ref float choiceCommon, ref float choices, nuint size, GroupStream lots, float limit)
    {
        Vector512<int> reached = Vector512<int>.Zero;
        for (nuint i = 0; i < size; i += LaneLayout.Width)
        {
            Vector512<uint> members = Lanes.Indices.AsUInt32() + Vector512.Create((uint)i);
            Vector512<float> choice = lots.Normals(lots.Counters(members)) + Vector512.LoadUnsafe(ref choiceCommon, i);
            choice.StoreUnsafe(ref choices, i);
            reached = Lanes.OneMore(reached, Vector512.GreaterThanOrEqual(choice, Vector512.Create(limit)));
        }

        return Vector512.Sum(reached);
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
}
