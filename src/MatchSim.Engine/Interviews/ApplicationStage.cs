using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Market → ApplicationGraph: every applicant chooses programs, signals some and pays; every program reads what it got and
/// keeps the best. Applicants come specialty by specialty, so that the programs they look at stay in the cache.
/// </summary>
public sealed class ApplicationStage
{
    private const int Soon = 4;      // applicants ahead whose columns are fetched

    private readonly MarketLayout _layout;
    private readonly ApplicationBlocks _blocks;
    private readonly ApplicationChoice _choice;
    private readonly ProgramReading _reading;
    private readonly int[] _order;      // [position] applicants by preferred specialty, then by index
    private readonly int[] _next;       // [specialty + 1] next position

    /// <summary>One per worker: holds the buffers of the stage.</summary>
    public ApplicationStage(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var lanes = new LaneLayout(layout);
        _layout = layout;
        _blocks = new ApplicationBlocks(layout);
        Appeal = new ProgramAppeal(layout, lanes, _blocks);
        _choice = new ApplicationChoice(layout, lanes, Appeal);
        _reading = new ProgramReading(layout, Appeal);
        _order = new int[layout.ApplicantCount];
        _next = new int[layout.Specialties.Length + 1];
    }

    /// <summary>How the applicants of this season see its programs.</summary>
    internal ProgramAppeal Appeal { get; }

    /// <summary>Overwrites <paramref name="graph"/> with the applications of this market.</summary>
    public void Apply(Streams streams, Market market, ApplicationGraph graph)
    {
        Begin(streams, market, graph);
        OrderBySpecialty(market.Applicants.Specialty);
        for (int i = 0; i < _order.Length; i++)
        {
            if (i + Soon < _order.Length)
                Announce(market.Applicants, _order[i + Soon], graph);
            ApplyToAll(market, _order[i], graph);
        }

        ReadAll(market, graph);
    }

    /// <summary>Overwrites <paramref name="graph"/> with the applications of one applicant alone, to follow somebody.</summary>
    internal void ApplyOnly(Streams streams, Market market, int applicant, ApplicationGraph graph)
    {
        Begin(streams, market, graph);
        ApplyToAll(market, applicant, graph);
        ReadAll(market, graph);
    }

    /// <summary>An applicant will follow soon: people of a specialty stand apart in all columns.</summary>
    private void Announce(ApplicantColumns applicants, int a, ApplicationGraph graph)
    {
        Ahead.Fetch(ref applicants.Type[a]);
        Ahead.Fetch(ref applicants.Specialty[a]);
        Ahead.Fetch(ref applicants.SecondSpecialty[a]);
        Ahead.Fetch(ref applicants.AddsPreliminary[a]);
        Ahead.Fetch(ref applicants.Quality[a]);
        Ahead.Fetch(ref applicants.Level[a]);
        Ahead.Fetch(ref applicants.Step2[a]);
        Ahead.Fetch(ref applicants.FailedAttempt[a]);
        Ahead.Fetch(ref applicants.Visa[a]);
        Ahead.Fetch(ref applicants.Region[a]);
        Ahead.Fetch(ref applicants.ApplicationCount[a]);
        Ahead.Fetch(ref graph.Fees[a]);
        Ahead.Fetch(ref graph.Sent[a]);
        Appeal.Announce(a);
    }

    private void Begin(Streams streams, Market market, ApplicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(graph);
        Appeal.Prepare(streams, market);
        _reading.Prepare(market);
        graph.Reading = _reading;
        graph.Audience.Seat(market, _blocks);
        graph.Bits.Open();
        graph.Files.Open(streams, graph.Audience.Count);
        Array.Clear(graph.Sent);
        Array.Clear(graph.Fees);
    }

    /// <summary>Every program reads, and keeps the best.</summary>
    private void ReadAll(Market market, ApplicationGraph graph)
    {
        graph.Bits.ClearFreeRows();
        graph.Files.SortShared();
        graph.Candidates.Open(market);
        graph.Count = 0;
        Span<int> received = stackalloc int[LaneLayout.Width];
        for (int group = 0; group < _layout.Groups.Length; group++)
        {
            for (int block = 0; block < graph.Bits.Blocks(group); block++)
            {
                _reading.ReadBlock(graph, group, block);
                graph.Bits.Count(group, block, received);
                int first = _layout.Groups[group].Start + (block * LaneLayout.Width);
                for (int p = first; p < Math.Min(first + LaneLayout.Width, _layout.Groups[group].End); p++)
                {
                    graph.Received[p] = received[p - first];
                    graph.Count += _reading.Columns.Count[p - first];
                    graph.Candidates.Keep(p, _reading.Columns, p - first, graph.Files.Applicant);
                }
            }
        }
    }

    private void OrderBySpecialty(short[] specialty)
    {
        Array.Clear(_next);
        foreach (short s in specialty)
            _next[s + 1]++;
        for (int s = 1; s < _next.Length; s++)
            _next[s] += _next[s - 1];
        for (int a = 0; a < specialty.Length; a++)
            _order[_next[specialty[a]]++] = a;
    }

    private void ApplyToAll(Market market, int a, ApplicationGraph graph)
    {
        int specialty = market.Applicants.Specialty[a];
        int second = market.Applicants.SecondSpecialty[a];
        int total = market.Applicants.ApplicationCount[a];
        bool addsPreliminary = market.Applicants.AddsPreliminary[a];
        int preliminary = addsPreliminary
            ? Part(total, _layout.Specialties[specialty].PreliminaryYear!.ApplicationsShare)
            : 0;
        int toSecond = second == Market.None
            ? 0
            : Part(total - preliminary, _layout.Of(market.Applicants.Type[a]).SecondSpecialty.ApplicationsShare);
        var own = new Block(BlockKind.Preferred, _blocks.Own[specialty], total - preliminary - toSecond);
        ApplyToBlock(market, a, own, graph);
        if (second != Market.None)
            ApplyToBlock(market, a, new Block(BlockKind.Second, _blocks.Own[second], toSecond), graph);
        if (addsPreliminary)
            ApplyToBlock(market, a, new Block(BlockKind.Preliminary, _blocks.Preliminary[specialty], preliminary), graph);
    }

    internal static int Part(int total, double share) => (int)Math.Floor((total * share) + 0.5);

    private void ApplyToBlock(Market market, int a, Block block, ApplicationGraph graph)
    {
        if (block.Applications <= 0 || block.Groups.Length == 0)
            return;
        _choice.Send(market, a, block, graph);
    }
}
