namespace MatchSim.Engine.Matching;

/// <content>Uprooting: what is left to try when every restart has failed.</content>
internal sealed partial class RothPeransonRun
{
    /// <summary>Steps of the one attempt: this many, and this many more per unit that is not a plain single, up to a limit that
    /// has never mattered to what is found.</summary>
    private const int UprootSteps = 4_000;
    private const int UprootStepsPerUnit = 10;
    private const int MostUprootSteps = 20_000;

    /// <summary>How often, in percent, a calm step uproots somebody: what one uprooting sets off should end before the next,
    /// or a large market is never calm.</summary>
    private const int UprootNoise = 20;

    /// <summary>
    /// Wanders on from where the last restart ended, and now and then somebody loses a place that another wants.
    /// Repairs only ever improve somebody's place, so whoever is not displaced never leaves one, although the only stable
    /// matching may have him elsewhere. True when both stacks ran empty: the matching is stable.
    /// </summary>
    private bool Uproot()
    {
        int budget = Math.Min(UprootSteps + (UprootStepsPerUnit * orderLength), MostUprootSteps);
        for (int step = 0; step < budget; step++)
        {
            int waiting = applicantTop + programTop;
            if (waiting == 0)
                return true;
            NoteBest();
            if (waiting <= CalmWaiting && random.Below(100) < UprootNoise)
                UprootHolder(ProgramWanted());
            else
                WanderStep();
        }

        return false;
    }

    /// <summary>Some program of the list of some waiting unit; when none waits, a vacated program; None when the list is
    /// empty or names none there.</summary>
    private int ProgramWanted()
    {
        if (applicantTop == 0)
            return programStack[random.Below(programTop)];
        int unit = applicantStack[random.Below(applicantTop)];
        if (unit < applicants)
            return SomeProgram(instance.Entries.AsSpan(instance.ListOffsets[unit]..instance.ListOffsets[unit + 1]));
        if (unit >= FirstDependent)
            return SomeProgram(OpenList(unit - FirstDependent));
        ReadOnlySpan<PairEntry> pairs = ProgramListings.PairsOf(instance, unit - applicants);
        if (pairs.Length == 0)
            return MatchInstance.None;
        PairEntry pair = pairs[random.Below(pairs.Length)];
        return random.Below(2) == 0 ? pair.ProgramA : pair.ProgramB;
    }

    private int SomeProgram(ReadOnlySpan<ListEntry> list) =>
        list.Length == 0 ? MatchInstance.None : list[random.Below(list.Length)].Program;

    /// <summary>One of those held, any, leaves (a couple from both places) and takes any place open to him.</summary>
    private void UprootHolder(int program)
    {
        if (program == MatchInstance.None || tentative.Places[program].Count == 0)
            return;
        ulong key = tentative.Held(program)[random.Below(tentative.Places[program].Count)];
        int applicant = ApplicantKey.Applicant(key);
        workspace.Result.Uprooted++;
        if (ApplicantKey.IsSupplemental(key))
        {
            VacateSupplemental(applicant);
            SupplementalAnywhere(applicant);
        }
        else if (coupleOf[applicant] < 0)
        {
            Vacate(applicant);
            workspace.RankOf[applicant] = -1;
            SingleAnywhere(applicant);
        }
        else
        {
            int couple = coupleOf[applicant];
            Vacate(instance.CoupleA[couple]);
            Vacate(instance.CoupleB[couple]);
            coupleRank[couple] = -1;
            CoupleAnywhere(couple);
        }
    }
}
