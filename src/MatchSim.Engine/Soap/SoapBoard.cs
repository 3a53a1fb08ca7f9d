using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Soap;

/// <summary>
/// The open programs that applicants with one visa need can apply to (which visas a program takes is public), and what
/// is alike for all applicants of a type and region, on both sides.
/// </summary>
internal sealed class SoapBoard(MarketLayout layout, VisaNeed need)
{
    /// <summary>Standing at a program that never interviews the type.</summary>
    public const float Closed = float.NegativeInfinity;

    // Puts every advanced program behind every PGY-1 program: more than all other parts of a utility together.
    public const float AdvancedLast = 1000;

    private readonly ApplicationOptions _applying = layout.Scenario.Applications;
    private readonly InterviewOptions _reading = layout.Scenario.Interviews;
    private readonly SoapOptions _options = layout.Scenario.Match.Soap!;
    private readonly int _regions = layout.Scenario.Market.Programs.Regions;
    private float[] _common = [];       // [(type × regions + region) × Count + entry]
    private float[] _standing = [];     // the same

    /// <summary>Programs on the board.</summary>
    public int Count { get; private set; }

    /// <summary>[entry] slot in <see cref="OpenPrograms"/>, ascending.</summary>
    public int[] Slot { get; } = new int[layout.ProgramCount];

    /// <summary>[entry] index of the program within its group; room for one more vector.</summary>
    public uint[] Member { get; } = new uint[layout.ProgramCount + LaneLayout.Width];

    /// <summary>[group + 1] first entry of each (specialty, track) group.</summary>
    public int[] GroupStarts { get; } = new int[layout.Groups.Length + 1];

    /// <summary>Entries with a position for the first year.</summary>
    public int FirstYear { get; private set; }

    /// <summary>[entry] Step 2 CK score below which the program does not read, points; 0 = no cut-off.</summary>
    public float[] Cutoff { get; } = new float[layout.ProgramCount];

    /// <summary>[entry] how the program treats a failed first attempt.</summary>
    public Openness[] FailedAttempt { get; } = new Openness[layout.ProgramCount];

    /// <summary>[specialty + 1] first entry of each specialty.</summary>
    public int[] SpecialtyStarts { get; } = new int[layout.Specialties.Length + 1];

    /// <summary>[entry] the part of utility that people of a type and region share, standard deviations of taste: the first of
    /// <see cref="Count"/>, with one vector of anything behind the last.</summary>
    public ref float Common(ApplicantType type, int region) => ref _common[Row(type, region)];

    /// <summary>[entry] what programs add to the quality of people of a type and region, standard deviations of MD
    /// quality; <see cref="Closed"/> = not read.</summary>
    public ReadOnlySpan<float> Standing(ApplicantType type, int region) => _standing.AsSpan(Row(type, region), Count);

    /// <summary>Refills the board.</summary>
    public void Fill(Market market, OpenPrograms open)
    {
        List(market, open);
        int size = MarketLayout.TypeCount * _regions * Count;
        if (_common.Length < size)
            (_common, _standing) = (new float[(2 * size) + LaneLayout.Width], new float[(2 * size) + LaneLayout.Width]);
        for (int t = 0; t < MarketLayout.TypeCount; t++)
            ScoreFor((ApplicantType)t, market, open);
    }

    private int Row(ApplicantType type, int region) => (((int)type * _regions) + region) * Count;

    private void List(Market market, OpenPrograms open)
    {
        Count = FirstYear = 0;
        int specialty = 0;
        int group = 0;
        for (int slot = 0; slot < open.Count; slot++)
        {
            int program = open.Program[slot];
            if (!CanGo(market.Programs.Visas[program]))
                continue;
            for (; specialty <= layout.SpecialtyOf(program); specialty++)
                SpecialtyStarts[specialty] = Count;
            for (; group <= layout.ProgramGroups[program]; group++)
                GroupStarts[group] = Count;
            FirstYear += layout.TrackOf(program) == Track.Advanced ? 0 : 1;
            Slot[Count] = slot;
            Member[Count] = (uint)layout.MemberOf(program);
            Cutoff[Count] = market.Programs.Cutoff[program];
            FailedAttempt[Count++] = market.Programs.FailedAttempt[program];
        }

        SpecialtyStarts.AsSpan(specialty).Fill(Count);
        GroupStarts.AsSpan(group).Fill(Count);
    }

    private bool CanGo(VisaPolicy policy) => need switch
    {
        VisaNeed.None => true,
        VisaNeed.Any => policy != VisaPolicy.None,
        _ => policy == VisaPolicy.J1AndH1b,
    };

    private void ScoreFor(ApplicantType type, Market market, OpenPrograms open)
    {
        ProgramColumns programs = market.Programs;
        ReadOnlySpan<Openness> openness = programs.OpennessTo(type);
        for (int entry = 0; entry < Count; entry++)
        {
            int program = open.Program[Slot[entry]];
            float utility = ((float)_applying.DesirabilityWeight * programs.Desirability[program])
                - Distaste(openness[program]) - Distaste(layout.TrackOf(program));
            float standing = StandingOf(openness[program]);
            for (int region = 0; region < _regions; region++)
            {
                bool near = region == programs.Region[program];
                _common[Row(type, region) + entry] = utility + (near ? (float)_applying.RegionWeight : 0);
                _standing[Row(type, region) + entry] = standing + (near ? (float)_reading.RegionWeight : 0);
            }
        }
    }

    private float Distaste(Openness openness) => openness switch
    {
        Openness.Often => 0,
        Openness.Seldom => (float)_applying.SeldomDistaste,
        _ => (float)_applying.NeverDistaste,
    };

    private float Distaste(Track track) => track switch
    {
        Track.Categorical => 0,
        Track.Preliminary => (float)_options.PreliminaryDistaste,
        _ => AdvancedLast,
    };

    private float StandingOf(Openness openness) => openness switch
    {
        Openness.Often => 0,
        Openness.Seldom => -(float)_reading.SeldomPenalty,
        _ => Closed,
    };
}
