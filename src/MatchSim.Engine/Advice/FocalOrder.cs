using MatchSim.Engine.Interviews;

namespace MatchSim.Engine.Advice;

/// <summary>
/// A focal applicant's applications that may bring an invitation, in the order in which interviews are attended and in that in which
/// programs are ranked after them: one more is put in its places, and nothing is sorted again.
/// </summary>
internal sealed class FocalOrder
{
    private ulong[] _byWanted = new ulong[256];     // words (utility, program), most wanted first
    private ulong[] _byRank = new ulong[256];       // words, best first
    private float[] _impression = new float[256];   // [application] what the interview tells the program
    private bool[] _invited = new bool[256];        // [application]
    private int[] _attended = new int[256];         // [application] last round in which its interview was attended
    private int _round;
    private int _count;

    /// <summary>Words of the programs applied to (<see cref="WantedWord"/>), most wanted before the interviews first.</summary>
    public ReadOnlySpan<ulong> ByWanted => _byWanted.AsSpan(0, _count);

    /// <summary>Words of the applications, best after the interviews first.</summary>
    public ReadOnlySpan<ulong> ByRank => _byRank.AsSpan(0, _count);

    /// <summary>The word of an application by which interviews are attended: of equally wanted programs the earlier one.</summary>
    public static ulong WantedWord(in Application application) => SortableFloat.Word(application.Wanted, application.Program);

    public void Clear() => _count = 0;

    /// <summary>One more application.</summary>
    /// <param name="index">Its number among all.</param>
    public void Add(int index, in Application application, FocalView view)
    {
        Reserve(index);
        Insert(_byWanted, WantedWord(application));
        Insert(_byRank, SortableFloat.Word(view.UtilityAfter(application), index));
        _impression[index] = view.Impression(application.Program);
        _count++;
    }

    /// <summary>What the interview at an application tells the program.</summary>
    public float Impression(int index) => _impression[index];

    /// <summary>Whether an application brings an invitation.</summary>
    public bool IsInvited(int index) => _invited[index];

    /// <summary>Says so.</summary>
    public void Invite(int index, bool invited) => _invited[index] = invited;

    /// <summary>Nobody's interview is attended.</summary>
    public void Forget() => _round++;

    /// <summary>The interview at an application is attended.</summary>
    public void Attend(int index) => _attended[index] = _round;

    /// <summary>Whether it is.</summary>
    public bool Attends(int index) => _attended[index] == _round;

    private void Insert(ulong[] words, ulong word)
    {
        int i = _count;
        for (; i > 0 && words[i - 1] < word; i--)
            words[i] = words[i - 1];
        words[i] = word;
    }

    private void Reserve(int index)
    {
        if (index < _attended.Length)
            return;
        Array.Resize(ref _byWanted, 2 * index);
        Array.Resize(ref _byRank, 2 * index);
        Array.Resize(ref _impression, 2 * index);
        Array.Resize(ref _invited, 2 * index);
        Array.Resize(ref _attended, 2 * index);
    }
}
