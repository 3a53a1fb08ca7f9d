using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>
/// One season as one more applicant meets it: what programs are and what they ask. A copy of a few hundred kilobytes, kept
/// when the season's buffers move on; everything about any focal applicant follows from it and the streams.
/// </summary>
/// <param name="Programs">Desirability, openness, region, visas, cut-offs and attitude to failed attempts; the other
/// columns are empty.</param>
/// <param name="Cutoffs">What a program asks of one more applicant.</param>
/// <param name="Values">[series] how everybody in the market fared, in the order of the scenario's catalogue.</param>
internal sealed record SeasonView(ProgramColumns Programs, Cutoffs Cutoffs, double[] Values)
{
    public static SeasonView Of(Season season, Cutoffs cutoffs, ReadOnlySpan<double> values) =>
        new(Copy(season.Market.Programs), cutoffs, values.ToArray());

    private static ProgramColumns Copy(ProgramColumns from)
    {
        var to = new ProgramColumns(from.Count);
        from.Desirability.CopyTo(to.Desirability, 0);
        from.Openness.CopyTo(to.Openness, 0);
        from.Region.CopyTo(to.Region, 0);
        from.Visas.CopyTo(to.Visas, 0);
        from.Cutoff.CopyTo(to.Cutoff, 0);
        from.FailedAttempt.CopyTo(to.FailedAttempt, 0);
        return to;
    }
}
