using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who applied where. An application is a bit; what a program thinks of it is computed when the program reads, and only the
/// best are kept. Written by <see cref="ApplicationStage"/>; a view into a worker's workspace.
/// </summary>
public sealed class ApplicationGraph
{
    public ApplicationGraph(MarketLayout layout)
        : this(layout, CandidateLists.UsualReserve)
    {
    }

    /// <param name="reserve">Candidates that programs keep beyond the first wave; changes no result.</param>
    internal ApplicationGraph(MarketLayout layout, int reserve)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Audience = new Audience(layout);
        Bits = new ApplicationBits(layout, new LaneLayout(layout), Audience);
        Files = new ApplicantFiles(layout);
        Candidates = new CandidateLists(layout, reserve);
        Sent = new int[layout.ApplicantCount];
        Fees = new float[layout.ApplicantCount];
        Received = new int[layout.ProgramCount];
    }

    /// <summary>Applications read: those that passed the screens.</summary>
    public int Count { get; internal set; }

    /// <summary>[applicant] applications sent, screened out ones included.</summary>
    public int[] Sent { get; }

    /// <summary>[applicant] application fees, US dollars.</summary>
    public float[] Fees { get; }

    /// <summary>[program] applications received, screened out ones included.</summary>
    public int[] Received { get; }

    /// <summary>Who looks at which programs.</summary>
    internal Audience Audience { get; }

    /// <summary>Who applied, and signalled, to which of them.</summary>
    internal ApplicationBits Bits { get; }

    /// <summary>What the programs read of each.</summary>
    internal ApplicantFiles Files { get; }

    /// <summary>The best of what each program read.</summary>
    internal CandidateLists Candidates { get; }

    /// <summary>How this season's programs read.</summary>
    internal ProgramReading Reading { get; set; } = null!;

    /// <summary>The applications a program read, in no particular order. Reads them again and makes a new array: for looking, not
    /// for loops.</summary>
    public IReadOnlyList<Candidate> ReadBy(int program)
    {
        int lane = Reading.ReadOne(this, program);
        CandidateColumns read = Reading.Columns;
        read.Name(lane, Files.Applicant);
        return [.. Enumerable.Range(read.StartOf(lane), read.Count[lane]).Select(read.Store.At)];
    }
}

/// <summary>An application that passed the screens.</summary>
/// <param name="Applicant">Applicant index.</param>
/// <param name="Score">The program's score before any interview, standard deviations of MD quality.</param>
public readonly record struct Candidate(int Applicant, float Score)
{
    /// <summary>A higher score, or the same and the earlier applicant.</summary>
    public bool IsBetterThan(Candidate other) => Score > other.Score || (Score == other.Score && Applicant < other.Applicant);
}
