using System.Numerics;
using System.Runtime.InteropServices;
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
    private readonly float[] _desirability;    // [lane]
    private readonly float[] _common;          // [lane] w·d
    private readonly float[] _near;            // [region × lanes + lane] what an applicant from the region adds
    private readonly float[] _choiceCommon;    // [type × lanes + lane] what the strategy adds whoever applies; −∞ = padding
    private readonly ExpectedChoice[] _expected;   // [type × groups + group]
    private readonly float _drawnMean;         // of what is drawn in a choice score
    private readonly float _drawnSquare;       // mean of its square
    private float[] _utility = new float[1024];
    private float[] _choice = new float[1024];
    private Market? _market;
    private AgentStream _lots;

    public ProgramAppeal(MarketLayout layout, LaneLayout lanes, ApplicationBlocks blocks)
    {
        _blocks = blocks;
        _options = layout.Scenario.Applications;
        _lanes = lanes;
        _tastes = new PairStream[layout.ApplicantCount];
        _desirability = new float[lanes.Count];
        _common = new float[lanes.Count];
        _near = new float[layout.Scenario.Market.Programs.Regions * lanes.Count];
        _choiceCommon = new float[MarketLayout.TypeCount * lanes.Count];
        Array.Fill(_choiceCommon, float.NegativeInfinity);
        _expected = new ExpectedChoice[MarketLayout.TypeCount * layout.Groups.Length];
        bool drawn = !Chooses(ApplicationStrategy.Desirability);
        bool regional = drawn && !Chooses(ApplicationStrategy.Random);
        _drawnMean = regional ? (float)(_options.RegionWeight / layout.Scenario.Market.Programs.Regions) : 0;
        _drawnSquare = (drawn ? 1 : 0) + (_drawnMean * (float)_options.RegionWeight);
    }

    /// <summary>[local lane] utility for the last applicant scored. Local lanes: those of the scored groups, joined.</summary>
    public float[] Utility => _utility;

    /// <summary>[local lane] score by which programs are chosen; −∞ in the padding.</summary>
    public float[] Choice => _choice;

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
        Array.Clear(_near);
        ProgramColumns programs = market.Programs;
        for (int p = 0; p < programs.Count; p++)
        {
            int lane = _lanes.LaneOf[p];
            float desirability = programs.Desirability[p];
            _desirability[lane] = desirability;
            _common[lane] = (float)_options.DesirabilityWeight * desirability;
            _near[(programs.Region[p] * _lanes.Count) + lane] = (float)_options.RegionWeight;
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

    /// <summary>Scores the programs of these groups, one after the other, for one applicant.</summary>
    /// <returns>How many choice scores reach <paramref name="limit"/>.</returns>
    public int Score(int applicant, ReadOnlySpan<int> groups, float limit)
    {
        int reached = 0;
        int local = 0;
        foreach (int group in groups)
        {
            int size = _lanes.Starts[group + 1] - _lanes.Starts[group];
            Reserve(local + size);
            reached += ScoreGroup(applicant, group, limit, local);
            local += size;
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
        float taste = _tastes[applicant].With(layout.GroupKeys[group]).Normal(lane - _lanes.Starts[group]);
        float near = _near[(_market.Applicants.Region[applicant] * _lanes.Count) + lane];
        return _common[lane] + taste + near - DistasteOf(applicant, group);
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

    private int ScoreGroup(int applicant, int group, float limit, int local)
    {
        MarketLayout layout = _market!.Layout;
        int start = _lanes.Starts[group];
        int size = _lanes.Starts[group + 1] - start;
        int type = (int)_market.Applicants.Type[applicant] * _lanes.Count;
        GroupStream tastes = _tastes[applicant].With(layout.GroupKeys[group]);
        int region = _market.Applicants.Region[applicant] * _lanes.Count;
        int reached = ScoreLanes(start, size, type, region, Slope(applicant), tastes, limit, local);
        if (!Chooses(ApplicationStrategy.Random))
            return reached;
        GroupStream lots = _lots.For(layout.ApplicantKeys[applicant]).With(layout.GroupKeys[group]);
        return ScoreAtRandom(start, size, type, lots, limit, local);
    }

    private float Slope(int applicant) => _options.Strategy switch
    {
        ApplicationStrategy.Desirability => 1,
        ApplicationStrategy.Assortative => 2 * (float)_options.ReachPenalty * _market!.Applicants.Level[applicant],
        _ => 0,
    };

    private int ScoreLanes(int start, int size, int type, int region, float slope, GroupStream tastes, float limit, int local)
    {
        ref float desirability = ref MemoryMarshal.GetArrayDataReference(_desirability);
        ref float common = ref MemoryMarshal.GetArrayDataReference(_common);
        ref float near = ref _near[region];
        ref float choiceCommon = ref _choiceCommon[type];
        ref float utilityOut = ref _utility[local];
        ref float choiceOut = ref _choice[local];
        var slopes = Vector512.Create(slope);
        var limits = Vector512.Create(limit);
        bool wanted = !Chooses(ApplicationStrategy.Desirability);
        Vector512<uint> counters = tastes.Counters(Lanes.Indices.AsUInt32());
        int reached = 0;
        for (nuint i = 0; i < (nuint)size; i += LaneLayout.Width)
        {
            nuint lane = (nuint)start + i;
            Vector512<float> taste = tastes.Normals(counters);
            counters = GroupStream.Next(counters);
            Vector512<float> u = Vector512.LoadUnsafe(ref common, lane) + taste + Vector512.LoadUnsafe(ref near, lane);
            u.StoreUnsafe(ref utilityOut, i);
            Vector512<float> choice = Vector512.LoadUnsafe(ref choiceCommon, lane)
                + (Vector512.LoadUnsafe(ref desirability, lane) * slopes);
            if (wanted)
                choice = u + choice;
            choice.StoreUnsafe(ref choiceOut, i);
            reached += BitOperations.PopCount(Vector512.GreaterThanOrEqual(choice, limits).ExtractMostSignificantBits());
        }

        return reached;
    }

    private int ScoreAtRandom(int start, int size, int type, GroupStream lots, float limit, int local)
    {
        Vector512<int> reached = Vector512<int>.Zero;
        for (int i = 0; i < size; i += LaneLayout.Width)
        {
            Vector512<uint> members = Lanes.Indices.AsUInt32() + Vector512.Create((uint)i);
            Vector512<float> choice = lots.Normals(lots.Counters(members)) + Vector512.LoadUnsafe(ref _choiceCommon[type + start + i]);
            choice.StoreUnsafe(ref _choice[local + i]);
            reached -= Vector512.GreaterThanOrEqual(choice, Vector512.Create(limit)).AsInt32();
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

    private void Reserve(int size)
    {
        if (size <= _choice.Length)
            return;
        Array.Resize(ref _utility, 2 * size);
        Array.Resize(ref _choice, 2 * size);
    }
}
