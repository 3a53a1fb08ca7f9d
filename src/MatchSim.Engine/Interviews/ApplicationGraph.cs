using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who applied where. Only applications that pass the program's screens are kept one by one; those screened out are
/// counted. Written by <see cref="ApplicationStage"/>; a view into a worker's workspace.
/// </summary>
public sealed class ApplicationGraph
{
    private readonly LaneLayout _lanes;

    public ApplicationGraph(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _lanes = new LaneLayout(layout);
        Candidates = new CandidatePages(_lanes);
        Sent = new int[layout.ApplicantCount];
        Fees = new float[layout.ApplicantCount];
        Received = new int[layout.ProgramCount];
    }

    /// <summary>Applications kept.</summary>
    public int Count { get; internal set; }

    /// <summary>[applicant] applications sent, screened out ones included.</summary>
    public int[] Sent { get; }

    /// <summary>[applicant] application fees, US dollars.</summary>
    public float[] Fees { get; }

    /// <summary>[program] applications received, screened out ones included.</summary>
    public int[] Received { get; }

    /// <summary>The applications kept, by program.</summary>
    internal CandidatePages Candidates { get; }

    /// <summary>The applications a program read, in no particular order. Makes a new array: for looking, not for loops.</summary>
    public IReadOnlyList<Candidate> ReadBy(int program)
    {
        var words = new ulong[Candidates.Count(_lanes.LaneOf[program])];
        Candidates.CopyTo(_lanes.LaneOf[program], words);
        return [.. words.Select(word => new Candidate(SortableFloat.Index(word), SortableFloat.ToSingle((uint)(word >> 32))))];
    }

    internal void Clear()
    {
        Count = 0;
        Array.Clear(Sent);
        Array.Clear(Fees);
        Candidates.Clear();
    }
}

/// <summary>An application that passed the screens.</summary>
/// <param name="Applicant">Applicant index.</param>
/// <param name="Score">The program's score before any interview, standard deviations of MD quality.</param>
public readonly record struct Candidate(int Applicant, float Score);
