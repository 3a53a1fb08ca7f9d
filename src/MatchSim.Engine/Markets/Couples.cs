using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Forms couples: the first applicants of a type, two by two, so that one more applicant leaves them alone.</summary>
internal static class Couples
{
    public static void Form(Streams streams, Market market)
    {
        double onlyTogether = market.Layout.Scenario.Couples.OnlyTogether;
        ApplicantColumns applicants = market.Applicants;
        Array.Fill(applicants.Couple, Market.None);
        int couple = 0;
        foreach ((ApplicantType type, int count) in market.Layout.Scenario.Couples.Counts)
        {
            int first = market.Layout.TypeStarts[(int)type];
            for (int i = 0; i < count; i++, couple++)
            {
                int a = first + (2 * i);
                market.CoupleFirst[couple] = a;
                market.OnlyTogether[couple] = streams[Purpose.OnlyTogether].Chance(market.Layout.ApplicantKeys[a], onlyTogether);
                applicants.Couple[a] = applicants.Couple[a + 1] = couple;
                applicants.Region[a + 1] = applicants.Region[a];
            }
        }
    }
}
