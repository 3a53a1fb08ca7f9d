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
    private readonly Viewer[] _viewers;        // [applicant]
    private readonly float[] _desirability;    // [lane]
    private readonly float[] _common;          // [lane] w·d
    private readonly int[] _region;            // [lane]
    private readonly float[] _choiceCommon;    // [type × lanes + lane] what the strategy adds whoever applies; −∞ = padding
    private float[] _taste = new float[1024];
    private float[] _utility = new float[1024];
    private float[] _choice = new float[1024];
    private Market? _market;
    private AgentStream _lots;

    public ProgramAppeal(MarketLayout layout, LaneLayout lanes, ApplicationBlocks blocks)
    {
        _blocks = blocks;
        _options = layout.Scenario.Applications;
        _lanes = lanes;
        _viewers = new Viewer[layout.ApplicantCount];
        _desirability = new float[lanes.Count];
        _common = new float[lanes.Count];
        _region = new int[lanes.Count];
        _choiceCommon = new float[MarketLayout.TypeCount * lanes.Count];
        Array.Fill(_choiceCommon, float.NegativeInfinity);
    }

    /// <summary>[local lane] taste of the last applicant scored. Local lanes: those of the scored groups, joined.</summary>
    public float[] Taste => _taste;

    /// <summary>[local lane] utility.</summary>
    public float[] Utility => _utility;

    /// <summary>[local lane] score by which programs are chosen; −∞ in the padding.</summary>
    public float[] Choice => _choice;

    /// <summary>Number, sum and sum of squares of the choice scores.</summary>
    public ScoreMoments Moments { get; private set; }

    /// <summary>Prepares what all applicants of a market share.</summary>
    public void Prepare(Streams streams, Market market)
    {
        _market = market;
        ApplicantColumns applicants = market.Applicants;
        AgentStream tastes = streams[Purpose.Taste];
        for (int a = 0; a < _viewers.Length; a++)
        {
            _viewers[a] = new Viewer(
                tastes.For(market.Layout.ApplicantKeys[a]), applicants.Region[a], applicants.Specialty[a], applicants.SecondSpecialty[a]);
        }

        _lots = streams[Purpose.RandomStrategy];
        ProgramColumns programs = market.Programs;
        for (int p = 0; p < programs.Count; p++)
        {
            int lane = _lanes.LaneOf[p];
            _desirability[lane] = programs.Desirability[p];
            _common[lane] = (float)_options.DesirabilityWeight * programs.Desirability[p];
            _region[lane] = programs.Region[p];
            for (int t = 0; t < MarketLayout.TypeCount; t++)
            {
                _choiceCommon[(t * _lanes.Count) + lane] =
                    ChoiceCommon(programs.Desirability[p], programs.Openness[(t * programs.Count) + p]);
            }
        }
    }

    /// <summary>Scores the programs of these groups, one after the other, for one applicant.</summary>
    public void Score(int applicant, ReadOnlySpan<int> groups)
    {
        Moments = default;
        int local = 0;
        foreach (int group in groups)
        {
            int size = _lanes.Starts[group + 1] - _lanes.Starts[group];
            Reserve(local + size);
            ScoreGroup(applicant, group, local);
            local += size;
        }
    }

    /// <summary>An applicant's utility of one program before any interview: as <see cref="Score"/> has it, less the distaste
    /// for the set it was chosen from.</summary>
    public float UtilityOf(int applicant, int program)
    {
        MarketLayout layout = _market!.Layout;
        Viewer viewer = _viewers[applicant];
        int group = layout.ProgramGroups[program];
        int lane = _lanes.LaneOf[program];
        float taste = viewer.Tastes.With(layout.GroupKeys[group]).Normal(lane - _lanes.Starts[group]);
        float near = _region[lane] == viewer.Region ? (float)_options.RegionWeight : 0;
        return _common[lane] + taste + near - DistasteFor(_blocks.KindOf(viewer.Specialty, viewer.SecondSpecialty, group));
    }

    /// <summary>The utility of this applicant will be asked for soon.</summary>
    public void Announce(int applicant) => Ahead.Fetch(ref _viewers[applicant]);

    private float DistasteFor(BlockKind kind) => kind switch
    {
        BlockKind.Second => (float)_options.SecondSpecialtyDistaste,
        BlockKind.Preliminary => (float)_options.PreliminaryDistaste,
        _ => 0,
    };

    private void ScoreGroup(int applicant, int group, int local)
    {
        MarketLayout layout = _market!.Layout;
        int start = _lanes.Starts[group];
        int size = _lanes.Starts[group + 1] - start;
        int type = (int)_market.Applicants.Type[applicant] * _lanes.Count;
        GroupStream tastes = _viewers[applicant].Tastes.With(layout.GroupKeys[group]);
        ScoreMoments scored = ScoreLanes(
            start, size, type, _viewers[applicant].Region, Slope(applicant), tastes, local);
        Moments = Moments.With(layout.Groups[group].Count, scored);
        if (_options.Strategy == ApplicationStrategy.Random)
            ScoreAtRandom(start, size, type, _lots.For(layout.ApplicantKeys[applicant]).With(layout.GroupKeys[group]), local);
    }

    private float Slope(int applicant) => _options.Strategy switch
    {
        ApplicationStrategy.Desirability => 1,
        ApplicationStrategy.Assortative => 2 * (float)_options.ReachPenalty * _market!.Applicants.Level[applicant],
        _ => 0,
    };

    private ScoreMoments ScoreLanes(
        int start, int size, int type, int home, float slope, GroupStream tastes, int local)
    {
        ref float desirability = ref MemoryMarshal.GetArrayDataReference(_desirability);
        ref float common = ref MemoryMarshal.GetArrayDataReference(_common);
        ref int region = ref MemoryMarshal.GetArrayDataReference(_region);
        ref float choiceCommon = ref _choiceCommon[type];
        ref float tasteOut = ref _taste[local];
        ref float utilityOut = ref _utility[local];
        ref float choiceOut = ref _choice[local];
        var near = Vector512.Create((float)_options.RegionWeight);
        var here = Vector512.Create(home);
        var weight = Vector512.Create(_options.Strategy == ApplicationStrategy.Desirability ? 0f : 1f);
        var slopes = Vector512.Create(slope);
        Vector512<uint> counters = tastes.Counters(Lanes.Indices.AsUInt32());
        Vector512<float> sum = Vector512<float>.Zero;
        Vector512<float> squares = Vector512<float>.Zero;
        for (nuint i = 0; i < (nuint)size; i += LaneLayout.Width)
        {
            nuint lane = (nuint)start + i;
            Vector512<float> taste = tastes.Normals(counters);
            counters = GroupStream.Next(counters);
            Vector512<float> same = Vector512.Equals(Vector512.LoadUnsafe(ref region, lane), here).AsSingle() & near;
            Vector512<float> u = Vector512.LoadUnsafe(ref common, lane) + taste + same;
            Vector512<float> own = Vector512.LoadUnsafe(ref choiceCommon, lane)
                + (Vector512.LoadUnsafe(ref desirability, lane) * slopes);
            taste.StoreUnsafe(ref tasteOut, i);
            u.StoreUnsafe(ref utilityOut, i);
            Vector512<float> choice = (u * weight) + own;
            choice.StoreUnsafe(ref choiceOut, i);
            choice &= Vector512.GreaterThan(choice, Vector512.Create(float.MinValue));
            sum += choice;
            squares += choice * choice;
        }

        return new ScoreMoments(0, Vector512.Sum(sum), Vector512.Sum(squares));
    }

    private void ScoreAtRandom(int start, int size, int type, GroupStream lots, int local)
    {
        for (int i = 0; i < size; i += LaneLayout.Width)
        {
            Vector512<uint> members = Lanes.Indices.AsUInt32() + Vector512.Create((uint)i);
            (lots.Normals(lots.Counters(members)) + Vector512.LoadUnsafe(ref _choiceCommon[type + start + i]))
                .StoreUnsafe(ref _choice[local + i]);
        }
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
        if (size <= _taste.Length)
            return;
        Array.Resize(ref _taste, 2 * size);
        Array.Resize(ref _utility, 2 * size);
        Array.Resize(ref _choice, 2 * size);
    }

    /// <summary>What the utility of an applicant needs, side by side.</summary>
    private readonly record struct Viewer(PairStream Tastes, int Region, short Specialty, short SecondSpecialty);
}
