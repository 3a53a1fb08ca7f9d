using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Draws the programs of a market. Every column of a program depends on that program's key alone, but for sizes and classes
/// of openness, which are shared out; programs are drawn some hundreds at a time, column by column.
/// </summary>
internal sealed class ProgramSynthesis(MarketLayout layout)
{
    private readonly ProgramSizes _sizes = new(layout);
    private readonly ProgramAttitudes _attitudes = new(layout);
    private readonly InterviewPlaces _places = new(layout);
    private readonly OpennessClasses _classes = new(layout);

    public void Draw(Streams streams, ProgramColumns programs)
    {
        for (int start = 0; start < programs.Count; start += Block.Size)
            _attitudes.Draw(streams, programs, start, Math.Min(start + Block.Size, programs.Count));
        foreach (ProgramGroup group in layout.Groups)
        {
            _sizes.Share(streams[Purpose.ProgramSize], group, programs);
            _places.Draw(streams[Purpose.InterviewCapacity], group, programs);
        }

        for (int s = 0; s < layout.Specialties.Length; s++)
            _classes.Assign(s, programs);
    }
}
