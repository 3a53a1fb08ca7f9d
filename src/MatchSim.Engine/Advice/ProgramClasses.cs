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
        int[] asked = [.. groups];
        for (int i = 0; i < Draws; i++)
        {
            FocalView view = crowd.View(streams, season, crowd.Draw(streams, First + i));
            foreach (int group in asked)
                Count(view, season.Cutoffs, crowd.Layout.Groups[group], view.Scores(group), admitted);
        }

        return Array.ConvertAll(admitted, count => count >= SafeFrom * Draws ? ProgramClass.Safe
            : count >= TargetFrom * Draws ? ProgramClass.Target
            : ProgramClass.Reach);
    }

    /// <summary>Counts the programs of a group that would take somebody.</summary>
    private static void Count(FocalView view, Cutoffs cutoffs, ProgramGroup group, ReadOnlySpan<float> scores, int[] admitted)
    {
        for (int p = group.Start; p < group.End; p++)
        {
            if (scores[p] == float.NegativeInfinity || scores[p] < cutoffs.Interview[p])
                continue;
            uint after = SortableFloat.ToUInt32(view.ScoreAfter(p, scores[p], view.Impression(p)));
            admitted[p] += after >= cutoffs.Rank[p] && after > cutoffs.Match[p] ? 1 : 0;
        }
    }
}
