using System.Numerics;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Soap;

/// <summary>
/// One applicant's choice from a board: the programs with the largest utilities, at most so many. Ten million utilities a
/// season, so only those that reach a guess are compared with one another; the guess is what was enough for the last
/// applicant of the kind, and changes the speed alone.
/// </summary>
internal sealed class SoapChoice(MarketLayout layout, SoapOptions options)
{
    private const float Margin = 0.3f;     // how far below the last applicant's worst choice the guess is

    private readonly float[] _taste = new float[layout.ProgramCount];       // [entry]
    private readonly float[] _utility = new float[layout.ProgramCount];     // [entry]
    private readonly int[] _within = new int[layout.ProgramCount];          // entries that reach the guess, ascending
    private readonly float[] _reached = new float[layout.ProgramCount];     // their utilities
    private readonly int[] _picked = new int[layout.ProgramCount];          // places among them, ascending
    private readonly float[] _guess = new float[                            // [(visa need × types + type) × specialties + specialty]
        Enum.GetValues<VisaNeed>().Length * MarketLayout.TypeCount * layout.Specialties.Length];

    /// <summary>Programs chosen.</summary>
    public int Count { get; private set; }

    /// <summary>Entry of the i-th program chosen; ascending.</summary>
    public int Entry(int i) => _within[_picked[i]];

    /// <summary>The applicant's utility of it.</summary>
    public float Utility(int i) => _reached[_picked[i]];

    /// <summary>The applicant's taste for it.</summary>
    public float Taste(int i) => _taste[Entry(i)];

    /// <summary>Chooses for one applicant.</summary>
    public void Choose(SoapBoard board, PairStream tastes, ApplicantColumns applicants, int a)
    {
        int most = Math.Min(options.MaxApplications, board.Count);
        Span<float> taste = _taste.AsSpan(0, board.Count);
        Span<float> utility = _utility.AsSpan(0, board.Count);
        tastes.FillNormal(board.Keys.AsSpan(0, board.Count), taste);
        Add(taste, board.Common(applicants.Type[a], applicants.Region[a]), utility);
        Prefer(board, applicants.Specialty[a], utility);
        if (applicants.SecondSpecialty[a] != Market.None)
            Prefer(board, applicants.SecondSpecialty[a], utility);

        int kind = (int)applicants.Visa[a] * MarketLayout.TypeCount;
        kind = ((kind + (int)applicants.Type[a]) * layout.Specialties.Length) + applicants.Specialty[a];
        float guess = most == board.Count ? float.NegativeInfinity : _guess[kind];
        int within = Reach(utility, guess);
        for (float step = Margin; within < most; step *= 2)
            within = Reach(utility, guess -= step);
        Count = TopSelection.Select(_reached.AsSpan(0, within), most, _picked);
        _guess[kind] = Worst() - Margin;
    }

    private void Prefer(SoapBoard board, int specialty, Span<float> utility)
    {
        foreach (ref float own in utility[board.SpecialtyStarts[specialty]..board.SpecialtyStarts[specialty + 1]])
            own += (float)options.OwnSpecialtyWeight;
    }

    private static void Add(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> sum)
    {
        int width = Vector512<float>.Count;
        int i = 0;
        for (; i + width <= sum.Length; i += width)
            (Vector512.Create(one.Slice(i, width)) + Vector512.Create(other.Slice(i, width))).CopyTo(sum.Slice(i, width));
        for (; i < sum.Length; i++)
            sum[i] = one[i] + other[i];
    }

    /// <summary>Lists the entries with at least this utility; returns how many.</summary>
    private int Reach(ReadOnlySpan<float> utility, float least)
    {
        int width = Vector512<float>.Count;
        var limit = Vector512.Create(least);
        int count = 0;
        int i = 0;
        for (; i + width <= utility.Length; i += width)
        {
            ulong mask = Vector512.GreaterThanOrEqual(Vector512.Create(utility.Slice(i, width)), limit).ExtractMostSignificantBits();
            for (; mask != 0; mask &= mask - 1)
                List(i + BitOperations.TrailingZeroCount(mask), utility);
        }

        for (; i < utility.Length; i++)
        {
            if (utility[i] >= least)
                List(i, utility);
        }

        return count;

        void List(int entry, ReadOnlySpan<float> utility)
        {
            _within[count] = entry;
            _reached[count++] = utility[entry];
        }
    }

    private float Worst()
    {
        float worst = float.PositiveInfinity;
        for (int i = 0; i < Count; i++)
            worst = Math.Min(worst, Utility(i));
        return worst;
    }
}
