using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Outcomes;

/// <summary>Counts active couples by how many of the two are matched to a PGY-1 position.</summary>
internal sealed class CoupleCount
{
    private readonly int[] _byMatched = new int[3];

    public int Neither => _byMatched[0];

    public int One => _byMatched[1];

    public int Both => _byMatched[2];

    public int Active => Neither + One + Both;

    public void Count(Season season)
    {
        Array.Clear(_byMatched);
        Market market = season.Market;
        for (int c = 0; c < market.CoupleFirst.Length; c++)
        {
            if (season.Lists.InstanceCouple[c] == Market.None)
                continue;
            int first = market.CoupleFirst[c];
            _byMatched[Matched(season, first) + Matched(season, first + 1)]++;
        }
    }

    private static int Matched(Season season, int applicant) => PeopleCount.IsMatchedToPgy1(season, applicant) ? 1 : 0;
}
