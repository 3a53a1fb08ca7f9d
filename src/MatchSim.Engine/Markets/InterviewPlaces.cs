using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Draws how many people programs interview: a log-normal number per position, more where desirability is higher.</summary>
internal sealed class InterviewPlaces(MarketLayout layout)
{
    private readonly InterviewOptions _options = layout.Scenario.Interviews;

    /// <summary>Draws a group, whose positions and desirability are known.</summary>
    public void Draw(AgentStream stream, ProgramGroup group, ProgramColumns programs)
    {
        double mean = layout.Specialties[group.Specialty].InterviewsPerPosition ?? _options.PerPosition;
        for (int start = group.Start; start < group.End; start += Block.Size)
            DrawBlock(stream, mean, programs, start, Math.Min(start + Block.Size, group.End));
    }

    private void DrawBlock(AgentStream stream, double mean, ProgramColumns programs, int start, int end)
    {
        Span<double> factors = stackalloc double[Block.Size];
        factors = factors[..(end - start)];
        stream.Normals(layout.ProgramKeys.AsSpan(start..end), factors);
        double sd = _options.PerPositionLogSd;
        double centre = -0.5 * sd * sd;
        for (int i = 0; i < factors.Length; i++)
            factors[i] = centre + (_options.PerPositionDesirabilitySlope * programs.Desirability[start + i]) + (sd * factors[i]);
        PortableMath.Exponentials(factors);
        for (int i = 0; i < factors.Length; i++)
        {
            int positions = programs.Positions[start + i];
            programs.InterviewPlaces[start + i] = Math.Max(positions, (int)Math.Floor((mean * positions * factors[i]) + 0.5));
        }
    }
}
