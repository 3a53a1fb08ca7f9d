using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Matching;

/// <content>The two stacks, and the fingerprint of the whole state for loop detection.</content>
internal sealed partial class RothPeransonRun
{
    private const ulong StackFactor = 0x9E3779B97F4A7C15;

    /// <summary>Inverse of <see cref="StackFactor"/> modulo 2^64.</summary>
    private static readonly ulong StackFactorInverse = Inverse(StackFactor);

    /// <summary>Units that must look at their lists; the top is last.</summary>
    private int[] applicantStack = [];
    private bool[] onApplicantStack = [];
    private int applicantTop;

    /// <summary>Programs in which a place was vacated other than by displacement; the top is last.</summary>
    private int[] programStack = [];
    private bool[] onProgramStack = [];
    private int programTop;

    /// <summary>Exclusive or over all places held: who, where (Zobrist 1970).</summary>
    private ulong matchingHash;

    /// <summary>Polynomial hashes of the stacks, order included.</summary>
    private ulong applicantStackHash;
    private ulong programStackHash;

    /// <summary>Steps since the admission began, and the state remembered at the last power of two (Brent 1980): a
    /// state that comes back is met again within three times the way to it.</summary>
    private long steps;
    private long nextCheckpoint;
    private ulong checkpoint;

    private void EmptyStacks()
    {
        applicantTop = programTop = 0;
        onApplicantStack.AsSpan(0, Units).Clear();
        onProgramStack.AsSpan(0, programs).Clear();
        matchingHash = applicantStackHash = programStackHash = 0;
    }

    private void Push(int unit)
    {
        if (onApplicantStack[unit] || !admitted[unit])
            return;
        onApplicantStack[unit] = true;
        applicantStack[applicantTop++] = unit;
        applicantStackHash = (applicantStackHash * StackFactor) + (ulong)unit + 1;
    }

    private int Pop()
    {
        int unit = applicantStack[--applicantTop];
        onApplicantStack[unit] = false;
        applicantStackHash = (applicantStackHash - (ulong)unit - 1) * StackFactorInverse;
        return unit;
    }

    private void PushProgram(int program)
    {
        if (onProgramStack[program])
            return;
        onProgramStack[program] = true;
        programStack[programTop++] = program;
        programStackHash = (programStackHash * StackFactor) + (ulong)program + 1;
    }

    private void PopProgram()
    {
        int program = programStack[--programTop];
        onProgramStack[program] = false;
        programStackHash = (programStackHash - (ulong)program - 1) * StackFactorInverse;
    }

    /// <summary>Counts <paramref name="key"/>'s place at <paramref name="program"/> in or out of the state.</summary>
    private void Toggle(int program, ulong key) =>
        matchingHash ^= Streams.Mix(((ulong)(uint)key << 32) ^ ((ulong)program * 0xD6E8FEB86659FD93));

    private void StartCounting()
    {
        steps = 0;
        nextCheckpoint = 8;
        checkpoint = 0;
    }

    /// <summary>Called once a step; true when this very state was met before, or after more steps than any admission that
    /// ends has been seen to take.</summary>
    private bool Repeats()
    {
        ulong state = Streams.Mix(matchingHash + Streams.Mix(applicantStackHash + Streams.Mix(programStackHash)));
        if (state == checkpoint || steps > 10_000 + (10L * Units))
            return true;
        if (++steps == nextCheckpoint)
        {
            checkpoint = state;
            nextCheckpoint *= 2;
        }

        return false;
    }

    private static ulong Inverse(ulong odd)
    {
        ulong inverse = odd;
        for (int i = 0; i < 6; i++)
            inverse *= 2 - (odd * inverse);
        return inverse;
    }
}
