using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Draws which specialties an applicant aims at.</summary>
internal sealed class SpecialtyPlans
{
    private readonly MarketLayout _layout;

    // [type][specialty] cumulated shares of the preferred specialty.
    private readonly double[][] _preferred;

    // [specialty] cumulated weights of the second specialty.
    private readonly double[] _second;

    public SpecialtyPlans(MarketLayout layout)
    {
        _layout = layout;
        _preferred = [.. Enumerable.Range(0, MarketLayout.TypeCount).Select(t => Cumulate(
            layout.SpecialtyIds.Select(id => layout.Of((ApplicantType)t).Specialties.GetValueOrDefault(id))))];
        _second = Cumulate(layout.Specialties.Select(s => s.SecondChoiceWeight));
    }

    /// <summary>Draws the plans of applicants start … end − 1, all of one type.</summary>
    public void Draw(Streams streams, ApplicantType type, Market market, int start, int end)
    {
        Span<double> preferred = stackalloc double[Block.Size];
        Span<double> second = stackalloc double[Block.Size];
        ReadOnlySpan<ulong> keys = _layout.ApplicantKeys.AsSpan(start..end);
        streams[Purpose.Specialty].Uniforms(keys, preferred);
        streams[Purpose.SecondSpecialty].Uniforms(keys, second);
        ApplicantColumns applicants = market.Applicants;
        for (int i = 0; i < keys.Length; i++)
        {
            SpecialtyPlan plan = Of(streams, type, keys[i], preferred[i], second[i]);
            applicants.Specialty[start + i] = (short)plan.Preferred;
            applicants.AddsPreliminary[start + i] = plan.AddsPreliminary;
            applicants.SecondSpecialty[start + i] = (short)plan.Second;
        }
    }

    /// <summary>The plan of whoever has this stream key.</summary>
    public SpecialtyPlan Of(Streams streams, ApplicantType type, ulong key) =>
        Of(streams, type, key, streams[Purpose.Specialty].Uniform(key), streams[Purpose.SecondSpecialty].Uniform(key));

    private SpecialtyPlan Of(Streams streams, ApplicantType type, ulong key, double first, double second)
    {
        int preferred = Pick(_preferred[(int)type], first);
        bool addsSecond = second < _layout.Of(type).SecondSpecialty.Share && _second[^1] > 0;
        int other = addsSecond ? Pick(_second, streams[Purpose.SecondSpecialtyChoice].Uniform(key)) : Market.None;
        bool addsPreliminary = _layout.Specialties[preferred].PreliminaryYear is { } year
            && streams[Purpose.PreliminaryYear].Chance(key, year.Share);
        bool twice = other == preferred || (addsPreliminary && other >= 0 && IsPreliminaryOnly(_layout.Specialties[other]));
        return new SpecialtyPlan(preferred, twice ? Market.None : other, addsPreliminary);
    }

    private static bool IsPreliminaryOnly(SpecialtyOptions specialty) =>
        specialty is { Categorical: null, Advanced: null };

    private static double[] Cumulate(IEnumerable<double> shares)
    {
        double sum = 0;
        return [.. shares.Select(share => sum += share)];
    }

    private static int Pick(double[] cumulated, double uniform)
    {
        double target = uniform * cumulated[^1];
        int i = 0;
        while (cumulated[i] <= target && i < cumulated.Length - 1)
            i++;
        return i;
    }
}

/// <summary>Which specialties one applicant aims at.</summary>
/// <param name="Preferred">Specialty index.</param>
/// <param name="Second">Specialty index; −1 = none.</param>
/// <param name="AddsPreliminary">Whether preliminary programs are added to it.</param>
internal readonly record struct SpecialtyPlan(int Preferred, int Second, bool AddsPreliminary);
