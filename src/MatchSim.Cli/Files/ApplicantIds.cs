using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>From the ids a user asks for to applicants, before anything is simulated or written.</summary>
internal static class ApplicantIds
{
    /// <summary>Index of each id; for those that nobody has a mistake that names the nearest.</summary>
    /// <param name="option">As the user typed it.</param>
    /// <param name="applicants">[applicant] id.</param>
    public static IReadOnlyList<int> Find(string option, IEnumerable<string> ids, string[] applicants, MistakeList mistakes)
    {
        var found = new List<int>();
        foreach (string id in ids)
        {
            int applicant = Array.IndexOf(applicants, id);
            if (applicant < 0)
                mistakes.Add($"{option} {Say.Quote(id)}", Allowed(id, applicants));
            else
                found.Add(applicant);
        }

        return found;
    }

    private static string Allowed(string id, string[] applicants)
    {
        string all = $"the id of an applicant, {applicants[0]} to {applicants[^1]}";
        return NearestName.To(id, applicants) is { } nearest ? $"{all} (did you mean {nearest}?)" : all;
    }
}
