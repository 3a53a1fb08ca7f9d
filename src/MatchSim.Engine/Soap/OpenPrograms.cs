using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Soap;

/// <summary>The programs that take part with positions the match left open. A slot is a place in this list.</summary>
internal sealed class OpenPrograms(MarketLayout layout, SoapOptions options)
{
    /// <summary>Programs in the list.</summary>
    public int Count { get; private set; }

    /// <summary>[slot] program, ascending.</summary>
    public int[] Program { get; } = new int[layout.ProgramCount];

    /// <summary>[slot] positions still open.</summary>
    public int[] Left { get; } = new int[layout.ProgramCount];

    /// <summary>Refills the list and writes <see cref="SoapResult.Offered"/>.</summary>
    public void Fill(Streams streams, Market market, MatchResult match, SoapResult result)
    {
        AgentStream takesPart = streams[Purpose.SoapProgram];
        Count = 0;
        for (int p = 0; p < layout.ProgramCount; p++)
        {
            int left = market.Programs.Positions[p] - match.Filled(p);
            if (left <= 0 || !takesPart.Chance(layout.ProgramKeys[p], options.ProgramsShare))
                continue;
            result.Offered[p] = left;
            Add(p, left);
        }
    }

    /// <summary>Appends a program with open positions.</summary>
    public void Add(int program, int left)
    {
        Program[Count] = program;
        Left[Count++] = left;
    }
}
