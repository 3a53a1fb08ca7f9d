using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Store;

/// <summary>Whether a run may go on from a store: results are a pure function of scenario, seed and version.</summary>
internal static class ResumeRules
{
    /// <summary>Checks everything that must be the same.</summary>
    /// <param name="found">The store.</param>
    /// <param name="wanted">The run that is to go on from it.</param>
    /// <param name="path">The store's path, for sentences.</param>
    /// <exception cref="UserErrorException">Every difference, in a sentence each.</exception>
    public static void Check(FoundStore found, StoreMeta wanted, string path)
    {
        var mistakes = new MistakeList();
        StoreMeta earlier = found.Meta;
        if (earlier.ScenarioHash != wanted.ScenarioHash)
            Add($"a checkpoint of another scenario (hash {earlier.ScenarioHash[..12]}…)", $"one of this scenario (hash {wanted.ScenarioHash[..12]}…)");
        if (earlier.Seed != wanted.Seed)
            Add($"a checkpoint with seed {earlier.Seed}", $"one with seed {wanted.Seed}, as this run has");
        if (earlier.Version != wanted.Version)
            Add($"a checkpoint of matchsim {earlier.Version}", $"one of this version, {wanted.Version}");
        if (earlier.Shard != wanted.Shard)
            Add($"a checkpoint of {ShardText.Name(earlier.Shard)}", $"one of {ShardText.Name(wanted.Shard)}, as this run is");
        if (found.Reach > wanted.Replications)
        {
            mistakes.Add($"a checkpoint with finished seasons up to replication {found.Reach - 1}, and --resume with {wanted.Replications} replications",
                $"--replications {found.Reach} or more", path);
        }

        mistakes.ThrowIfAny();

        void Add(string differs, string allowed) =>
            mistakes.Add(differs, $"{allowed}, to go on from; a run without --resume replaces it", path);
    }
}
