using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Soap;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Soap;

/// <summary>A program that holds only its best candidates hands out all of them in order, however deep it goes.</summary>
public sealed class SoapCandidatesTests
{
    [Theory]
    [InlineData(1, 1.0f)]
    [InlineData(3, 0.0f)]
    [InlineData(30, 0.5f)]
    public void All_candidates_come_best_first(int positions, float noise)
    {
        Scenario scenario = new SeasonShape(1, 2, 1, 200, 0, 1, 1, 1, 5).ToScenario();
        var layout = new MarketLayout(scenario);
        var streams = new Streams(9, 0);
        var open = new OpenPrograms(layout, new SoapOptions());
        open.Add(0, positions);
        open.Add(1, 1);
        var applications = new SoapApplications(layout);
        var candidates = new SoapCandidates(layout, noise);
        candidates.Clear(streams, open);
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            applications.Begin(a, 2);
            for (int slot = 0; slot < 2; slot++)
            {
                // Many equal standings: the earlier application goes first.
                float standing = (a * 7 % 40) / 10f;
                int application = applications.Add(slot, 0, standing);
                candidates.HandIn(slot, standing, application, layout.ApplicantKeys[a], slot);
            }
        }

        for (int slot = 0; slot < 2; slot++)
        {
            int[] expected =
            [
                .. Enumerable.Range(0, layout.ApplicantCount).Select(a => (2 * a) + slot)
                    .OrderByDescending(i => applications.Standing[i] + (noise * layout.Draw(
                        streams[Purpose.SoapEvaluation].For(layout.ApplicantKeys[i / 2]), slot)))
                    .ThenBy(i => i),
            ];
            foreach (int application in expected)
                Assert.Equal(application, candidates.Take(slot, open, applications));
            Assert.Equal(-1, candidates.Take(slot, open, applications));
        }
    }
}
