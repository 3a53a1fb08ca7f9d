using System.Collections.Concurrent;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>Readers of cutoffs for seasons that end on several threads: as many as ever read at once.</summary>
internal sealed class CutoffReaders
{
    private readonly ConcurrentBag<CutoffReader> _idle = [];

    /// <inheritdoc cref="CutoffReader.Read"/>
    public Cutoffs Read(Season season)
    {
        if (!_idle.TryTake(out CutoffReader? reader))
            reader = new CutoffReader();
        Cutoffs cutoffs = reader.Read(season);
        _idle.Add(reader);
        return cutoffs;
    }
}
