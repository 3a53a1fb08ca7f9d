using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who applied where. Only applications that pass the program's screens are kept one by one; those screened out are
/// counted. Written by <see cref="ApplicationStage"/>; a view into a worker's workspace.
/// </summary>
public sealed class ApplicationGraph(MarketLayout layout)
{
    /// <summary>[applicant + 1] where an applicant's applications start in the columns below.</summary>
    public int[] Offsets { get; } = new int[layout.ApplicantCount + 1];

    /// <summary>[application] program.</summary>
    public int[] Program { get; private set; } = new int[1 << 16];

    /// <summary>[application] applicant's utility of the program before any interview, standard deviations of taste.</summary>
    public float[] Utility { get; private set; } = new float[1 << 16];

    /// <summary>[application] program's score of the applicant before any interview, standard deviations of MD quality.</summary>
    public float[] Score { get; private set; } = new float[1 << 16];

    /// <summary>Applications kept.</summary>
    public int Count { get; internal set; }

    /// <summary>[applicant] applications sent, screened out ones included.</summary>
    public int[] Sent { get; } = new int[layout.ApplicantCount];

    /// <summary>[applicant] application fees, US dollars.</summary>
    public float[] Fees { get; } = new float[layout.ApplicantCount];

    /// <summary>[program] applications received, screened out ones included.</summary>
    public int[] Received { get; } = new int[layout.ProgramCount];

    internal void Clear()
    {
        Count = 0;
        Array.Clear(Sent);
        Array.Clear(Fees);
        Array.Clear(Received);
    }

    /// <summary>Makes room for further applications; grows by doubling, so a few seasons reach the steady state.</summary>
    internal void Reserve(int more)
    {
        if (Count + more <= Program.Length)
            return;
        int size = Math.Max(Program.Length * 2, Count + more);
        int[] program = Program;
        float[] utility = Utility;
        float[] score = Score;
        Array.Resize(ref program, size);
        Array.Resize(ref utility, size);
        Array.Resize(ref score, size);
        (Program, Utility, Score) = (program, utility, score);
    }
}
