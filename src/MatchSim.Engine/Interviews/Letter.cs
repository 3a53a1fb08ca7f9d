namespace MatchSim.Engine.Interviews;

/// <summary>What one applicant sends to one block, while it is written.</summary>
internal sealed class Letter
{
    /// <summary>Who sends.</summary>
    public int Applicant { get; private set; }

    /// <summary>Where to, and how much.</summary>
    public Block Block { get; private set; }

    /// <summary>What exactly as many choice scores reach as programs are applied to.</summary>
    public float Threshold { get; set; }

    /// <summary>Applications.</summary>
    public int Sent { get; set; }

    /// <summary>Choice scores around the threshold, and then the utilities of programs that may get signals.</summary>
    public FewScores Few { get; } = new();

    /// <summary>Kind of applicant, for <see cref="ProgramSignals"/>; below 0 = no signals.</summary>
    public int SignalKind { get; set; }

    /// <summary>[group of the block] row of the audience.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>[local lane] utility. Local lanes: those of the groups, joined.</summary>
    public Aligned<float> Utility { get; private set; } = new(0);

    /// <summary>[local lane] score by which programs are chosen; −∞ in the padding.</summary>
    public Aligned<float> Choice { get; private set; } = new(0);

    /// <summary>Local lanes.</summary>
    public int Lanes { get; private set; }

    /// <summary>Choice scores of all lanes.</summary>
    public Span<float> Choices => Choice.AsSpan(0, Lanes);

    /// <summary>Starts a letter.</summary>
    public void Open(int applicant, Block block, int lanes)
    {
        Applicant = applicant;
        Block = block;
        Lanes = lanes;
        if (Rows.Length < block.Groups.Length)
            Rows = new int[block.Groups.Length];
        if (Choice.Length < lanes)
        {
            Utility = new Aligned<float>(lanes);
            Choice = new Aligned<float>(lanes);
        }
    }
}
