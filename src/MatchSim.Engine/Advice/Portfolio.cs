using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Advice;

/// <summary>
/// In which order a focal applicant would add programs: the k-th step is what k applications have that k − 1 have not.
/// Applications are divided between preferred specialty, second specialty and preliminary programs as the application
/// stage divides them; each part takes its best programs, so that the first k are part of the first k + 1.
/// </summary>
internal sealed class Portfolio(MarketLayout layout, ApplicationBlocks blocks)
{
    private readonly ulong[][] _words = [[], [], []];      // [kind] programs of the block, best first
    private readonly int[] _length = new int[3];           // [kind] how many of them are in order
    private readonly BestFirst _bestFirst = new();
    private readonly int[] _next = new int[3];             // [kind] applications so far
    private FocalApplicant? _person;
    private int _steps;
    private (int Own, int Second, int Preliminary) _division;      // of the steps so far

    /// <summary>Starts anew: nobody applied to yet.</summary>
    /// <param name="most">Steps that will be taken at most.</param>
    public void Start(FocalApplicant person, FocalView view, int most)
    {
        _person = person;
        _steps = 0;
        _division = default;
        Array.Clear(_next);
        Order(BlockKind.Preferred, view, most);
        Order(BlockKind.Second, view, most);
        Order(BlockKind.Preliminary, view, most);
    }

    /// <summary>(specialty, track) groups of programs that a person chooses from.</summary>
    public int[] GroupsOf(FocalApplicant person, BlockKind kind) => kind switch
    {
        BlockKind.Preferred => blocks.Own[person.Specialty],
        BlockKind.Second => person.SecondSpecialty == Market.None ? [] : blocks.Own[person.SecondSpecialty],
        _ => person.AddsPreliminary ? blocks.Preliminary[person.Specialty] : [],
    };

    /// <summary>All programs of a block, best first, as words.</summary>
    public ulong[] All(FocalApplicant person, BlockKind kind, FocalView view)
    {
        ulong[] words = new ulong[GroupsOf(person, kind).Sum(group => layout.Groups[group].Count)];
        Fill(GroupsOf(person, kind), view, words);
        _bestFirst.Order(words, words.Length);
        return words;
    }

    /// <summary>How many of so many applications go to a block.</summary>
    public int Division(FocalApplicant person, int total, BlockKind kind)
    {
        _person = person;
        (int own, int second, int preliminary) = Division(total);
        return kind switch { BlockKind.Preferred => own, BlockKind.Second => second, _ => preliminary };
    }

    /// <summary>The next step: one more application; <c>null</c> = its block has no program left, and nothing is sent.</summary>
    public (int Program, BlockKind Kind)? Step()
    {
        _steps++;
        (int ownBefore, int secondBefore, _) = _division;
        _division = Division(_steps);
        BlockKind kind = _division.Own > ownBefore ? BlockKind.Preferred
            : _division.Second > secondBefore ? BlockKind.Second
            : BlockKind.Preliminary;
        int at = _next[(int)kind];
        if (at == _length[(int)kind])
            return null;
        _next[(int)kind]++;
        return (SortableFloat.Index(_words[(int)kind][at]), kind);
    }

    /// <summary>Takes so many steps and sends what they give.</summary>
    public void Send(int steps, FocalView view, FocalSeason focal)
    {
        for (int step = 0; step < steps; step++)
        {
            if (Step() is { } next)
                focal.Add(view.Apply(next.Program, next.Kind));
        }
    }

    private (int Own, int Second, int Preliminary) Division(int total)
    {
        int preliminary = _person!.AddsPreliminary
            ? ApplicationStage.Part(total, layout.Specialties[_person.Specialty].PreliminaryYear!.ApplicationsShare)
            : 0;
        int second = _person.SecondSpecialty == Market.None
            ? 0
            : ApplicationStage.Part(total - preliminary, layout.Of(_person.Type).SecondSpecialty.ApplicationsShare);
        return (total - preliminary - second, second, preliminary);
    }

    private void Order(BlockKind kind, FocalView view, int most)
    {
        int[] groups = GroupsOf(_person!, kind);
        int count = 0;
        foreach (int group in groups)
            count += layout.Groups[group].Count;
        ref ulong[] words = ref _words[(int)kind];
        if (words.Length < count)
            words = new ulong[count];
        Fill(groups, view, words);
        int kept = Math.Min(most, count);
        _bestFirst.Order(words.AsSpan(0, count), kept);
        _length[(int)kind] = kept;
    }

    private void Fill(int[] groups, FocalView view, Span<ulong> words)
    {
        int next = 0;
        foreach (int group in groups)
        {
            view.Choices(group, words[next..]);
            next += layout.Groups[group].Count;
        }
    }
}
