using System.Runtime.InteropServices;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>Takes columns off a span of bytes, in the order in which <see cref="BasisBytes"/> put them there.</summary>
internal ref struct BasisReader(Scenario scenario, ReadOnlySpan<byte> bytes)
{
    private readonly int _programs = new MarketLayout(scenario).ProgramCount;
    private readonly int _series = new SeriesCatalog(scenario).Series.Count;
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>The bytes ended early, or say what cannot be.</summary>
    public bool Failed { get; private set; }

    public readonly bool AtEnd => _left.IsEmpty;

    public T[] Take<T>(int count)
        where T : unmanaged
    {
        var column = new T[count];
        Fill(column);
        return column;
    }

    public SeasonView Season()
    {
        var programs = new ProgramColumns(_programs);
        Fill(programs.Desirability);
        Fill(programs.Openness);
        Fill(programs.Region);
        Fill(programs.Visas);
        Fill(programs.Cutoff);
        Fill(programs.FailedAttempt);
        var cutoffs = new Cutoffs(Take<float>(_programs), Take<uint>(_programs), Take<uint>(_programs));
        return new SeasonView(programs, cutoffs, Take<double>(_series));
    }

    public TypeTogether Together()
    {
        int[] head = Take<int>(3);
        Failed |= !scenario.Applicants.ContainsKey((ApplicantType)head[0]) || head[2] < 0 || head[2] > scenario.Replications;
        if (Failed)
            head = [(int)scenario.Applicants.Keys.First(), 1, 0];
        var point = new TypeTogether(scenario, (ApplicantType)head[0], head[1], head[2]);
        for (int r = 0; r < head[2]; r++)
            point.Values[r] = Take<double>(_series);
        return point;
    }

    private void Fill<T>(T[] column)
        where T : unmanaged
    {
        Span<byte> place = MemoryMarshal.AsBytes(column.AsSpan());
        Failed |= place.Length > _left.Length;
        if (Failed)
            return;
        _left[..place.Length].CopyTo(place);
        _left = _left[place.Length..];
    }
}
