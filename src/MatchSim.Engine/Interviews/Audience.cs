using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who looks at the programs of each (specialty, track) group: one row per applicant and group. Rows of one group and one
/// type stand together and fill whole tiles of sixteen, so that what a program thinks of a type is one number a tile.
/// </summary>
internal sealed class Audience
{
    private readonly MarketLayout _layout;
    private readonly int[] _next;       // [segment] next row to take

    public Audience(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        Starts = new int[(layout.Groups.Length * MarketLayout.TypeCount) + 1];
        _next = new int[Starts.Length - 1];
    }

    /// <summary>[segment + 1] first row of each segment, a multiple of sixteen. Segment = group × types + type.</summary>
    public int[] Starts { get; }

    /// <summary>Rows in all, padding included.</summary>
    public int Count => Starts[^1];

    /// <summary>First row of a group; that of the group after the last is <see cref="Count"/>.</summary>
    public int StartOf(int group) => Starts[group * MarketLayout.TypeCount];

    /// <summary>The rows of one type in a group, padding included.</summary>
    public (int Start, int End) RowsOf(int group, ApplicantType type)
    {
        int segment = (group * MarketLayout.TypeCount) + (int)type;
        return (Starts[segment], Starts[segment + 1]);
    }

    /// <summary>Makes room for everybody of a season.</summary>
    /// <param name="sets">The groups each applicant chooses from.</param>
    public void Seat(Market market, ApplicationBlocks sets)
    {
        ApplicantColumns applicants = market.Applicants;
        Array.Clear(Starts);
        for (int a = 0; a < applicants.Count; a++)
        {
            int type = (int)applicants.Type[a];
            Reserve(sets.Own[applicants.Specialty[a]], type);
            if (applicants.SecondSpecialty[a] != Market.None)
                Reserve(sets.Own[applicants.SecondSpecialty[a]], type);
            if (applicants.AddsPreliminary[a])
                Reserve(sets.Preliminary[applicants.Specialty[a]], type);
        }

        LayOut();
    }

    /// <summary>The next free row of a segment.</summary>
    public int Take(int group, ApplicantType type) => _next[(group * MarketLayout.TypeCount) + (int)type]++;

    /// <summary>Those of them that nobody took: padding, and whoever sent nothing.</summary>
    public (int Start, int End) FreeRowsOf(int group, ApplicantType type)
    {
        int segment = (group * MarketLayout.TypeCount) + (int)type;
        return (_next[segment], Starts[segment + 1]);
    }

    private void Reserve(int[] groups, int type)
    {
        foreach (int group in groups)
            Starts[(group * MarketLayout.TypeCount) + type + 1]++;
    }

    private void LayOut()
    {
        for (int segment = 0; segment < _next.Length; segment++)
        {
            _next[segment] = Starts[segment];
            int rows = (Starts[segment + 1] + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width;
            Starts[segment + 1] = Starts[segment] + rows;
        }
    }
}
