using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// Applicants rank the programs they met by the utility after the interview. Programs of the second specialty follow by their
/// lower utility; preliminary programs beside the specialty go to the supplemental list (and to the end of the primary list where
/// the scenario says so).
/// </summary>
internal sealed class ApplicantRanking(MarketLayout layout)
{
    private readonly RankingOptions _options = layout.Scenario.Ranking;
    private float[] _utility = new float[256];      // those of one applicant, padded with −∞
    private int[] _primary = new int[256];
    private int[] _supplemental = new int[256];
    private int _primaryCount;
    private int _supplementalCount;

    /// <summary>Slots of the primary list, best first; refilled by <see cref="Rank"/>.</summary>
    public ReadOnlySpan<int> Primary => _primary.AsSpan(0, _primaryCount);

    /// <summary>Slots of the supplemental list, best first.</summary>
    public ReadOnlySpan<int> Supplemental => _supplemental.AsSpan(0, _supplementalCount);

    /// <summary>Ranks the interviews of one applicant.</summary>
    /// <param name="utility">[slot] utility after the interview.</param>
    public void Rank(Market market, InterviewGraph interviews, float[] utility, int applicant)
    {
        _primaryCount = 0;
        _supplementalCount = 0;
        int start = interviews.ApplicantOffsets[applicant];
        int count = interviews.ApplicantOffsets[applicant + 1] - start;
        if (market.Applicants.Withdrawn[applicant] || count == 0)
            return;
        Reserve(count);
        if (count <= LaneLayout.Width)
            OrderFew(ref utility[start], count, start);
        else
            Order(utility.AsSpan(start, count), start);
        _primaryCount = count;
        bool addsPreliminary = market.Applicants.AddsPreliminary[applicant];
        if (addsPreliminary)
            SetAside(interviews.Program);
        _primaryCount -= (int)(_primaryCount * _options.ApplicantUnranked);
        bool lastChoice = addsPreliminary
            && layout.Specialties[market.Applicants.Specialty[applicant]].PreliminaryYear!.LastChoice == Switch.On;
        if (lastChoice || _primaryCount == 0)
        {
            Supplemental.CopyTo(_primary.AsSpan(_primaryCount));
            _primaryCount += _supplementalCount;
        }
    }

    /// <summary>Writes the slots, best first, to the primary list: the rank of each is the number of better ones. Of equal
    /// utilities the earlier slot is better.</summary>
    private void Order(ReadOnlySpan<float> utility, int start)
    {
        utility.CopyTo(_utility);
        Vector512.Create(float.NegativeInfinity).StoreUnsafe(ref _utility[utility.Length]);
        ref float scores = ref _utility[0];
        for (int one = 0; one < utility.Length; one++)
            _primary[RankAmong.Of(one, ref scores, utility.Length)] = start + one;
    }

    /// <summary>The same for as many as a vector holds; what stands behind them does not matter.</summary>
    private void OrderFew(ref float utility, int count, int start)
    {
        Vector512<float> all = Vector512.LoadUnsafe(ref utility);
        ulong there = (1UL << count) - 1;
        for (int one = 0; one < count; one++)
        {
            var own = Vector512.Create(Unsafe.Add(ref utility, one));
            ulong better = Vector512.GreaterThan(all, own).ExtractMostSignificantBits() & there;
            ulong equal = Vector512.Equals(all, own).ExtractMostSignificantBits() & ((1UL << one) - 1);
            _primary[BitOperations.PopCount(better | equal)] = start + one;
        }
    }

    /// <summary>Moves preliminary programs to the supplemental list.</summary>
    private void SetAside(int[] programs)
    {
        int kept = 0;
        foreach (int slot in Primary)
        {
            if (layout.TrackOf(programs[slot]) == Track.Preliminary)
                _supplemental[_supplementalCount++] = slot;
            else
                _primary[kept++] = slot;
        }

        _primaryCount = kept;
    }

    private void Reserve(int count)
    {
        if (count + LaneLayout.Width <= _utility.Length)
            return;
        _utility = new float[2 * (count + LaneLayout.Width)];
        _primary = new int[_utility.Length];
        _supplemental = new int[_utility.Length];
    }
}
