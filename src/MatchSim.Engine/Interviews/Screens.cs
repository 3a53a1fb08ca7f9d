using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// How programs read an application, apart from what is particular to the pair: the screens (type, visa, cut-off, failed
/// attempt), then quality, openness and region.
/// </summary>
internal sealed class Screens(MarketLayout layout, LaneLayout lanes)
{
    private readonly InterviewOptions _weights = layout.Scenario.Interviews;
    private readonly float[] _cutoff = new float[lanes.Count];      // [lane] Step 2 CK, points
    private readonly int[] _region = new int[lanes.Count];          // [lane]
    private readonly Barrier[] _barriers = new Barrier[lanes.Count];     // [lane]

    // [type × lanes + lane] what the program takes off for the type; −∞ = never interviews it.
    private readonly float[] _standing = new float[MarketLayout.TypeCount * lanes.Count];

    /// <summary>Prepares what all applicants of a market share.</summary>
    public void Prepare(Market market)
    {
        ProgramColumns programs = market.Programs;
        lanes.Spread<float>(programs.Cutoff, _cutoff);
        lanes.Spread<int>(programs.Region, _region);
        for (int p = 0; p < programs.Count; p++)
        {
            int lane = lanes.LaneOf[p];
            _barriers[lane] = BarriersOf(programs.Visas[p], programs.FailedAttempt[p]);
            for (int t = 0; t < MarketLayout.TypeCount; t++)
                _standing[(t * lanes.Count) + lane] = StandingOf(programs.Openness[(t * programs.Count) + p]);
        }
    }

    /// <summary>The view of one applicant's file.</summary>
    public Reader Of(Market market, int applicant)
    {
        ApplicantColumns applicants = market.Applicants;
        Barrier stops = applicants.Visa[applicant] switch
        {
            VisaNeed.None => Barrier.None,
            VisaNeed.Any => Barrier.NoVisa,
            _ => Barrier.NoH1b,
        };
        bool failed = applicants.FailedAttempt[applicant];
        int type = (int)applicants.Type[applicant];
        return new Reader(
            ref _standing[type * lanes.Count], ref _cutoff[0], ref _region[0], ref Unsafe.As<Barrier, int>(ref _barriers[0]))
        {
            Quality = Vector512.Create(applicants.Quality[applicant]),
            Step2 = Vector512.Create(applicants.Step2[applicant]),
            Home = Vector512.Create(applicants.Region[applicant]),
            Near = Vector512.Create((float)_weights.RegionWeight),
            Stops = Vector512.Create((int)(failed ? stops | Barrier.NeverAfterFailure : stops)),
            Dents = Vector512.Create((int)(failed ? Barrier.SeldomAfterFailure : Barrier.None)),
            Dent = Vector512.Create((float)_weights.FailedAttemptPenalty),
        };
    }

    private static Barrier BarriersOf(VisaPolicy visas, Openness afterFailure) =>
        (visas == VisaPolicy.None ? Barrier.NoVisa : Barrier.None)
        | (visas == VisaPolicy.J1AndH1b ? Barrier.None : Barrier.NoH1b)
        | afterFailure switch
        {
            Openness.Never => Barrier.NeverAfterFailure,
            Openness.Seldom => Barrier.SeldomAfterFailure,
            _ => Barrier.None,
        };

    private float StandingOf(Openness openness) => openness switch
    {
        Openness.Often => 0,
        Openness.Seldom => -(float)_weights.SeldomPenalty,
        _ => float.NegativeInfinity,
    };

    /// <summary>What keeps a program from some of its applicants.</summary>
    [Flags]
    private enum Barrier
    {
        None = 0,
        NoVisa = 1,
        NoH1b = 2,
        NeverAfterFailure = 4,
        SeldomAfterFailure = 8,
    }
}

/// <summary>One applicant's file as programs read it, sixteen at a time.</summary>
internal readonly ref struct Reader(ref float standing, ref float cutoff, ref int region, ref int barriers)
{
    private readonly ref float _standing = ref standing;     // of the applicant's type
    private readonly ref float _cutoff = ref cutoff;
    private readonly ref int _region = ref region;
    private readonly ref int _barriers = ref barriers;

    public Vector512<float> Quality { get; init; }

    public Vector512<float> Step2 { get; init; }

    public Vector512<int> Home { get; init; }

    public Vector512<float> Near { get; init; }

    public Vector512<int> Stops { get; init; }

    public Vector512<int> Dents { get; init; }

    public Vector512<float> Dent { get; init; }

    /// <summary>The part of the programs' scores that does not depend on the pair, standard deviations of MD quality;
    /// −∞ = screened out.</summary>
    /// <param name="lane">First of sixteen lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Standing(nuint lane)
    {
        Vector512<int> doors = Vector512.LoadUnsafe(ref _barriers, lane);
        Vector512<float> near = Vector512.Equals(Vector512.LoadUnsafe(ref _region, lane), Home).AsSingle() & Near;
        Vector512<float> dent = Vector512.Equals(doors & Dents, Vector512<int>.Zero).AsSingle();
        Vector512<float> score = Vector512.LoadUnsafe(ref _standing, lane) + Quality + near - Vector512.AndNot(Dent, dent);
        Vector512<float> read = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref _cutoff, lane), Step2)
            & Vector512.Equals(doors & Stops, Vector512<int>.Zero).AsSingle();
        return Vector512.ConditionalSelect(read, score, Vector512.Create(float.NegativeInfinity));
    }
}
