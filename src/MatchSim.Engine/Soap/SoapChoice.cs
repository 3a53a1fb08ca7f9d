using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Soap;

/// <summary>One applicant's choice from a board: the programs with the largest utilities, at most so many.</summary>
internal sealed class SoapChoice(MarketLayout layout, SoapOptions options)
{
    private readonly float[] _taste = new float[layout.ProgramCount + LaneLayout.Width];       // [entry]
    private readonly float[] _utility = new float[layout.ProgramCount + LaneLayout.Width];     // [entry]
    private readonly FewScores _near = new();                               // scratch of thresholds
    private readonly int[] _picked = new int[layout.ProgramCount];          // entries, ascending

    /// <summary>Programs chosen.</summary>
    public int Count { get; private set; }

    /// <summary>Entry of the i-th program chosen; ascending.</summary>
    public int Entry(int i) => _picked[i];

    /// <summary>The applicant's utility of it.</summary>
    public float Utility(int i) => _utility[_picked[i]];

    /// <summary>The applicant's taste for it.</summary>
    public float Taste(int i) => _taste[_picked[i]];

    /// <summary>Chooses for one applicant.</summary>
    public void Choose(SoapBoard board, PairStream tastes, ApplicantColumns applicants, int a)
    {
        DrawTastes(board, tastes);
        AddUp(ref board.Common(applicants.Type[a], applicants.Region[a]), board.Count);
        Prefer(board, applicants.Specialty[a]);
        if (applicants.SecondSpecialty[a] != Market.None)
            Prefer(board, applicants.SecondSpecialty[a]);

        int most = Math.Min(options.MaxApplications, board.Count);
        float least = float.MinValue;
        if (most < board.Count)
        {
            Span<float> utility = _utility.AsSpan(0, Padded(board.Count));
            utility[board.Count..].Fill(float.NegativeInfinity);
            least = TopSelection.Cut(utility, most, MomentsOf(utility, board, most), _near, out _);
        }

        Count = 0;
        for (int entry = 0; entry < board.Count; entry++)
        {
            _picked[Count] = entry;
            Count += _utility[entry] >= least ? 1 : 0;
            if (Count == most)
                break;
        }
    }

    private static int Padded(int count) => (count + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width;

    /// <summary>Draws run on past the end of a group; the next group writes over that.</summary>
    private void DrawTastes(SoapBoard board, PairStream tastes)
    {
        for (int group = 0; group < layout.Groups.Length; group++)
        {
            GroupStream draws = tastes.With(layout.GroupKeys[group]);
            for (int entry = board.GroupStarts[group]; entry < board.GroupStarts[group + 1]; entry += LaneLayout.Width)
                draws.Normals(draws.Counters(Vector512.LoadUnsafe(ref board.Member[entry]))).StoreUnsafe(ref _taste[entry]);
        }
    }

    private void AddUp(ref float common, int count)
    {
        for (int entry = 0; entry < count; entry += LaneLayout.Width)
        {
            (Vector512.LoadUnsafe(ref common, (nuint)entry) + Vector512.LoadUnsafe(ref _taste[entry]))
                .StoreUnsafe(ref _utility[entry]);
        }
    }

    private void Prefer(SoapBoard board, int specialty)
    {
        foreach (ref float own in _utility.AsSpan(board.SpecialtyStarts[specialty]..board.SpecialtyStarts[specialty + 1]))
            own += (float)options.OwnSpecialtyWeight;
    }

    /// <summary>Where to look for the threshold first: among the programs with a first-year position, if they suffice.</summary>
    private static ScoreMoments MomentsOf(ReadOnlySpan<float> utility, SoapBoard board, int most)
    {
        if (most >= board.FirstYear)
            return ScoreMoments.Of(utility, board.Count);
        float sum = 0;
        float squares = 0;
        foreach (float own in utility)
        {
            float counted = own > -SoapBoard.AdvancedLast / 2 ? own : 0;
            sum += counted;
            squares += counted * counted;
        }

        return new ScoreMoments(board.FirstYear, sum, squares);
    }
}
