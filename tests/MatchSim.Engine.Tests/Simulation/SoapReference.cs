using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Soap;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>The offer rounds read from the rules, with whole lists and no cleverness.</summary>
internal static class SoapReference
{
    /// <summary>[applicant] program accepted; −1 = none.</summary>
    public static int[] Place(
        Scenario scenario, Season season, List<(int Applicant, int Program, int Index)> applications)
    {
        MarketLayout layout = season.Market.Layout;
        SoapApplications columns = season.Soap!.Applications;
        AgentStream draws = new Streams(scenario.Seed, 0)[Purpose.SoapEvaluation];
        float noise = (float)scenario.Match.Soap!.Noise;
        float Score((int Applicant, int Program, int Index) x) => columns.Standing[x.Index]
            + (noise * layout.Draw(draws.For(layout.ApplicantKeys[x.Applicant]), x.Program));

        var lists = applications.GroupBy(x => x.Program).ToDictionary(
            group => group.Key, group => group.OrderByDescending(Score).ThenBy(x => x.Index).ToList());
        int[] left = [.. season.Soap.Offered];
        int[] placed = [.. Enumerable.Repeat(Market.None, layout.ApplicantCount)];
        for (int round = 0; round < scenario.Match.Soap.Rounds; round++)
        {
            List<(int Applicant, int Program, int Index)> offers = [];
            foreach (var (program, list) in lists)
            {
                list.RemoveAll(x => placed[x.Applicant] != Market.None);
                offers.AddRange(list.Take(left[program]));
                list.RemoveRange(0, Math.Min(left[program], list.Count));
            }

            foreach (var own in offers.GroupBy(x => x.Applicant))
            {
                var (applicant, program, _) = own.OrderByDescending(x => columns.Utility[x.Index]).ThenBy(x => x.Index).First();
                placed[applicant] = program;
                left[program]--;
            }
        }

        return placed;
    }
}
