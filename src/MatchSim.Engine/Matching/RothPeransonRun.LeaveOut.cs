namespace MatchSim.Engine.Matching;

/// <content>What is kept when no stable matching was found: nearly everybody in order, a few left out.</content>
internal sealed partial class RothPeransonRun
{
    /// <summary>More left out than this, and the best state of the random repairs is kept instead.</summary>
    private const int MostLeftOut = 100;

    /// <summary>
    /// Keeps the best matching found: everybody admitted in order but those whose admission loops, which is stable for all
    /// but them, or a state of the random repairs in which fewer were waiting.
    /// </summary>
    private void KeepBest()
    {
        Restore();
        int leftOut = 0;
        for (int i = 0; i < orderLength && leftOut <= MostLeftOut; i++)
        {
            Admit(order[i]);
            while (!Settle() && ++leftOut <= MostLeftOut)
                LeaveOut(Culprit(order[i]));
        }

        if (leftOut > MostLeftOut || leftOut > bestFound.Waiting)
            bestFound.Restore(workspace, coupleRank.AsSpan(0, couples));
    }

    /// <summary>Who leaves so that a loop ends: the unit admitted last, else the couple it displaced, else whoever is next.</summary>
    private int Culprit(int last)
    {
        if (admitted[last])
            return last;
        return displacedCouple >= 0 && admitted[applicants + displacedCouple]
            ? applicants + displacedCouple
            : applicantStack[applicantTop - 1];
    }

    /// <summary>The unit gives up what it holds and takes no further part.</summary>
    private void LeaveOut(int unit)
    {
        RemoveFromStack(unit);
        admitted[unit] = false;
        if (unit >= FirstDependent)
        {
            VacateSupplemental(unit - FirstDependent);
        }
        else if (unit < applicants)
        {
            Vacate(unit);
            workspace.RankOf[unit] = -1;
        }
        else
        {
            int couple = unit - applicants;
            Vacate(instance.CoupleA[couple]);
            Vacate(instance.CoupleB[couple]);
            coupleRank[couple] = -1;
        }
    }

    private void RemoveFromStack(int unit)
    {
        if (!onApplicantStack[unit])
            return;
        int[] rest = [.. applicantStack.AsSpan(0, applicantTop).ToArray().Where(other => other != unit)];
        foreach (int other in applicantStack.AsSpan(0, applicantTop))
            onApplicantStack[other] = false;
        applicantTop = 0;
        applicantStackHash = 0;
        foreach (int other in rest)
            Push(other);
    }
}
