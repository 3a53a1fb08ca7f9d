namespace MatchSim.Engine.Matching;

/// <content>Repair: a place was vacated; whoever wants it most deservedly looks at his list again.</content>
internal sealed partial class RothPeransonRun
{
    /// <summary>
    /// Of the units that list the program on top of the stack, prefer it to what they have and would now be taken, pushes
    /// the one the program ranks best (a couple by its weaker member there). The program stays on the stack: its place may
    /// go to somebody whose own place is then wanted, and so on; it leaves when nobody qualifies.
    /// </summary>
    private void Repair()
    {
        int program = programStack[programTop - 1];
        if (!listingsBuilt)
        {
            listings.Build(instance, workspace.RankOf);
            listingsBuilt = true;
        }

        ulong best = ApplicantKey.None;
        int unit = BestSingle(program, ref best);
        int couple = BestCouple(program, ref best);
        if (couple >= 0)
            unit = applicants + couple;
        int dependent = supplemental ? BestSupplemental(program, ref best) : -1;
        if (dependent >= 0)
            unit = FirstDependent + dependent;
        if (unit >= 0)
            Push(unit);
        else
            PopProgram();
    }

    /// <summary>The single with the highest key above the cutoff who prefers the program to what he has; −1 =
    /// none. Sets <paramref name="best"/> to that key.</summary>
    private int BestSingle(int program, ref ulong best)
    {
        ulong floor = tentative.Cutoffs[program];
        int found = -1;
        for (int node = listings.Singles.Chains.First(program); node >= 0;)
        {
            SingleListing listing = listings.Singles.Chains.Take(ref node);
            if (listing.Key > floor && Wants(listing))
            {
                floor = listing.Key;
                found = ApplicantKey.Applicant(floor);
            }
        }

        if (found >= 0)
            best = floor;
        return found;
    }

    private bool Wants(SingleListing listing) =>
        (uint)listing.Rank < (uint)workspace.RankOf[ApplicantKey.Applicant(listing.Key)];

    private int BestCouple(int program, ref ulong best)
    {
        int found = -1;
        for (int node = listings.Couples.Chains.First(program); node >= 0;)
        {
            (int couple, int firstPair) = listings.Couples.Chains.Take(ref node);
            if (!admitted[applicants + couple])
                continue;
            ulong key = KeyIfBlocking(couple, program, firstPair);
            if (key <= best)
                continue;
            best = key;
            found = couple;
        }

        return found;
    }

    /// <summary>The couple's weaker key at <paramref name="program"/> in the first pair naming it that the couple prefers
    /// to what it has and that would be accepted; None = there is no such pair.</summary>
    /// <param name="firstPair">No pair before this one names the program.</param>
    private ulong KeyIfBlocking(int couple, int program, int firstPair = 0)
    {
        ReadOnlySpan<PairEntry> pairs = ProgramListings.PairsOf(instance, couple);
        int end = EndOfBetter(0, pairs.Length, coupleRank[couple]);
        for (int k = firstPair; k < end; k++)
        {
            PairEntry pair = pairs[k];
            if ((pair.ProgramA != program && pair.ProgramB != program) || !IsPossible(pair) || !Accepts(couple, pair))
                continue;
            ulong a = pair.ProgramA == program
                ? ApplicantKey.Primary(pair.ScoreA, instance.CoupleA[couple])
                : ApplicantKey.Closed;
            ulong b = pair.ProgramB == program
                ? ApplicantKey.Primary(pair.ScoreB, instance.CoupleB[couple])
                : ApplicantKey.Closed;
            return Math.Min(a, b);
        }

        return ApplicantKey.None;
    }
}
