using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// What one focal applicant and the programs of a season think of each other before they meet (A2, I1, I2), sixteen
/// programs at a time. Columns are by program, padded by sixteen, and worked out group by group the first time that somebody
/// asks: what does not depend on the person once a season, what does once a person. Owns buffers: one per worker.
/// </summary>
internal sealed class FocalScores
{
    private const int Needs = 3;                // kinds of visa need

    private readonly MarketLayout _layout;
    private readonly InterviewOptions _inviting;
    private readonly ApplicationOptions _applying;
    private readonly ApplicantType _type;
    private readonly float[] _worth;            // [program] weight × desirability
    private readonly float[] _cutoff;           // [program] lowest Step 2 CK score looked at
    private readonly float[] _dent;             // [program] what a failed attempt costs; +∞ = everything
    private readonly int[] _region;             // [program]
    private readonly float[][] _closeness;      // [visa need][program] − penalty for the type; −∞ = not looked at
    private readonly float[] _utility;          // [program] of the person held
    private readonly float[] _score;            // [program] of the person held
    private readonly ProgramColumns?[] _known;  // [group] whose traits stand there
    private readonly FocalApplicant?[] _held;   // [group] whose numbers stand there
    private ProgramColumns _programs;

    /// <param name="programs">Of the first season.</param>
    /// <param name="type">Of whom the questions will be.</param>
    public FocalScores(MarketLayout layout, ProgramColumns programs, ApplicantType type, ApplicationOptions applying)
    {
        _layout = layout;
        _inviting = layout.Scenario.Interviews;
        _applying = applying;
        _type = type;
        _programs = programs;
        int padded = programs.Count + LaneLayout.Width;
        _worth = new float[padded];
        _cutoff = new float[padded];
        _dent = new float[padded];
        _region = new int[padded];
        _closeness = [new float[padded], new float[padded], new float[padded]];
        _utility = new float[padded];
        _score = new float[padded];
        _known = new ProgramColumns?[layout.Groups.Length];
        _held = new FocalApplicant?[layout.Groups.Length];
    }

    /// <summary>[program] utility to the person before any interview; right for a group after <see cref="Look"/>.</summary>
    public ReadOnlySpan<float> Utility => _utility;

    /// <summary>[program] the program's score of the person without a signal; −∞ = screened out.</summary>
    public ReadOnlySpan<float> Score => _score;

    /// <summary>Goes on to another season.</summary>
    public void Move(ProgramColumns programs)
    {
        _programs = programs;
        Array.Clear(_held);
    }

    /// <summary>Makes the numbers of a group those of a person.</summary>
    /// <param name="streams">Draws of the season that these columns are of.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Look(Streams streams, FocalApplicant person, int group)
    {
        if (!ReferenceEquals(_held[group], person))
            Fill(streams, person, group);
    }

    /// <summary>The traits of a group's programs in this season.</summary>
    private void Know(ProgramGroup group, int index)
    {
        _known[index] = _programs;
        ReadOnlySpan<Openness> openness = _programs.OpennessTo(_type);
        for (int p = group.Start; p < group.End; p++)
        {
            _worth[p] = (float)_applying.DesirabilityWeight * _programs.Desirability[p];
            _cutoff[p] = _programs.Cutoff[p];
            _region[p] = _programs.Region[p];
            _dent[p] = Cost(_programs.FailedAttempt[p], (float)_inviting.FailedAttemptPenalty);
            float penalty = -Cost(openness[p], (float)_inviting.SeldomPenalty);
            for (int need = 0; need < Needs; need++)
                _closeness[need][p] = Serves(_programs.Visas[p], (VisaNeed)need) ? penalty : float.NegativeInfinity;
        }
    }

    private void Fill(Streams streams, FocalApplicant person, int group)
    {
        _held[group] = person;
        ProgramGroup programs = _layout.Groups[group];
        if (!ReferenceEquals(_known[group], _programs))
            Know(programs, group);
        PairStream pairs = streams[Purpose.Taste].For(person.Key);
        GroupStream tastes = pairs.With(_layout.GroupKeys[group]);
        GroupStream noise = pairs.Beside(streams[Purpose.ApplicationScore]).With(_layout.GroupKeys[group]);
        ThirdsOfWords.Maker draws = ThirdsOfWords.Draws;
        Vector512<uint> tasteWords = default;
        Vector512<uint> noiseWords = default;
        for (int p = programs.Start; p < programs.End; p += LaneLayout.Width)
        {
            int third = ThirdsOfWords.ShiftOf(p - programs.Start);
            if (third == 0)
            {
                Vector512<uint> words = Lanes.Indices.AsUInt32() + Vector512.Create((uint)ThirdsOfWords.WordOf(p - programs.Start));
                tasteWords = tastes.Words(tastes.Counters(words));
                noiseWords = noise.Words(noise.Counters(words));
            }

            Vector512<float> taste = draws.Normals(tasteWords >>> third);
            Vector512<int> home = Vector512.Equals(Vector512.LoadUnsafe(ref _region[p]), Vector512.Create(person.Region));
            Vector512<float> utility = Vector512.LoadUnsafe(ref _worth[p]) + (home.AsSingle() & Vector512.Create((float)_applying.RegionWeight)) + taste;
            Vector512<float> score = Standing(p, person, home.AsSingle()) + (Vector512.Create((float)_inviting.TasteWeight) * taste);
            score += Vector512.Create((float)_inviting.Noise) * draws.Normals(noiseWords >>> third);
            Store(utility, _utility, p, programs.End);
            Store(score, _score, p, programs.End);
        }
    }

    /// <summary>The part of the programs' scores that does not depend on the pair; −∞ = screened out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Standing(int first, FocalApplicant person, Vector512<float> home)
    {
        Vector512<float> dent = person.FailedAttempt ? Vector512.LoadUnsafe(ref _dent[first]) : Vector512<float>.Zero;
        // In the order of ProgramScore, so that the sums are the same to the bit.
        Vector512<float> standing = Vector512.Create(person.Quality)
            + (Vector512.LoadUnsafe(ref _closeness[(int)person.Visa][first]) - dent)
            + (home & Vector512.Create((float)_inviting.RegionWeight));
        Vector512<float> below = Vector512.LessThan(Vector512.Create(person.Step2), Vector512.LoadUnsafe(ref _cutoff[first]));
        return Vector512.ConditionalSelect(below, Vector512.Create(float.NegativeInfinity), standing);
    }

    /// <summary>Writes sixteen numbers, or as many as are before the group's end: the next group keeps its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> values, float[] column, int first, int end)
    {
        if (end - first >= LaneLayout.Width)
        {
            values.StoreUnsafe(ref column[first]);
            return;
        }

        for (int lane = 0; lane < end - first; lane++)
            column[first + lane] = values[lane];
    }

    private static float Cost(Openness openness, float seldom) => openness switch
    {
        Openness.Seldom => seldom,
        Openness.Never => float.PositiveInfinity,
        _ => 0,
    };

    private static bool Serves(VisaPolicy visas, VisaNeed need) => need switch
    {
        VisaNeed.Any => visas != VisaPolicy.None,
        VisaNeed.H1bOnly => visas == VisaPolicy.J1AndH1b,
        _ => true,
    };
}
