using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// How programs read an application, apart from what is particular to the pair: the screens (type, visa, cut-off, failed
/// attempt), then quality, openness and region.
/// </summary>
internal sealed class Readers(MarketLayout layout)
{
    /// <summary>Nobody reads it: a screen stopped it.</summary>
    public const float ScreenedOut = float.NegativeInfinity;

    private readonly InterviewOptions _weights = layout.Scenario.Interviews;

    // [type × programs + program] what the program takes off for the type; ScreenedOut = never interviews it.
    private readonly float[] _typeStanding = new float[MarketLayout.TypeCount * layout.ProgramCount];

    /// <summary>Prepares what all applicants of a market share.</summary>
    public void Prepare(Market market)
    {
        for (int i = 0; i < _typeStanding.Length; i++)
        {
            _typeStanding[i] = market.Programs.Openness[i] switch
            {
                Openness.Often => 0,
                Openness.Seldom => -(float)_weights.SeldomPenalty,
                _ => ScreenedOut,
            };
        }
    }

    /// <summary>The view of one applicant's file.</summary>
    public Reader Of(Market market, int applicant)
    {
        ApplicantColumns applicants = market.Applicants;
        int type = (int)applicants.Type[applicant] * market.Programs.Count;
        return new Reader(
            _typeStanding.AsSpan(type, market.Programs.Count),
            market.Programs,
            applicants.Quality[applicant],
            applicants.Step2[applicant],
            applicants.Region[applicant],
            applicants.Visa[applicant],
            applicants.FailedAttempt[applicant],
            (float)_weights.RegionWeight,
            (float)_weights.FailedAttemptPenalty);
    }
}

/// <summary>One applicant's file as every program reads it.</summary>
internal readonly ref struct Reader(
    ReadOnlySpan<float> typeStanding, ProgramColumns programs, float quality, float step2, int region, VisaNeed visa,
    bool failedAttempt, float regionWeight, float failedAttemptPenalty)
{
    private readonly ReadOnlySpan<float> _typeStanding = typeStanding;
    private readonly ReadOnlySpan<float> _cutoff = programs.Cutoff;
    private readonly ReadOnlySpan<int> _region = programs.Region;
    private readonly ReadOnlySpan<VisaPolicy> _visas = programs.Visas;
    private readonly ReadOnlySpan<Openness> _failedAttempt = programs.FailedAttempt;

    /// <summary>The part of the program's score that does not depend on the pair, standard deviations of MD quality;
    /// <see cref="Readers.ScreenedOut"/> = not read.</summary>
    public float Standing(int program)
    {
        float standing = _typeStanding[program];
        if (standing == Readers.ScreenedOut || step2 < _cutoff[program] || !TakesVisa(_visas[program]))
            return Readers.ScreenedOut;
        standing += quality;
        if (_region[program] == region)
            standing += regionWeight;
        return failedAttempt ? AfterFailure(program, standing) : standing;
    }

    private float AfterFailure(int program, float standing) => _failedAttempt[program] switch
    {
        Openness.Often => standing,
        Openness.Seldom => standing - failedAttemptPenalty,
        _ => Readers.ScreenedOut,
    };

    private bool TakesVisa(VisaPolicy policy) => visa switch
    {
        VisaNeed.None => true,
        VisaNeed.Any => policy != VisaPolicy.None,
        _ => policy == VisaPolicy.J1AndH1b,
    };
}
