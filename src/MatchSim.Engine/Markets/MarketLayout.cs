using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Who is who in a scenario: index ranges and stream keys of all programs and applicants. The same in every
/// replication, so it is made once per scenario.
/// </summary>
public sealed class MarketLayout
{
    public const int TypeCount = 5;

    public MarketLayout(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Scenario = scenario;
        SpecialtyIds = [.. scenario.Market.Specialties.Keys];
        Specialties = [.. scenario.Market.Specialties.Values];
        Groups = LayOutPrograms();
        ProgramCount = Groups[^1].End;
        ProgramKeys = new ulong[ProgramCount];
        ProgramGroups = new short[ProgramCount];
        GroupKeys = new ulong[Groups.Length];
        for (int g = 0; g < Groups.Length; g++)
            KeyPrograms(g);

        TypeStarts = new int[TypeCount + 1];
        for (int t = 0; t < TypeCount; t++)
            TypeStarts[t + 1] = TypeStarts[t] + Of((ApplicantType)t).Registered;
        ApplicantKeys = new ulong[ApplicantCount];
        for (int t = 0; t < TypeCount; t++)
            KeyApplicants((ApplicantType)t);
        Plans = new SpecialtyPlans(this);
    }

    public Scenario Scenario { get; }

    /// <summary>[specialty] ids in the scenario's order.</summary>
    public string[] SpecialtyIds { get; }

    /// <summary>[specialty] options.</summary>
    public SpecialtyOptions[] Specialties { get; }

    /// <summary>All (specialty, track) groups of programs, in program order.</summary>
    public ProgramGroup[] Groups { get; }

    public int ProgramCount { get; }

    /// <summary>[program] stream key.</summary>
    public ulong[] ProgramKeys { get; }

    /// <summary>[group] stream key, for draws of an applicant with the programs of a group.</summary>
    public ulong[] GroupKeys { get; }

    /// <summary>[program] index into <see cref="Groups"/>.</summary>
    public short[] ProgramGroups { get; }

    /// <summary>[type + 1] first applicant of each type.</summary>
    public int[] TypeStarts { get; }

    public int ApplicantCount => TypeStarts[TypeCount];

    /// <summary>[applicant] stream key.</summary>
    public ulong[] ApplicantKeys { get; }

    /// <summary>Which specialties people of a type aim at.</summary>
    internal SpecialtyPlans Plans { get; }

    /// <summary>Options of a type; a type the scenario does not name has nobody.</summary>
    public ApplicantOptions Of(ApplicantType type) =>
        Scenario.Applicants.TryGetValue(type, out ApplicantOptions? options) ? options : NoApplicants;

    /// <summary>Track of a program.</summary>
    public Track TrackOf(int program) => Groups[ProgramGroups[program]].Track;

    /// <summary>0-based index of a program within its group.</summary>
    public int MemberOf(int program) => program - Groups[ProgramGroups[program]].Start;

    /// <summary>Standard normal draw of an applicant with one program.</summary>
    /// <param name="pair">The applicant's stream of some purpose.</param>
    public float Draw(PairStream pair, int program)
    {
        int group = ProgramGroups[program];
        return pair.With(GroupKeys[group]).Normal(program - Groups[group].Start);
    }

    /// <summary>Specialty index of a program.</summary>
    public int SpecialtyOf(int program) => Groups[ProgramGroups[program]].Specialty;

    /// <summary>Index of a specialty id; −1 if the scenario has none of that name.</summary>
    public int SpecialtyIndex(string id) => Array.IndexOf(SpecialtyIds, id);

    private static readonly ApplicantOptions NoApplicants = new();

    private ProgramGroup[] LayOutPrograms()
    {
        var groups = new List<ProgramGroup>();
        int next = 0;
        for (int s = 0; s < Specialties.Length; s++)
        {
            Add(s, Track.Categorical, Specialties[s].Categorical);
            Add(s, Track.Advanced, Specialties[s].Advanced);
            Add(s, Track.Preliminary, Specialties[s].Preliminary);
        }

        return [.. groups];

        void Add(int specialty, Track track, TrackOptions? options)
        {
            if (options is null)
                return;
            groups.Add(new ProgramGroup(specialty, track, next, next + options.Programs, options.Positions));
            next += options.Programs;
        }
    }

    private void KeyPrograms(int index)
    {
        ProgramGroup group = Groups[index];
        ulong key = AgentKey.Group($"{SpecialtyIds[group.Specialty]}/{group.Track}");
        GroupKeys[index] = Streams.Mix(key);
        for (int p = group.Start; p < group.End; p++)
        {
            ProgramKeys[p] = AgentKey.Of(key, p - group.Start);
            ProgramGroups[p] = (short)index;
        }
    }

    private void KeyApplicants(ApplicantType type)
    {
        ulong key = AgentKey.Group(type.ToString());
        int start = TypeStarts[(int)type];
        for (int a = start; a < TypeStarts[(int)type + 1]; a++)
            ApplicantKeys[a] = AgentKey.Of(key, a - start);
    }
}

/// <summary>Programs Start … End − 1: one track of one specialty, with <paramref name="Positions"/> in all.</summary>
public readonly record struct ProgramGroup(int Specialty, Track Track, int Start, int End, int Positions)
{
    public int Count => End - Start;
}
