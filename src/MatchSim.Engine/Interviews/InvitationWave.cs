namespace MatchSim.Engine.Interviews;

/// <summary>Invitations that go out at the same time, program by program.</summary>
internal sealed class InvitationWave(int programs)
{
    private readonly int[] _program = new int[programs];      // [sender]
    private readonly int[] _end = new int[programs];          // [sender] end of its candidates

    /// <summary>Those invited, by sender.</summary>
    public CandidateStore Candidates { get; } = new();

    /// <summary>Programs that invite somebody.</summary>
    public int Senders { get; private set; }

    /// <summary>Invitations.</summary>
    public int Count => Senders == 0 ? 0 : _end[Senders - 1];

    /// <summary>Takes everything back.</summary>
    public void Clear() => Senders = 0;

    /// <summary>Adds a program that invites the candidates written behind the last ones.</summary>
    public void Add(int program, int candidates)
    {
        int end = Count + candidates;
        _program[Senders] = program;
        _end[Senders++] = end;
    }

    /// <summary>A sender, and its candidates.</summary>
    public (int Program, int Start, int End) Sender(int sender) =>
        (_program[sender], sender == 0 ? 0 : _end[sender - 1], _end[sender]);
}
