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
            return AcceptsBoth(
                pair.ProgramA,
                ApplicantKey.Primary(pair.ScoreA, a),
                ApplicantKey.Primary(pair.ScoreB, b),
                workspace.ProgramOf[a] == pair.ProgramA,
                workspace.ProgramOf[b] == pair.ProgramA);
        return AcceptsHalf(a, pair.ProgramA, pair.ScoreA) && AcceptsHalf(b, pair.ProgramB, pair.ScoreB);
    }

    /// <summary>"No program" has room for everybody, and who is already there need not ask.</summary>
    private bool AcceptsHalf(int applicant, int program, uint score) =>
        program == MatchInstance.None
        || workspace.ProgramOf[applicant] == program
        || ApplicantKey.Primary(score, applicant) > tentative.Cutoffs[program];

    /// <summary>Two places at one program; the members never count as each other's rivals.</summary>
    private bool AcceptsBoth(int program, ulong keyA, ulong keyB, bool hasA, bool hasB)
    {
        int quota = tentative.Places[program].Capacity;
        if (hasA && hasB)
            return true;
        if (hasA || hasB)
            return AcceptsSecond(program, quota, hasA ? keyA : keyB, hasA ? keyB : keyA);
        ulong better = Math.Max(keyA, keyB);
        ulong worse = Math.Min(keyA, keyB);
        if (worse <= tentative.Cutoffs[program])
            return false;
        return options.Stability == StabilityDefinition.BiroIrvingSchlotter
            ? tentative.CountBetter(program, worse) <= quota - 2
            : tentative.CountBetter(program, better) <= quota - 2
                && tentative.CountBetter(program, worse) <= quota - 1;
    }

    /// <summary>One member stays where he is and the other joins him.</summary>
    private bool AcceptsSecond(int program, int quota, ulong stays, ulong joins)
    {
        if (joins < stays)
            return tentative.CountBetter(program, joins) < quota;
        return options.Stability == StabilityDefinition.BiroIrvingSchlotter
            ? tentative.CountBetter(program, stays) + 1 < quota
            : tentative.CountBetter(program, joins) + 1 < quota;
    }
}
