using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Advice;

/// <summary>How sure a program is for a profile, by the profile's own chance of admission there.</summary>
public enum ProgramClass
{
    /// <summary>Chance below <see cref="ProgramClasses.TargetFrom"/>.</summary>
    Reach,

    /// <summary>Chance from there to below <see cref="ProgramClasses.SafeFrom"/>.</summary>
    Target,

    /// <summary>Chance of <see cref="ProgramClasses.SafeFrom"/> or more.</summary>
    Safe,
}

/// <summary>
/// Sorts a season's programs by the chance of admission of those who fit a profile: the share of other draws of the profile
/// whom the program, applied to without a signal, would invite, rank and take.
/// </summary>
public static class ProgramClasses
{
    /// <summary>Chance of admission from which a program is a target.</summary>
    public const double TargetFrom = 0.05;

    /// <summary>Chance of admission from which a program is safe.</summary>
    public const double SafeFrom = 0.20;

    private const int Draws = 100;
    private const int First = 1 << 24;      // numbers of these draws: nobody whose fate is followed

    /// <summary>[program] class; programs outside of the groups stay at Reach.</summary>
    internal static ProgramClass[] Of(FocalCrowd crowd, Streams streams, SeasonView season, IEnumerable<int> groups)
    {
        int[] admitted = new int[season.Programs.Count];
        ProgramGroup[] asked = [.. groups.Select(group => crowd.Layout.Groups[group])];
        for (int i = 0; i < Draws; i++)
        {
            FocalView view = crowd.View(streams, season, crowd.Draw(streams, First + i));
            foreach (ProgramGroup group in asked)
            {
                for (int p = group.Start; p < group.End; p++)
                    admitted[p] += Admits(view, season.Cutoffs, p) ? 1 : 0;
            }
        }

        return Array.ConvertAll(admitted, count => count >= SafeFrom * Draws ? ProgramClass.Safe
            : count >= TargetFrom * Draws ? ProgramClass.Target
            : ProgramClass.Reach);
    }

    private static bool Admits(FocalView view, Cutoffs cutoffs, int program)
    {
        Application application = view.Apply(program, BlockKind.Preferred);
        if (application.Score == float.NegativeInfinity || application.Score < cutoffs.Interview[program])
            return false;
        uint after = SortableFloat.ToUInt32(view.ScoreAfter(application, application.Score));
        return after >= cutoffs.Rank[program] && after > cutoffs.Match[program];
    }
}
