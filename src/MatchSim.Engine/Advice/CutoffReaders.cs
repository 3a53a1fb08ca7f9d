using System.Collections.Concurrent;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>Readers for workers that share one point of an experiment: as many as have ever read at once.</summary>
internal sealed class CutoffReaders
{
    private readonly ConcurrentBag<CutoffReader> _idle = [];

    public Cutoffs Read(Season season)
    {
        CutoffReader reader = _idle.TryTake(out CutoffReader? used) ? used : new CutoffReader();
        Cutoffs cutoffs = reader.Read(season);
        _idle.Add(reader);
        return cutoffs;
    }
}
