using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Draws the programs of a market.</summary>
internal static class ProgramSynthesis
{
    public static void Draw(Streams streams, Market market)
    {
        foreach (ProgramGroup group in market.Layout.Groups)
            ProgramSizes.Share(streams[Purpose.ProgramSize], group, market);
        DrawAttitudes(streams, market);
        DrawInterviewPlaces(streams, market);
        for (int s = 0; s < market.Layout.Specialties.Length; s++)
            OpennessClasses.Assign(s, market);
    }

    private static void DrawAttitudes(Streams streams, Market market)
    {
        ProgramOptions options = market.Layout.Scenario.Market.Programs;
        ProgramColumns programs = market.Programs;
        double correlation = options.OpennessDesirabilityCorrelation;
        double rest = Math.Sqrt(1 - (correlation * correlation));
        for (int p = 0; p < programs.Count; p++)
        {
            ulong key = market.Layout.ProgramKeys[p];
            double desirability = streams[Purpose.Desirability].Normal(key);
            double openness = (correlation * desirability) + (rest * streams[Purpose.Openness].Normal(key));
            programs.Desirability[p] = (float)desirability;
            programs.OpennessLatent[p] = (float)openness;
            programs.Region[p] = (int)(streams[Purpose.ProgramRegion].Uniform(key) * options.Regions);
            programs.Visas[p] = DrawVisas(streams[Purpose.VisaPolicy].Normal(key), openness, options);
            programs.Cutoff[p] = streams[Purpose.CutoffUse].Chance(key, options.CutoffShare)
                ? (float)(options.CutoffMean + (options.CutoffSd * streams[Purpose.ScoreCutoff].Normal(key)))
                : 0;
            programs.FailedAttempt[p] = ClassOf(
                streams[Purpose.FailedAttemptPolicy].Uniform(key), options.FailedAttemptNever, options.FailedAttemptSeldom);
        }
    }

    private static VisaPolicy DrawVisas(double noise, double openness, ProgramOptions options)
    {
        double c = options.VisaOpennessCorrelation;
        double willingness = (c * openness) + (Math.Sqrt(1 - (c * c)) * noise);
        return willingness > Threshold(options.VisaH1b) ? VisaPolicy.J1AndH1b
            : willingness > Threshold(options.VisaJ1) ? VisaPolicy.J1
            : VisaPolicy.None;
    }

    /// <summary>What a standard normal exceeds with the given probability.</summary>
    private static double Threshold(double share) => share switch
    {
        <= 0 => double.PositiveInfinity,
        >= 1 => double.NegativeInfinity,
        _ => -PortableMath.NormalQuantile(share),
    };

    private static Openness ClassOf(double uniform, double never, double seldom) =>
        uniform < never ? Openness.Never : uniform < never + seldom ? Openness.Seldom : Openness.Often;

    private static void DrawInterviewPlaces(Streams streams, Market market)
    {
        InterviewOptions options = market.Layout.Scenario.Interviews;
        ProgramColumns programs = market.Programs;
        double centre = -0.5 * options.PerPositionLogSd * options.PerPositionLogSd;
        foreach (ProgramGroup group in market.Layout.Groups)
        {
            double mean = market.Layout.Specialties[group.Specialty].InterviewsPerPosition ?? options.PerPosition;
            for (int p = group.Start; p < group.End; p++)
            {
                double log = centre + (options.PerPositionDesirabilitySlope * programs.Desirability[p])
                    + (options.PerPositionLogSd * streams[Purpose.InterviewCapacity].Normal(market.Layout.ProgramKeys[p]));
                double places = mean * programs.Positions[p] * PortableMath.Exp(log);
                programs.InterviewPlaces[p] = Math.Max(programs.Positions[p], (int)Math.Floor(places + 0.5));
            }
        }
    }
}
