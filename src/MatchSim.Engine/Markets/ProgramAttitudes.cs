using System.Runtime.InteropServices;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Draws where programs are, how good they are thought to be and whom they are open to.</summary>
internal sealed class ProgramAttitudes(MarketLayout layout)
{
    private readonly ProgramOptions _options = layout.Scenario.Market.Programs;
    private readonly double _opennessRest = Rest(layout.Scenario.Market.Programs.OpennessDesirabilityCorrelation);
    private readonly double _visaRest = Rest(layout.Scenario.Market.Programs.VisaOpennessCorrelation);

    // What willingness to take visa holders exceeds where they are taken.
    private readonly double _j1 = Threshold(layout.Scenario.Market.Programs.VisaJ1);
    private readonly double _h1b = Threshold(layout.Scenario.Market.Programs.VisaH1b);

    /// <summary>Draws programs start … end − 1, a block at most.</summary>
    public void Draw(Streams streams, ProgramColumns programs, int start, int end)
    {
        ReadOnlySpan<ulong> keys = layout.ProgramKeys.AsSpan(start..end);
        Span<double> openness = stackalloc double[Block.Size];
        openness = openness[..keys.Length];
        DrawOpenness(streams, keys, openness, programs.Desirability.AsSpan(start..end));
        for (int i = 0; i < openness.Length; i++)
            programs.OpennessLatent[start + i] = (float)openness[i];
        DrawVisas(streams[Purpose.VisaPolicy], keys, openness, programs.Visas.AsSpan(start..end));
        Draws.Numbers(streams[Purpose.ProgramRegion], keys, _options.Regions, programs.Region.AsSpan(start..end));
        DrawCutoffs(streams, keys, programs.Cutoff.AsSpan(start..end));
        // Openness counts how far a program is from interviewing often.
        double never = _options.FailedAttemptNever;
        Span<byte> policies = MemoryMarshal.AsBytes(programs.FailedAttempt.AsSpan(start..end));
        Draws.Steps(streams[Purpose.FailedAttemptPolicy], keys, never, never + _options.FailedAttemptSeldom, policies);
    }

    private void DrawOpenness(Streams streams, ReadOnlySpan<ulong> keys, Span<double> openness, Span<float> desirability)
    {
        Span<double> common = stackalloc double[Block.Size];
        streams[Purpose.Desirability].Normals(keys, common);
        streams[Purpose.Openness].Normals(keys, openness);
        double correlation = _options.OpennessDesirabilityCorrelation;
        for (int i = 0; i < desirability.Length; i++)
        {
            desirability[i] = (float)common[i];
            openness[i] = (correlation * common[i]) + (_opennessRest * openness[i]);
        }
    }

    private void DrawVisas(AgentStream stream, ReadOnlySpan<ulong> keys, ReadOnlySpan<double> openness, Span<VisaPolicy> visas)
    {
        Span<double> noise = stackalloc double[Block.Size];
        stream.Normals(keys, noise);
        double correlation = _options.VisaOpennessCorrelation;
        for (int i = 0; i < visas.Length; i++)
        {
            double willingness = (correlation * openness[i]) + (_visaRest * noise[i]);
            visas[i] = willingness > _h1b ? VisaPolicy.J1AndH1b
                : willingness > _j1 ? VisaPolicy.J1
                : VisaPolicy.None;
        }
    }

    private void DrawCutoffs(Streams streams, ReadOnlySpan<ulong> keys, Span<float> cutoffs)
    {
        Span<double> use = stackalloc double[Block.Size];
        Span<double> score = stackalloc double[Block.Size];
        streams[Purpose.CutoffUse].Uniforms(keys, use);
        streams[Purpose.ScoreCutoff].Normals(keys, score);
        for (int i = 0; i < cutoffs.Length; i++)
        {
            float cutoff = (float)(_options.CutoffMean + (_options.CutoffSd * score[i]));
            cutoffs[i] = use[i] < _options.CutoffShare ? cutoff : 0;
        }
    }

    /// <summary>Weight of what is independent beside something correlated, so that their sum has variance 1.</summary>
    private static double Rest(double correlation) => Math.Sqrt(1 - (correlation * correlation));

    /// <summary>What a standard normal exceeds with the given probability.</summary>
    private static double Threshold(double share) => share switch
    {
        <= 0 => double.PositiveInfinity,
        >= 1 => double.NegativeInfinity,
        _ => -PortableMath.NormalQuantile(share),
    };
}
