using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Soap;

/// <summary>
/// Per open program, its SOAP applications, taken best first. Programs have a few positions and hundreds of
/// applications, so each holds only its best ones; the others are gone through again if those run out.
/// </summary>
internal sealed class SoapCandidates(MarketLayout layout, float noise)
{
    private const int LeastHeld = 48;
    private const int HeldPerPosition = 8;
    private const int Stretch = 16;           // words put in order at a time
    private const float LargestDraw = 3.5f;   // no draw of a pair is larger

    private readonly int[] _starts = new int[layout.ProgramCount + 1];     // [slot] first of its words
    private readonly int[] _counts = new int[layout.ProgramCount];         // [slot] words held
    private readonly int[] _taken = new int[layout.ProgramCount];          // [slot] of them taken
    private readonly int[] _ordered = new int[layout.ProgramCount];        // [slot] of them in order
    private readonly ulong[] _floor = new ulong[layout.ProgramCount];      // [slot] smaller words are not held; 0 = all are
    private ulong[] _words = [];                                           // score and application, grouped by slot
    private AgentStream _evaluations;

    /// <summary>Prepares for the applications of a season.</summary>
    public void Clear(Streams streams, OpenPrograms open)
    {
        _evaluations = streams[Purpose.SoapEvaluation];
        for (int slot = 0; slot < open.Count; slot++)
        {
            _starts[slot + 1] = _starts[slot] + (2 * (LeastHeld + (HeldPerPosition * open.Left[slot])));
            Empty(slot);
        }

        if (_words.Length < _starts[open.Count])
            _words = new ulong[2 * _starts[open.Count]];
    }

    /// <summary>Hands in an application; it is held if it is among the best so far.</summary>
    /// <param name="slot">Program.</param>
    /// <param name="standing">Score but for the draw of the pair, standard deviations of MD quality.</param>
    /// <param name="application">Index of the application.</param>
    /// <param name="applicantKey">Stream key of the applicant.</param>
    /// <param name="program">The program of the slot.</param>
    public void HandIn(int slot, float standing, int application, ulong applicantKey, int program)
    {
        if (SortableFloat.Word(standing + (noise * LargestDraw), 0) >= _floor[slot])
            Hold(slot, Word(standing, application, applicantKey, program));
    }

    /// <summary>The best application at a program not taken before; −1 at the end of the list.</summary>
    public int Take(int slot, OpenPrograms open, SoapApplications applications)
    {
        if (_taken[slot] == _counts[slot] && _floor[slot] > 0)
            GoThroughAgain(slot, open, applications);
        if (_taken[slot] == _counts[slot])
            return -1;
        if (_taken[slot] == _ordered[slot])
            OrderAhead(slot);
        return SortableFloat.Index(_words[_starts[slot] + _taken[slot]++]);
    }

    private void Empty(int slot)
    {
        _counts[slot] = _taken[slot] = _ordered[slot] = 0;
        _floor[slot] = 0;
    }

    private ulong Word(float standing, int application, ulong applicantKey, int program) => SortableFloat.Word(
        standing + (noise * layout.Draw(_evaluations.For(applicantKey), program)), application);

    /// <summary>Adds a word; when they are too many, the better half stays and the worst of it is the floor.</summary>
    private void Hold(int slot, ulong word)
    {
        if (word < _floor[slot])
            return;
        Span<ulong> words = _words.AsSpan(_starts[slot], _starts[slot + 1] - _starts[slot]);
        words[_counts[slot]++] = word;
        if (_counts[slot] < words.Length)
            return;
        int half = words.Length / 2;
        LargestFirst.Partition(words, half);
        ulong floor = ulong.MaxValue;
        foreach (ulong kept in words[..half])
            floor = Math.Min(floor, kept);
        _floor[slot] = floor;
        _counts[slot] = half;
    }

    /// <summary>Everything at or above the floor has been taken: holds the best of what lies below it.</summary>
    private void GoThroughAgain(int slot, OpenPrograms open, SoapApplications applications)
    {
        ulong above = _floor[slot];
        int program = open.Program[slot];
        Empty(slot);
        for (int person = 0; person < applications.PersonCount; person++)
        {
            ulong applicantKey = layout.ApplicantKeys[applications.Applicant[person]];
            for (int i = applications.Offsets[person]; i < applications.Offsets[person + 1]; i++)
            {
                if (applications.Slot[i] != slot)
                    continue;
                ulong word = Word(applications.Standing[i], i, applicantKey, program);
                if (word < above)
                    Hold(slot, word);
            }
        }
    }

    private void OrderAhead(int slot)
    {
        Span<ulong> rest = _words.AsSpan(_starts[slot] + _taken[slot], _counts[slot] - _taken[slot]);
        int count = Math.Min(Stretch, rest.Length);
        LargestFirst.Partition(rest, count);
        LargestFirst.Sort(rest[..count]);
        _ordered[slot] += count;
    }
}
