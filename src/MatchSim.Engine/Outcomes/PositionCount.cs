using MatchSim.Engine.Markets;
using MatchSim.Engine.Soap;

namespace MatchSim.Engine.Outcomes;

/// <summary>Counts programs and positions by specialty.</summary>
internal sealed class PositionCount(MarketLayout layout)
{
    public Tallies<PositionTally> Sums { get; } = new(1, layout.Specialties.Length);

    public void Count(Season season)
    {
        Sums.Clear();
        foreach (ProgramGroup group in layout.Groups)
        {
            for (int p = group.Start; p < group.End; p++)
            {
                CountProgram(season, group, p);
                if (season.Soap is { } soap)
                    CountAfterSoap(season, soap, group, p);
            }
        }

        Sums.AddUp();
    }

    private void CountProgram(Season season, ProgramGroup group, int p)
    {
        int positions = season.Market.Programs.Positions[p];
        int filled = season.Match.Filled(p);
        bool full = filled == positions;
        Add(PositionTally.Programs, 1);
        Add(PositionTally.UnfilledPrograms, full ? 0 : 1);
        Add(PositionTally.Positions, positions);
        Add(PositionTally.Filled, filled);
        Add(PositionTally.Unfilled, positions - filled);
        if (group.Track != Track.Advanced)
        {
            Add(PositionTally.Pgy1Positions, positions);
            Add(PositionTally.Pgy1Filled, filled);
        }

        Add(full ? PositionTally.RanksByFilled : PositionTally.RanksByUnfilled, season.Lists.RankedBy[p]);
        Add(full ? PositionTally.PositionsOfFilled : PositionTally.PositionsOfUnfilled, positions);
        Add(PositionTally.Applications, season.Applications.Received[p]);
        Add(PositionTally.Invitations, season.Interviews.Invitations[p]);
        Add(PositionTally.Interviews, season.Interviews.Held[p]);

        void Add(PositionTally tally, double value) => Sums.Add(0, group.Specialty, (int)tally, value);
    }

    private void CountAfterSoap(Season season, SoapResult soap, ProgramGroup group, int p)
    {
        int positions = season.Market.Programs.Positions[p];
        int filled = season.Match.Filled(p) + soap.Filled[p];
        Add(PositionTally.SoapOffered, soap.Offered[p]);
        Add(PositionTally.SoapFilled, soap.Filled[p]);
        Add(PositionTally.FilledAfterSoap, filled);
        Add(PositionTally.UnfilledAfterSoap, positions - filled);
        Add(PositionTally.UnfilledProgramsAfterSoap, filled == positions ? 0 : 1);
        if (group.Track != Track.Advanced)
            Add(PositionTally.Pgy1FilledAfterSoap, filled);

        void Add(PositionTally tally, double value) => Sums.Add(0, group.Specialty, (int)tally, value);
    }
}
