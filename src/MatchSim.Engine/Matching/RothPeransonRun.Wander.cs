namespace MatchSim.Engine.Matching;

/// <content>Wandering: repair of blocking pairs in random order, for markets in which every orderly admission loops.
/// </content>
internal sealed partial class RothPeransonRun
{
    /// <summary>Steps of one random repair: this many, and more per unit that is not a plain single.</summary>
    private const int WanderSteps = 200;
    private const int WanderStepsPerUnit = 20;

    /// <summary>A market is calm while at most so many units and vacated programs wait, and so many calm steps it gets: of a
    /// thousand national markets those that ended took 2,747 at most.</summary>
    private const int CalmWaiting = 8;
    private const int CalmSteps = 10_000;

    /// <summary>How often, in percent, a couple takes any open pair instead of the first of its list.</summary>
    private const int WanderNoise = 10;

    /// <summary>A vacated program may be wanted by many, a waiting unit blocks once: this many units to a program.</summary>
    private const int VacancyWeight = 16;

    private readonly BestMatching bestFound = new();

    /// <summary>
    /// Everybody still waiting is let in, and from then on a random unit (or, when none waits, a random vacated program)
    /// is next. True when both stacks ran empty, which means what it always means: the matching is stable. (Roth and
    /// Vande Vate 1990 show for singles that random repair ends in a stable matching; with couples it is a good bet.)
    /// </summary>
    private bool Wander()
    {
        foreach (int unit in order.AsSpan(0, orderLength))
            if (!admitted[unit])
                Admit(unit);

        int budget = WanderSteps + (WanderStepsPerUnit * orderLength);
        int calm = CalmSteps;
        for (int step = 0; step < budget && calm > 0; step++)
        {
            int waiting = applicantTop + programTop;
            if (waiting == 0)
                return true;
            if (waiting <= CalmWaiting)
                calm--;
            NoteBest();
            WanderStep();
        }

        return false;
    }

    /// <summary>Remembers the matching if less is waiting than ever.</summary>
    private void NoteBest()
    {
        int open = applicantTop + (VacancyWeight * programTop);
        if (open < bestFound.Waiting)
            bestFound.Save(open, workspace, coupleRank.AsSpan(0, couples));
    }

    private void WanderStep()
    {
        if (applicantTop == 0)
        {
            SwapTop(programStack, programTop);
            Repair();
            return;
        }

        SwapTop(applicantStack, applicantTop);
        int unit = Pop();
        if (unit >= applicants && unit < FirstDependent && random.Below(100) < WanderNoise)
            CoupleAnywhere(unit - applicants);
        else
            Propose(unit);
    }

    private void SwapTop(int[] stack, int top)
    {
        int at = random.Below(top);
        (stack[at], stack[top - 1]) = (stack[top - 1], stack[at]);
    }
}
