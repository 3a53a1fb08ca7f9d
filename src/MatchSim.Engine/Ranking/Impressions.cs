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
            FormUtilities(applicants.For(key).With(0), interviews, start, end);
            FormScores(programs.For(key).With(0), market.Applicants, a, interviews, start, end);
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

    private void FormUtilities(GroupStream own, InterviewGraph interviews, int start, int end)
    {
        var noise = Vector512.Create((float)_options.ApplicantNoise);
        for (int i = start; i < end; i += LaneLayout.Width)
        {
            Vector512<float> draws = Draw(own, ref interviews.Program[i], out Vector512<uint> worth, out _);
            (Vector512.LoadUnsafe(ref interviews.Utility[i]) + worth.AsSingle() + (noise * draws)).StoreUnsafe(ref Utility[i]);
        }
    }

    private void FormScores(GroupStream pair, ApplicantColumns applicants, int a, InterviewGraph interviews, int start, int end)
    {
        int type = (int)applicants.Type[a];
        var noise = Vector512.Create((float)_options.ProgramNoise);
        var own = Vector512.Create(((float)_options.Performance * applicants.Performance[a])
            - ((float)(1 - _options.QualityWeight) * applicants.Quality[a])
            + _rankShift[type]);
        var relief = Vector512.Create((float)((1 - _options.OpennessWeight) * layout.Scenario.Interviews.SeldomPenalty));
        var seldom = Vector512.Create((uint)ProgramFacts.SeldomTo(type));
        for (int i = start; i < end; i += LaneLayout.Width)
        {
            Vector512<float> draws = Draw(pair, ref interviews.Program[i], out _, out Vector512<uint> members);
            Vector512<float> score = Vector512.LoadUnsafe(ref interviews.Score[i]) + own + (noise * draws);
            score += Vector512.Equals(members & seldom, seldom).AsSingle() & relief;
            score.StoreUnsafe(ref Score[i]);
        }
    }

    /// <summary>Draws with sixteen programs. Those behind an applicant's last one are drawn for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Draw(GroupStream own, ref int programs, out Vector512<uint> worth, out Vector512<uint> members)
    {
        ref uint facts = ref Unsafe.As<ProgramFacts, uint>(ref MemoryMarshal.GetArrayDataReference(_facts));
        Transposed.Four(
            ref facts, ProgramFacts.Words, ref programs, 0, out Vector512<uint> starts, out Vector512<uint> inners, out members, out worth);
        (uint start, uint inner) = own.Halves;
        Vector512<uint> steps = GroupStream.StepsTo(members & Vector512.Create((uint)ProgramFacts.MemberOnly));
        return GroupStream.Normals((starts ^ Vector512.Create(start)) + steps, inners ^ Vector512.Create(inner));
    }

    /// <summary>What the impressions of a program need: four words, for <see cref="Transposed"/>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ProgramFacts
    {
        public const int Words = 4;
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
