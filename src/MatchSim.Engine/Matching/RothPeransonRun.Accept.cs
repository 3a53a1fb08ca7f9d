namespace MatchSim.Engine.Matching;

/// <content>Would a couple be taken? A single's question is one comparison with the cutoff and stands in Propose.
/// </content>
internal sealed partial class RothPeransonRun
{
    private bool Accepts(int couple, PairEntry pair)
    {
        int a = instance.CoupleA[couple];
        int b = instance.CoupleB[couple];
        if (pair.ProgramA == pair.ProgramB && pair.ProgramA != MatchInstance.None)
            return AcceptsBoth(pair.ProgramA, a, pair.ScoreA, b, pair.ScoreB);
        return AcceptsHalf(a, pair.ProgramA, pair.ScoreA, b, pair.ProgramB)
            && AcceptsHalf(b, pair.ProgramB, pair.ScoreB, a, pair.ProgramA);
    }

    /// <summary>"No program" has room for everybody, and who is already there need not ask. A partner who moves on
    /// leaves the supplemental place he has there, if any, to this applicant.</summary>
    private bool AcceptsHalf(int applicant, int program, uint score, int partner, int partnerGoesTo) =>
        program == MatchInstance.None
        || workspace.ProgramOf[applicant] == program
        || ApplicantKey.Primary(score, applicant) > tentative.Cutoffs[program]
        || (HasSupplementalPlace(partner, program) && workspace.ProgramOf[partner] != partnerGoesTo);

    /// <summary>Two places at one program; the members never count as each other's rivals.</summary>
    private bool AcceptsBoth(int program, int a, uint scoreA, int b, uint scoreB)
    {
        bool hasA = workspace.ProgramOf[a] == program;
        bool hasB = workspace.ProgramOf[b] == program;
        if (hasA && hasB)
            return true;
        int quota = tentative.Places[program].Capacity;
        ulong keyA = ApplicantKey.Primary(scoreA, a);
        ulong keyB = ApplicantKey.Primary(scoreB, b);
        (int better, ulong betterKey, ulong worseKey) = keyA > keyB ? (a, keyA, keyB) : (b, keyB, keyA);
        if (hasA || hasB)
            return AcceptsSecond(program, quota, better, betterKey, worseKey, betterStays: better == a ? hasA : hasB);
        if (worseKey <= tentative.Cutoffs[program] && !HasSupplementalPlace(better, program))
            return false;
        return options.Stability == StabilityDefinition.BiroIrvingSchlotter
            ? RivalsOfWorse(program, better, worseKey) <= quota - 2
            : tentative.CountBetter(program, betterKey) <= quota - 2
                && RivalsOfWorse(program, better, worseKey) <= quota - 1;
    }

    /// <summary>One member stays where he is and the other joins him.</summary>
    private bool AcceptsSecond(
        int program, int quota, int better, ulong betterKey, ulong worseKey, bool betterStays)
    {
        if (betterStays)
            return tentative.CountBetter(program, worseKey) < quota;
        return options.Stability == StabilityDefinition.BiroIrvingSchlotter
            ? RivalsOfWorse(program, better, worseKey) + 1 < quota
            : tentative.CountBetter(program, betterKey) + 1 < quota;
    }

    /// <summary>How many are better than the worse member, not counting the place that the better member has there by
    /// a supplemental list: he exchanges it for one of the two.</summary>
    private int RivalsOfWorse(int program, int better, ulong worseKey)
    {
        int rivals = tentative.CountBetter(program, worseKey);
        return HasSupplementalPlace(better, program) && supplementalKey[better] > worseKey ? rivals - 1 : rivals;
    }

    private bool HasSupplementalPlace(int applicant, int program) =>
        supplemental && workspace.SupplementalProgramOf[applicant] == program;
}
