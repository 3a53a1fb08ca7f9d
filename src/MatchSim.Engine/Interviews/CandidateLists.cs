using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Per program, the best of those it read: as many as it invites in the first wave, and some more, from which later waves take
/// the best. A program that needs still more reads again; that happens to one in seventy. Better is a higher score, and of equal
/// scores the earlier applicant.
/// </summary>
internal sealed class CandidateLists
{
    /// <summary>Candidates kept beyond the first wave: nearly always enough, and as many as are ranked at once.</summary>
    public const int UsualReserve = RankAmong.AtOnce;

    private readonly int _most;          // candidates kept beyond the first wave
    private readonly int _stride;        // places of the reserve from one program to the next

    private readonly double _overInviting;
    private readonly int[] _room;        // [program] most invitations of the first wave
    private readonly int[] _left;        // [program] candidates left of the reserve
    private readonly int[] _next;        // [program] next one of the reserve
    private readonly bool[] _more;       // [program] whether it read more than it kept
    private readonly Candidate[] _last;  // [program] worst candidate kept; all worse ones are still to come
    private readonly CandidateStore _reserve = new();
    private readonly CandidateStore _sorting = new();      // scratch
    private readonly int[] _ranks;                         // scratch: [candidate of _sorting]

    /// <param name="reserve">Candidates kept beyond the first wave; changes no result.</param>
    public CandidateLists(MarketLayout layout, int reserve)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _most = reserve;
        _stride = reserve + LaneLayout.Width;
        _overInviting = layout.Scenario.Interviews.OverInviting;
        _room = new int[layout.ProgramCount];
        _left = new int[layout.ProgramCount];
        _next = new int[layout.ProgramCount];
        _more = new bool[layout.ProgramCount];
        _last = new Candidate[layout.ProgramCount];
        _reserve.Reserve(layout.ProgramCount * _stride);
        _ranks = new int[(reserve + RankAmong.AtOnce - 1) / RankAmong.AtOnce * RankAmong.AtOnce];
        _sorting.Reserve(_ranks.Length + LaneLayout.Width);
        FirstWave = new InvitationWave(layout.ProgramCount);
    }

    /// <summary>Everybody whom programs invite at once.</summary>
    public InvitationWave FirstWave { get; }

    /// <summary>Makes room for the lists of a market.</summary>
    public void Open(Market market)
    {
        int most = 0;
        for (int p = 0; p < _room.Length; p++)
        {
            _room[p] = (int)Math.Floor((market.Programs.InterviewPlaces[p] * (1 + _overInviting)) + 0.5);
            most += _room[p];
        }

        FirstWave.Clear();
        FirstWave.Candidates.Reserve(most + LaneLayout.Width);
    }

    /// <summary>Keeps the best of what a program read. Programs come one after the other.</summary>
    /// <param name="lane">Its list in <paramref name="read"/>, which is put in another order.</param>
    /// <param name="applicants">[row] applicant.</param>
    public void Keep(int program, CandidateColumns read, int lane, int[] applicants)
    {
        int wave = Math.Min(read.Count[lane], _room[program]);
        KeepBest(program, read, lane, wave, applicants);
        if (wave > 0)
            FirstWave.Add(program, wave);
    }

    /// <summary>The reserve of this program will be asked for soon.</summary>
    public void Announce(int program)
    {
        int start = (program * _stride) + _next[program];
        for (int place = start; place < start + _left[program]; place += LaneLayout.Width)
            _reserve.Announce(place);
    }

    /// <summary>Takes the best candidates not taken before, at most <paramref name="count"/>.</summary>
    /// <returns>How many there were.</returns>
    public int Take(int program, int count, ApplicationGraph graph, CandidateStore target, int to)
    {
        int taken = 0;
        while (taken < count)
        {
            if (_left[program] == 0 && _more[program])
                ReadOn(program, graph);
            if (_left[program] == 0)
                break;
            int some = Math.Min(count - taken, _left[program]);
            target.Copy(_reserve, (program * _stride) + _next[program], some, to + taken);
            _next[program] += some;
            _left[program] -= some;
            taken += some;
        }

        return taken;
    }

    /// <summary>Puts the candidates of the scratch into a reserve, best first.</summary>
    private void Sort(int start, int count)
    {
        ref float scores = ref _sorting.Score[0];
        RankAmong.All(ref scores, count, ref _ranks[0]);
        int sum = _reserve.Spread(_sorting, count, _ranks, start);
        if (2 * sum == count * (count - 1))
            return;
        // Less in all: equal scores have shared a rank.
        Vector512.Create(float.NegativeInfinity).StoreUnsafe(ref _sorting.Score[count]);
        for (int one = 0; one < count; one++)
            _ranks[one] = RankAmong.Of(one, ref scores, count);
        _reserve.Spread(_sorting, count, _ranks, start);
        for (int i = start + 1; i < start + count; i++)
        {
            if (_reserve.Score[i] == _reserve.Score[i - 1])
                PutEarlierFirst(start, i);
        }
    }

    /// <summary>Moves a candidate before those of the same score who are later applicants.</summary>
    private void PutEarlierFirst(int start, int place)
    {
        for (int i = place; i > start && _reserve.At(i).IsBetterThan(_reserve.At(i - 1)); i--)
            _reserve.Swap(i, i - 1);
    }

    /// <summary>Reads the program's applications once more and keeps the best of those that are still to come.</summary>
    private void ReadOn(int program, ApplicationGraph graph)
    {
        int lane = graph.Reading.ReadOne(graph, program);
        graph.Reading.Columns.LeaveOut(lane, _last[program], graph.Files.Applicant);
        KeepBest(program, graph.Reading.Columns, lane, 0, graph.Files.Applicant);
    }

    private void KeepBest(int program, CandidateColumns read, int lane, int wave, int[] applicants)
    {
        int count = read.Count[lane];
        int kept = Math.Min(count, wave + _most);
        int start = program * _stride;
        read.Shorten(lane, kept, applicants);
        read.Name(lane, applicants);
        read.Divide(lane, wave, FirstWave.Candidates, FirstWave.Count, _sorting, 0);
        Sort(start, kept - wave);
        _left[program] = kept - wave;
        _next[program] = 0;
        _more[program] = kept < count;
        if (kept < count)
            _last[program] = _reserve.At(start + kept - wave - 1);
    }
}
