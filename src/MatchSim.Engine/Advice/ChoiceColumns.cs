using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// The score by which focal applicants of a type choose programs (A2), sixteen programs at a time: what does not depend on
/// the person stands in columns by program, padded by sixteen, group by group as somebody asks. Owns buffers: one per worker.
/// </summary>
internal sealed class ChoiceColumns
{
    private const float ClosedPenalty = 1000;

    private readonly MarketLayout _layout;
    private readonly ApplicationOptions _applying;
    private readonly float[] _desirability;
    private readonly float[] _common;      // what the strategy adds whoever applies
    private readonly ApplicantType _type;
    private readonly bool[] _known;      // [group] whether the traits of this season's programs stand there
    private ProgramColumns _programs;

    /// <param name="programs">Of the first season.</param>
    public ChoiceColumns(MarketLayout layout, ProgramColumns programs, ApplicantType type, ApplicationOptions applying)
    {
        _layout = layout;
        _applying = applying;
        _type = type;
        _programs = programs;
        _desirability = new float[programs.Count + LaneLayout.Width];
        _common = new float[programs.Count + LaneLayout.Width];
        _known = new bool[layout.Groups.Length];
        Scores = new FocalScores(layout, programs, type, applying);
    }

    /// <summary>What the two sides think of each other before they meet.</summary>
    public FocalScores Scores { get; }

    /// <summary>Goes on to another season.</summary>
    public void Move(ProgramColumns programs)
    {
        _programs = programs;
        Array.Clear(_known);
        Scores.Move(programs);
    }

    /// <summary>Writes the words (score, program) of a group for one person.</summary>
    /// <param name="words">[program − start] at least as many as the group has programs.</param>
    public void Score(Streams streams, FocalApplicant person, int group, Span<ulong> words)
    {
        Scores.Look(streams, person, group);
        ProgramGroup programs = _layout.Groups[group];
        if (!_known[group])
            Know(programs, group);
        GroupStream chance = streams[Purpose.RandomStrategy].For(person.Key).With(_layout.GroupKeys[group]);
        Vector512<uint> counters = chance.Counters(Lanes.Indices.AsUInt32());
        Span<uint> images = stackalloc uint[LaneLayout.Width];
        var slope = Vector512.Create(Slope(person));
        for (int i = 0; i < programs.Count; i += LaneLayout.Width)
        {
            Vector512<float> choice = _applying.Strategy == ApplicationStrategy.Random
                ? chance.Normals(counters)
                : Choice(programs.Start + i, slope);
            SortableFloat.ToUInt32(choice).CopyTo(images);
            counters = GroupStream.Next(counters);
            int end = Math.Min(LaneLayout.Width, programs.Count - i);
            for (int lane = 0; lane < end; lane++)
                words[i + lane] = ((ulong)images[lane] << 32) | ~(uint)(programs.Start + i + lane);
        }
    }

    /// <summary>The traits of a group's programs in this season.</summary>
    private void Know(ProgramGroup group, int index)
    {
        _known[index] = true;
        ReadOnlySpan<Openness> openness = _programs.OpennessTo(_type);
        for (int p = group.Start; p < group.End; p++)
        {
            _desirability[p] = _programs.Desirability[p];
            _common[p] = Common(_programs.Desirability[p], openness[p]);
        }
    }

    private Vector512<float> Choice(int first, Vector512<float> slope)
    {
        Vector512<float> own = Vector512.LoadUnsafe(ref _common[first]) + (Vector512.LoadUnsafe(ref _desirability[first]) * slope);
        return _applying.Strategy == ApplicationStrategy.Desirability
            ? own
            : Vector512.LoadUnsafe(in Scores.Utility[first]) + own;
    }

    private float Slope(FocalApplicant person) => _applying.Strategy switch
    {
        ApplicationStrategy.Desirability => 1,
        ApplicationStrategy.Assortative => 2 * (float)_applying.ReachPenalty * person.Level,
        _ => 0,
    };

    private float Common(float desirability, Openness openness) => _applying.Strategy switch
    {
        ApplicationStrategy.Assortative => (-(float)_applying.ReachPenalty * desirability * desirability) - Distaste(openness),
        ApplicationStrategy.ImgFriendly => -ClosedPenalty * (int)openness,
        _ => 0,
    };

    private float Distaste(Openness openness) => openness switch
    {
        Openness.Seldom => (float)_applying.SeldomDistaste,
        Openness.Never => (float)_applying.NeverDistaste,
        _ => 0,
    };
}
