using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>
/// The programs and applicants of one replication, as columns. Written by <see cref="MarketStage"/>; a view into a
/// worker's workspace, valid until the worker's next season.
/// </summary>
public sealed class Market(MarketLayout layout)
{
    public const int None = -1;

    public MarketLayout Layout { get; } = layout;

    public ProgramColumns Programs { get; } = new(layout.ProgramCount);

    public ApplicantColumns Applicants { get; } = new(layout.ApplicantCount);

    /// <summary>[couple] applicant index of the first member; the second is the next applicant.</summary>
    public int[] CoupleFirst { get; } = new int[layout.Scenario.Couples.Counts.Values.Sum()];

    /// <summary>[couple] whether the two rank no pair in which only one of them is matched.</summary>
    public bool[] OnlyTogether { get; } = new bool[layout.Scenario.Couples.Counts.Values.Sum()];
}

/// <summary>Columns over programs.</summary>
public sealed class ProgramColumns(int count)
{
    public int Count { get; } = count;

    /// <summary>[program] positions offered, ≥ 1.</summary>
    public int[] Positions { get; } = new int[count];

    /// <summary>[program] interview places, ≥ positions.</summary>
    public int[] InterviewPlaces { get; } = new int[count];

    /// <summary>[program] common value to applicants, standard normal.</summary>
    public float[] Desirability { get; } = new float[count];

    /// <summary>[program] one latent openness for all types, standard normal; higher = more open.</summary>
    public float[] OpennessLatent { get; } = new float[count];

    /// <summary>[type × count + program] how the program treats the type.</summary>
    public Openness[] Openness { get; } = new Openness[MarketLayout.TypeCount * count];

    /// <summary>[program] region, 0 … regions − 1.</summary>
    public int[] Region { get; } = new int[count];

    /// <summary>[program] visas taken.</summary>
    public VisaPolicy[] Visas { get; } = new VisaPolicy[count];

    /// <summary>[program] Step 2 CK score below which it does not interview; 0 = no cut-off.</summary>
    public float[] Cutoff { get; } = new float[count];

    /// <summary>[program] how it treats a failed first attempt.</summary>
    public Openness[] FailedAttempt { get; } = new Openness[count];

    /// <summary>Openness of all programs to one type.</summary>
    public ReadOnlySpan<Openness> OpennessTo(ApplicantType type) => Openness.AsSpan((int)type * Count, Count);
}

/// <summary>Columns over applicants, ordered by type.</summary>
public sealed class ApplicantColumns(int count)
{
    public int Count { get; } = count;

    /// <summary>[applicant] type.</summary>
    public ApplicantType[] Type { get; } = new ApplicantType[count];

    /// <summary>[applicant] preferred specialty (index).</summary>
    public short[] Specialty { get; } = new short[count];

    /// <summary>[applicant] second specialty; −1 = none.</summary>
    public short[] SecondSpecialty { get; } = new short[count];

    /// <summary>[applicant] whether preliminary programs are added for the first year.</summary>
    public bool[] AddsPreliminary { get; } = new bool[count];

    /// <summary>[applicant] quality on paper, standard deviations of MD seniors.</summary>
    public float[] Quality { get; } = new float[count];

    /// <summary>[applicant] level the applicant believes to have, on the scale of desirability.</summary>
    public float[] Level { get; } = new float[count];

    /// <summary>[applicant] Step 2 CK score, points.</summary>
    public float[] Step2 { get; } = new float[count];

    /// <summary>[applicant] failed a first attempt.</summary>
    public bool[] FailedAttempt { get; } = new bool[count];

    /// <summary>[applicant] visa needed.</summary>
    public VisaNeed[] Visa { get; } = new VisaNeed[count];

    /// <summary>[applicant] home region.</summary>
    public int[] Region { get; } = new int[count];

    /// <summary>[applicant] programs the applicant wants to apply to, ≥ 1.</summary>
    public int[] ApplicationCount { get; } = new int[count];

    /// <summary>[applicant] most interviews the applicant will attend, ≥ 1.</summary>
    public int[] InterviewLimit { get; } = new int[count];

    /// <summary>[applicant] withdraws before ranking.</summary>
    public bool[] Withdrawn { get; } = new bool[count];

    /// <summary>[applicant] performance in interviews, standard normal.</summary>
    public float[] Performance { get; } = new float[count];

    /// <summary>[applicant] couple index; −1 = single.</summary>
    public int[] Couple { get; } = new int[count];
}
