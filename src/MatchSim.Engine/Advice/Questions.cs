using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Advice;

/// <summary>Puts a question to every season of a basis, on many threads. Answers are kept by season, so how many threads
/// there are changes the speed and nothing else.</summary>
internal sealed class Questions(AdviceBasis basis, AdviceOptions options, CancellationToken cancellation)
{
    private readonly MarketLayout _layout = new(basis.Scenario);

    public AdviceBasis Basis => basis;

    public MarketLayout Layout => _layout;

    /// <summary>Focal applicants of every season by whom choices are compared.</summary>
    public int Compared => Math.Min(
        options.FocalApplicants, (options.ComparedApplicants + basis.Seasons.Length - 1) / basis.Seasons.Length);

    /// <summary>[replication] what <paramref name="ask"/> says of it.</summary>
    /// <param name="seat">Makes what one worker needs.</param>
    public TAnswer[] EverySeason<TSeat, TAnswer>(Func<MarketLayout, TSeat> seat, Func<TSeat, Streams, SeasonView, TAnswer> ask)
    {
        var answers = new TAnswer[basis.Seasons.Length];
        int next = -1;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, options.Threads, parallel, _ =>
        {
            TSeat own = seat(_layout);
            for (int r = Interlocked.Increment(ref next); r < answers.Length; r = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                answers[r] = ask(own, new Streams(basis.Scenario.Seed, r), basis.Seasons[r]);
            }
        });
        return answers;
    }
}
