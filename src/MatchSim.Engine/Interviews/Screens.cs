using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// How programs look at files before anything that is particular to the pair: visas, failed attempts, Step 2 CK cut-offs, types
/// never or seldom interviewed. What stops whole kinds of applicants is a program's policy: the visas it takes, and whether it
/// ever interviews after a failed attempt.
/// </summary>
internal sealed class Screens(MarketLayout layout)
{
    /// <summary>Number of policies.</summary>
    public const int Policies = 2 * VisaPolicies;

    private const int VisaPolicies = 3;

    private readonly float _seldom = -(float)layout.Scenario.Interviews.SeldomPenalty;
    private readonly float _dent = -(float)layout.Scenario.Interviews.FailedAttemptPenalty;
    private ProgramColumns? _programs;

    /// <summary>Prepares what all applicants of a market share.</summary>
    public void Prepare(Market market) => _programs = market.Programs;

    /// <summary>Policy of a program.</summary>
    public int PolicyOf(int program) =>
        (int)_programs!.Visas[program] + (_programs.FailedAttempt[program] == Openness.Never ? VisaPolicies : 0);

    /// <summary>Which policies stop an applicant: bit i = policy i.</summary>
    public static int Stopping(VisaNeed need, bool failedAttempt)
    {
        int visas = need switch
        {
            VisaNeed.None => 0,
            VisaNeed.Any => 1 << (int)VisaPolicy.None,
            _ => (1 << (int)VisaPolicy.None) | (1 << (int)VisaPolicy.J1),
        };
        return visas | ((failedAttempt ? (1 << VisaPolicies) - 1 : visas) << VisaPolicies);
    }

    /// <summary>Lowest Step 2 CK score that a program reads of a type, points; +∞ = it never interviews the type.</summary>
    public float CutoffFor(int program, int type) =>
        OpennessTo(program, type) == Openness.Never ? float.PositiveInfinity : _programs!.Cutoff[program];

    /// <summary>[kind of applicant: <see cref="FileTags.KindOf"/>] what a program takes off for the type, if it is seldom open to it, and for a
    /// failed attempt, standard deviations of MD quality.</summary>
    public Vector512<float> StandingsOf(int program)
    {
        float dent = _programs!.FailedAttempt[program] == Openness.Seldom ? _dent : 0;
        Vector512<float> standings = default;
        for (int type = 0; type < MarketLayout.TypeCount; type++)
        {
            float standing = OpennessTo(program, type) == Openness.Seldom ? _seldom : 0;
            standings = standings
                .WithElement(FileTags.KindOf((ApplicantType)type, failedAttempt: false), standing)
                .WithElement(FileTags.KindOf((ApplicantType)type, failedAttempt: true), standing + dent);
        }

        return standings;
    }

    private Openness OpennessTo(int program, int type) => _programs!.Openness[(type * _programs.Count) + program];
}
