using MatchSim.Engine.Interviews;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Advice;

/// <summary>The focal applicants of a profile, who divide their applications between reach, target and safe programs in
/// given shares; within a class they choose as they always do. Owns buffers: one per worker.</summary>
internal sealed class MixCrowd(FocalCrowd crowd, IReadOnlyList<ProgramMix> mixes, int programs)
{
    private readonly ProgramClass[][] _classes = [[], [], []];          // [kind][place] of the block's programs, best first
    private readonly Application[][] _applications = [[], [], []];      // [kind][place]
    private readonly int[] _quota = new int[3];                         // [class] applications still to be sent
    private bool[] _sent = [];                                          // [place]

    /// <summary>How one season went.</summary>
    /// <param name="people">Focal applicants followed.</param>
    public MixTally Follow(Streams streams, SeasonView season, int people)
    {
        var tally = new MixTally(mixes.Count);
        FocalApplicant first = crowd.Draw(streams, 0);
        ProgramClass[] classes = ProgramClasses.Of(
            crowd, streams, season, Kinds.SelectMany(kind => crowd.Portfolio.GroupsOf(first, kind)).Distinct());
        FocalSeason focal = crowd.Follow(season);
        for (int i = 0; i < people; i++)
        {
            FocalApplicant person = crowd.Draw(streams, i);
            FocalView view = crowd.View(streams, season, person);
            tally.Default += Habit(person, view, focal, classes, tally.Habit) ? 1 : 0;
            foreach (BlockKind kind in Kinds)
                Order(person, kind, view, classes);
            for (int m = 0; m < mixes.Count; m++)
            {
                focal.Start(person, view);
                foreach (BlockKind kind in Kinds)
                    Send(mixes[m], kind, crowd.Portfolio.Division(person, programs, kind), focal, tally.Sent[m]);
                tally.Matched[m] += focal.Matched ? 1 : 0;
            }
        }

        tally.DivideBy(people);
        return tally;
    }

    private static readonly BlockKind[] Kinds = [BlockKind.Preferred, BlockKind.Second, BlockKind.Preliminary];

    /// <summary>The profile's own strategy: counts what it sends where, and says whether it matches.</summary>
    private bool Habit(FocalApplicant person, FocalView view, FocalSeason focal, ProgramClass[] classes, double[] counts)
    {
        crowd.Portfolio.Start(person, view, programs);
        focal.Start(person, view);
        for (int k = 0; k < programs; k++)
        {
            if (crowd.Portfolio.Step() is not { } next)
                continue;
            focal.Add(view.Apply(next.Program, next.Kind));
            if (next.Kind != BlockKind.Preliminary)
                counts[(int)classes[next.Program]]++;
        }

        return focal.Matched;
    }

    /// <summary>All programs of a block, best first, with their classes.</summary>
    private void Order(FocalApplicant person, BlockKind kind, FocalView view, ProgramClass[] classes)
    {
        ulong[] words = crowd.Portfolio.All(person, kind, view);
        _classes[(int)kind] = Array.ConvertAll(words, word => classes[SortableFloat.Index(word)]);
        _applications[(int)kind] = Array.ConvertAll(words, word => view.Apply(SortableFloat.Index(word), kind));
        if (_sent.Length < words.Length)
            _sent = new bool[words.Length];
    }

    /// <summary>Sends the block's applications: each class its share, what a class cannot take to the best of the others.</summary>
    private void Send(ProgramMix mix, BlockKind kind, int share, FocalSeason focal, double[] counts)
    {
        ProgramClass[] classes = _classes[(int)kind];
        Application[] applications = _applications[(int)kind];
        Array.Clear(_sent, 0, classes.Length);
        _quota[(int)ProgramClass.Reach] = (int)Math.Floor((mix.Reach * share) + 0.5);
        _quota[(int)ProgramClass.Safe] = Math.Min(share - _quota[(int)ProgramClass.Reach], (int)Math.Floor((mix.Safe * share) + 0.5));
        _quota[(int)ProgramClass.Target] = share - _quota[(int)ProgramClass.Reach] - _quota[(int)ProgramClass.Safe];
        int left = share;
        for (int i = 0; i < classes.Length && left > 0 && kind != BlockKind.Preliminary; i++)
        {
            if (_quota[(int)classes[i]] == 0)
                continue;
            _quota[(int)classes[i]]--;
            Send(i);
        }

        for (int i = 0; i < classes.Length && left > 0; i++)
        {
            if (!_sent[i])
                Send(i);
        }

        void Send(int i)
        {
            _sent[i] = true;
            left--;
            if (kind != BlockKind.Preliminary)
                counts[(int)classes[i]]++;
            focal.Add(applications[i]);
        }
    }
}

/// <summary>One season of <see cref="MixCrowd"/>: sums, then means of the people followed.</summary>
internal sealed class MixTally(int mixes)
{
    /// <summary>[mix] matched.</summary>
    public double[] Matched { get; } = new double[mixes];

    /// <summary>[mix][class] applications sent; preliminary programs beside the specialty left out.</summary>
    public double[][] Sent { get; } = [.. Enumerable.Range(0, mixes).Select(_ => new double[3])];

    /// <summary>Matched by the profile's own strategy.</summary>
    public double Default { get; set; }

    /// <summary>[class] applications of the own strategy.</summary>
    public double[] Habit { get; } = new double[3];

    public void DivideBy(int people)
    {
        Default /= people;
        foreach (double[] sums in Sent.Append(Matched).Append(Habit))
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] /= people;
        }
    }
}
