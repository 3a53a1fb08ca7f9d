using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Draws which specialties an applicant aims at.</summary>
internal sealed class SpecialtyPlans
{
    private readonly MarketLayout _layout;

    // [type] preferred specialties; the share that wants a second one, 0 if there is none to want.
    private readonly Alternatives[] _preferred;
    private readonly double[] _secondShare;

    private readonly Alternatives _second;

    // [specialty] share of those who prefer it that adds preliminary programs; whether it has no other programs.
    private readonly double[] _preliminaryShare;
    private readonly bool[] _preliminaryOnly;

    public SpecialtyPlans(MarketLayout layout)
    {
        _layout = layout;
        _second = new Alternatives(layout.Specialties.Select(s => s.SecondChoiceWeight));
        ApplicantOptions[] types = [.. Enumerable.Range(0, MarketLayout.TypeCount).Select(t => layout.Of((ApplicantType)t))];
        _preferred = [.. types.Select(type => new Alternatives(layout.SpecialtyIds.Select(id => type.Specialties.GetValueOrDefault(id))))];
        _secondShare = [.. types.Select(type => _second.Total > 0 ? type.SecondSpecialty.Share : 0)];
        _preliminaryShare = [.. layout.Specialties.Select(s => s.PreliminaryYear?.Share ?? 0)];
        _preliminaryOnly = [.. layout.Specialties.Select(s => s is { Categorical: null, Advanced: null })];
    }

    /// <summary>Draws the plans of applicants start … end − 1, all of one type, a block at most.</summary>
    public void Draw(Streams streams, ApplicantType type, ApplicantColumns applicants, int start, int end)
    {
        ReadOnlySpan<ulong> keys = _layout.ApplicantKeys.AsSpan(start..end);
        Span<short> preferred = applicants.Specialty.AsSpan(start..end);
        Span<bool> addsPreliminary = applicants.AddsPreliminary.AsSpan(start..end);
        Span<short> second = applicants.SecondSpecialty.AsSpan(start..end);
        Span<double> drawn = stackalloc double[Block.Size];
        drawn = drawn[..keys.Length];
        streams[Purpose.Specialty].Uniforms(keys, drawn);
        _preferred[(int)type].Choose(drawn, preferred);
        streams[Purpose.PreliminaryYear].Uniforms(keys, drawn);
        AddPreliminary(drawn, preferred, addsPreliminary);
        streams[Purpose.SecondSpecialtyChoice].Uniforms(keys, drawn);
        _second.Choose(drawn, second);
        streams[Purpose.SecondSpecialty].Uniforms(keys, drawn);
        KeepSecond(drawn, _secondShare[(int)type], preferred, addsPreliminary, second);
    }

    /// <summary>The plan of whoever has this stream key.</summary>
    public SpecialtyPlan Of(Streams streams, ApplicantType type, ulong key)
    {
        short preferred = _preferred[(int)type].Of(streams[Purpose.Specialty].Uniform(key));
        short second = _second.Of(streams[Purpose.SecondSpecialtyChoice].Uniform(key));
        bool addsPreliminary = streams[Purpose.PreliminaryYear].Chance(key, _preliminaryShare[preferred]);
        bool addsSecond = streams[Purpose.SecondSpecialty].Chance(key, _secondShare[(int)type]);
        return new SpecialtyPlan(preferred, Second(preferred, addsSecond, second, addsPreliminary & _preliminaryOnly[second]), addsPreliminary);
    }

    private void AddPreliminary(ReadOnlySpan<double> drawn, ReadOnlySpan<short> preferred, Span<bool> adds)
    {
        double[] shares = _preliminaryShare;
        for (int i = 0; i < drawn.Length; i++)
            adds[i] = drawn[i] < shares[preferred[i]];
    }

    private void KeepSecond(
        ReadOnlySpan<double> drawn, double share, ReadOnlySpan<short> preferred, ReadOnlySpan<bool> addsPreliminary, Span<short> second)
    {
        bool[] preliminaryOnly = _preliminaryOnly;
        for (int i = 0; i < second.Length; i++)
            second[i] = Second(preferred[i], drawn[i] < share, second[i], addsPreliminary[i] & preliminaryOnly[second[i]]);
    }

    /// <summary>The second specialty, if it is wanted and adds programs; without jumps, which would be guessed wrong.</summary>
    private static short Second(short preferred, bool wanted, short second, bool addsNothing)
    {
        int kept = (wanted ? 1 : 0) & (addsNothing ? 0 : 1) & (second == preferred ? 0 : 1);
        return (short)((kept * (second - Market.None)) + Market.None);
    }
}

/// <summary>Which specialties one applicant aims at.</summary>
/// <param name="Preferred">Specialty index.</param>
/// <param name="Second">Specialty index; −1 = none.</param>
/// <param name="AddsPreliminary">Whether preliminary programs are added to it.</param>
internal readonly record struct SpecialtyPlan(int Preferred, int Second, bool AddsPreliminary);
