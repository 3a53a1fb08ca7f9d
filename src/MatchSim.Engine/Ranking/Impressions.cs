using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// What the two sides of every interview think of each other after it, sixteen interviews of an applicant at a time. Applicants: the
/// utility before, more weight on desirability, an impression of their own. Programs: the score before with less weight on
/// paper, the applicant's performance (the same everywhere), an impression of their own.
/// </summary>
internal sealed class Impressions(MarketLayout layout)
{
    private readonly RankingOptions _options = layout.Scenario.Ranking;
    private readonly float[] _rankShift =
        [.. Enumerable.Range(0, MarketLayout.TypeCount).Select(t => (float)layout.Of((ApplicantType)t).RankShift)];

    private readonly ProgramFacts[] _facts = new ProgramFacts[layout.ProgramCount];     // [program]

    /// <summary>[slot] applicant's utility of the program after the interview.</summary>
    public float[] Utility { get; private set; } = [];

    /// <summary>[slot] program's score of the applicant after the interview.</summary>
    public float[] Score { get; private set; } = [];

    /// <summary>Forms the impressions of a season.</summary>
    public void Form(Streams streams, Market market, InterviewGraph interviews)
    {
        if (Utility.Length < interviews.Program.Length)
        {
            Utility = new float[interviews.Program.Length];
            Score = new float[interviews.Program.Length];
        }

        Learn(market.Programs);
        AgentStream applicants = streams[Purpose.ApplicantImpression];
        AgentStream programs = streams[Purpose.ProgramImpression];
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            int start = interviews.ApplicantOffsets[a];
            int end = interviews.ApplicantOffsets[a + 1];
            if (start == end)
                continue;
            ulong key = layout.ApplicantKeys[a];
            Form(applicants.For(key).With(0), programs.For(key).With(0), market.Applicants, a, interviews, start, end);
        }
    }

    private void Learn(ProgramColumns programs)
    {
        for (int p = 0; p < _facts.Length; p++)
        {
            int seldom = 0;
            for (int t = 0; t < MarketLayout.TypeCount; t++)
                seldom |= programs.Openness[(t * programs.Count) + p] == Openness.Seldom ? ProgramFacts.SeldomTo(t) : 0;
            (uint start, uint inner) = new GroupStream(layout.GroupKeys[layout.ProgramGroups[p]]).Halves;
            _facts[p] = new ProgramFacts
            {
                Start = start,
                Inner = inner,
                Member = (uint)(layout.MemberOf(p) | seldom),
                Worth = (float)_options.DesirabilityWeight * programs.Desirability[p],
            };
        }
    }

    /// <summary>Forms those of one applicant's interviews. Behind the last one some are formed for nothing.</summary>
    private void Form(
        GroupStream own, GroupStream theirs, ApplicantColumns applicants, int a, InterviewGraph interviews, int start, int end)
    {
        int type = (int)applicants.Type[a];
        ref uint facts = ref Unsafe.As<ProgramFacts, uint>(ref MemoryMarshal.GetArrayDataReference(_facts));
        var ownNoise = Vector512.Create((float)_options.ApplicantNoise);
        var theirNoise = Vector512.Create((float)_options.ProgramNoise);
        var shift = Vector512.Create(((float)_options.Performance * applicants.Performance[a])
            - ((float)(1 - _options.QualityWeight) * applicants.Quality[a])
            + _rankShift[type]);
        var relief = Vector512.Create((float)((1 - _options.OpennessWeight) * layout.Scenario.Interviews.SeldomPenalty));
        var seldom = Vector512.Create((uint)ProgramFacts.SeldomTo(type));
        for (int i = start; i < end; i += LaneLayout.Width)
        {
            Transposed.Four(
                ref facts, ref interviews.Program[i],
                out Vector512<uint> starts, out Vector512<uint> inners, out Vector512<uint> members, out Vector512<uint> worth);
            Vector512<uint> steps = GroupStream.StepsTo(members & Vector512.Create((uint)ProgramFacts.MemberOnly));
            Vector512<float> utility = Vector512.LoadUnsafe(ref interviews.Utility[i]) + worth.AsSingle();
            (utility + (ownNoise * Draw(own, starts, steps, inners))).StoreUnsafe(ref Utility[i]);
            Vector512<float> score = Vector512.LoadUnsafe(ref interviews.Score[i]) + shift + (theirNoise * Draw(theirs, starts, steps, inners));
            score += Vector512.Equals(members & seldom, seldom).AsSingle() & relief;
            score.StoreUnsafe(ref Score[i]);
        }
    }

    /// <summary>Draws of one agent with sixteen programs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Draw(GroupStream agent, Vector512<uint> starts, Vector512<uint> steps, Vector512<uint> inners)
    {
        (uint start, uint inner) = agent.Halves;
        return GroupStream.Normals((starts ^ Vector512.Create(start)) + steps, inners ^ Vector512.Create(inner));
    }

    /// <summary>What the impressions of a program need: four words, for <see cref="Transposed"/>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ProgramFacts
    {
        public const int MemberOnly = (1 << 24) - 1;

        /// <summary>Halves of the key of the program's group.</summary>
        public uint Start { get; init; }

        /// <inheritdoc cref="Start"/>
        public uint Inner { get; init; }

        /// <summary>0-based index in its group; above it, to which types it is seldom open.</summary>
        public uint Member { get; init; }

        /// <summary>What its desirability adds after the interview.</summary>
        public float Worth { get; init; }

        public static int SeldomTo(int type) => 1 << (24 + type);
    }
}
