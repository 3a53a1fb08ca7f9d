using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Draws the applicants of a market. Every column of an applicant depends on that applicant's key alone; people are drawn some
/// hundreds at a time, column by column.
/// </summary>
[SkipLocalsInit]
internal static class ApplicantSynthesis
{
    private const int BlockSize = Block.Size;

    public static void Draw(Streams streams, Market market)
    {
        MarketLayout layout = market.Layout;
        CoupleOptions couples = layout.Scenario.Couples;
        for (int t = 0; t < MarketLayout.TypeCount; t++)
        {
            var type = (ApplicantType)t;
            int singles = layout.TypeStarts[t] + (2 * couples.Counts.GetValueOrDefault(type));
            for (int start = layout.TypeStarts[t]; start < layout.TypeStarts[t + 1]; start += BlockSize)
            {
                int end = Math.Min(start + BlockSize, layout.TypeStarts[t + 1]);
                DrawBlock(streams, type, market, start, end, Math.Clamp(singles, start, end));
            }
        }
    }

    /// <summary>A log-normal number with the given mean, rounded, at least 1.</summary>
    internal static int LogNormalCount(double mean, double logSd, double normal)
    {
        double value = mean * PortableMath.Exp((logSd * normal) - (0.5 * logSd * logSd));
        return Math.Max(1, (int)Math.Floor(value + 0.5));
    }

    private static void DrawBlock(Streams streams, ApplicantType type, Market market, int start, int end, int singles)
    {
        MarketLayout layout = market.Layout;
        ApplicantColumns applicants = market.Applicants;
        ApplicantOptions options = layout.Of(type);
        ReadOnlySpan<ulong> keys = layout.ApplicantKeys.AsSpan(start..end);
        applicants.Type.AsSpan(start..end).Fill(type);
        Span<double> standing = stackalloc double[BlockSize];
        standing = standing[..keys.Length];
        streams[Purpose.Quality].Normals(keys, standing);
        DrawQuality(streams, keys, options, standing, layout.Scenario.Interviews, applicants.Quality.AsSpan(start..end));
        DrawStep2(streams, keys, options.Step2, standing, applicants.Step2.AsSpan(start..end));
        DrawCircumstances(streams, keys, options, market, start);
        DrawBehaviour(streams, keys, options, market, start, singles - start);
        layout.Plans.Draw(streams, type, applicants, start, end);
    }

    private static void DrawQuality(
        Streams streams, ReadOnlySpan<ulong> keys, ApplicantOptions type, ReadOnlySpan<double> standing, InterviewOptions weights,
        Span<float> quality)
    {
        Span<double> experience = stackalloc double[BlockSize];
        Span<double> years = stackalloc double[BlockSize];
        years = years[..keys.Length];
        streams[Purpose.UsExperience].Uniforms(keys, experience);
        streams[Purpose.YearsSinceGraduation].Uniforms(keys, years);
        PortableMath.Logarithms(years);
        for (int i = 0; i < quality.Length; i++)
        {
            quality[i] = (float)(type.Quality.Mean + (type.Quality.Sd * standing[i])
                + (weights.UsExperienceWeight * ((experience[i] < type.UsExperience ? 1 : 0) - type.UsExperience))
                - (weights.YearsSinceGraduationWeight * ((-type.YearsSinceGraduation * years[i]) - type.YearsSinceGraduation)));
        }
    }

    private static void DrawStep2(
        Streams streams, ReadOnlySpan<ulong> keys, Step2Options type, ReadOnlySpan<double> standing, Span<float> step2)
    {
        Span<double> own = stackalloc double[BlockSize];
        streams[Purpose.Step2].Normals(keys, own);
        double rho = type.QualityCorrelation;
        double rest = Math.Sqrt(1 - (rho * rho));
        for (int i = 0; i < step2.Length; i++)
            step2[i] = (float)(type.Mean + (type.Sd * ((rho * standing[i]) + (rest * own[i]))));
    }

    private static void DrawCircumstances(Streams streams, ReadOnlySpan<ulong> keys, ApplicantOptions type, Market market, int start)
    {
        ApplicantColumns applicants = market.Applicants;
        int count = keys.Length;
        int regions = market.Layout.Scenario.Market.Programs.Regions;
        Draws.Chances(streams[Purpose.FailedAttempt], keys, type.FailedAttempt, applicants.FailedAttempt.AsSpan(start, count));
        // VisaNeed counts what is asked for: a visa, and no other than an H-1B.
        Span<byte> visas = MemoryMarshal.AsBytes(applicants.Visa.AsSpan(start, count));
        Draws.Steps(streams[Purpose.VisaNeed], keys, type.VisaNeed, type.VisaNeed * type.VisaH1bOnly, visas);
        Draws.Numbers(streams[Purpose.ApplicantRegion], keys, regions, applicants.Region.AsSpan(start, count));
        Draws.Normals(streams[Purpose.InterviewPerformance], keys, applicants.Performance.AsSpan(start, count));
        Draws.Chances(streams[Purpose.Withdrawal], keys, type.Withdrawn, applicants.Withdrawn.AsSpan(start, count));
    }

    private static void DrawBehaviour(
        Streams streams, ReadOnlySpan<ulong> keys, ApplicantOptions type, Market market, int start, int coupled)
    {
        Scenario scenario = market.Layout.Scenario;
        ApplicationOptions belief = scenario.Applications;
        InterviewOptions interviews = scenario.Interviews;
        ApplicantColumns applicants = market.Applicants;
        DrawLevels(streams[Purpose.PerceivedLevel], keys, belief, applicants.Quality.AsSpan(start), applicants.Level.AsSpan(start));
        Span<int> wanted = applicants.ApplicationCount.AsSpan(start, keys.Length);
        double mean = type.Applications.Mean;
        AgentStream counts = streams[Purpose.ApplicationCount];
        int most = belief.Cap ?? int.MaxValue;
        double together = scenario.Couples.ApplicationsFactor * mean;
        Draws.Counts(counts, keys[..coupled], together, type.Applications.LogSd, most, wanted[..coupled]);
        Draws.Counts(counts, keys[coupled..], 1 * mean, type.Applications.LogSd, most, wanted[coupled..]);
        Draws.Counts(
            streams[Purpose.InterviewLimit], keys, interviews.LimitMean, interviews.LimitLogSd, interviews.Cap ?? int.MaxValue,
            applicants.InterviewLimit.AsSpan(start, keys.Length));
    }

    private static void DrawLevels(
        AgentStream stream, ReadOnlySpan<ulong> keys, ApplicationOptions belief, ReadOnlySpan<float> quality, Span<float> levels)
    {
        Span<double> noise = stackalloc double[BlockSize];
        stream.Normals(keys, noise);
        int i = 0;
        for (; i <= keys.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            (Vector512<double> first, Vector512<double> last) = Vector512.Widen(Vector512.LoadUnsafe(in quality[i]));
            first = Levels(belief, first, Vector512.LoadUnsafe(ref noise[i]));
            last = Levels(belief, last, Vector512.LoadUnsafe(ref noise[i + Vector512<double>.Count]));
            Vector512.Narrow(first, last).StoreUnsafe(ref levels[i]);
        }

        for (; i < keys.Length; i++)
            levels[i] = (float)((belief.LevelSlope * (quality[i] - belief.LevelCenter)) + (belief.LevelNoise * noise[i]));
    }

    private static Vector512<double> Levels(ApplicationOptions belief, Vector512<double> quality, Vector512<double> noise) =>
        (Vector512.Create(belief.LevelSlope) * (quality - Vector512.Create(belief.LevelCenter)))
            + (Vector512.Create(belief.LevelNoise) * noise);
}
