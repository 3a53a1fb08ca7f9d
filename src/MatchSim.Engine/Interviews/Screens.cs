using System.Runtime.CompilerServices;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>The screens an application passes before anybody reads it: type, visa, cut-off, failed attempt.</summary>
internal static class Screens
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Passes(ApplicantColumns applicants, int a, ProgramColumns programs, int p)
    {
        ApplicantType type = applicants.Type[a];
        return programs.Openness[((int)type * programs.Count) + p] != Openness.Never
            && applicants.Step2[a] >= programs.Cutoff[p]
            && TakesVisa(applicants.Visa[a], programs.Visas[p])
            && !(applicants.FailedAttempt[a] && programs.FailedAttempt[p] == Openness.Never);
    }

    private static bool TakesVisa(VisaNeed need, VisaPolicy policy) => need switch
    {
        VisaNeed.Any => policy != VisaPolicy.None,
        VisaNeed.H1bOnly => policy == VisaPolicy.J1AndH1b,
        _ => true,
    };
}
