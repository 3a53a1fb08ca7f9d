using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Soap;

/// <summary>
/// Who applied where in SOAP, person by person; those whom a program's screens stop are left out. A person is a place in
/// the list of those who take part.
/// </summary>
internal sealed class SoapApplications(MarketLayout layout)
{
    /// <summary>People who take part.</summary>
    public int PersonCount { get; private set; }

    /// <summary>Applications kept.</summary>
    public int Count { get; private set; }

    /// <summary>[person] applicant, ascending.</summary>
    public int[] Applicant { get; } = new int[layout.ApplicantCount];

    /// <summary>[person + 1] where a person's applications start in the columns below.</summary>
    public int[] Offsets { get; } = new int[layout.ApplicantCount + 1];

    /// <summary>[application] slot of the program in <see cref="OpenPrograms"/>.</summary>
    public int[] Slot { get; private set; } = new int[1 << 12];

    /// <summary>[application] applicant's utility of the program, standard deviations of taste.</summary>
    public float[] Utility { get; private set; } = new float[1 << 12];

    /// <summary>[application] program's score of the applicant but for the draw of the pair, standard deviations of MD
    /// quality.</summary>
    public float[] Standing { get; private set; } = new float[1 << 12];

    public void Clear() => PersonCount = Count = 0;

    /// <summary>The next applications are this applicant's; makes room for so many.</summary>
    public void Begin(int applicant, int atMost)
    {
        Applicant[PersonCount++] = applicant;
        Offsets[PersonCount] = Count;
        if (Count + atMost > Slot.Length)
            Grow(Math.Max(2 * Slot.Length, Count + atMost));
    }

    /// <summary>Keeps one application of the person begun last.</summary>
    /// <returns>Its index.</returns>
    public int Add(int slot, float utility, float standing)
    {
        Slot[Count] = slot;
        Utility[Count] = utility;
        Standing[Count] = standing;
        Offsets[PersonCount] = Count + 1;
        return Count++;
    }

    /// <summary>The person who sent an application.</summary>
    public int PersonOf(int application)
    {
        int low = 0;
        int high = PersonCount - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (application < Offsets[middle + 1])
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private void Grow(int size)
    {
        int[] slot = Slot;
        float[] utility = Utility;
        float[] standing = Standing;
        Array.Resize(ref slot, size);
        Array.Resize(ref utility, size);
        Array.Resize(ref standing, size);
        (Slot, Utility, Standing) = (slot, utility, standing);
    }
}
