using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Store;

/// <summary>Whether shards are those of one run: all of them, each once, each whole.</summary>
internal static class ShardSet
{
    /// <summary>Looks at every shard.</summary>
    /// <returns>The run they are of, what its store says of itself, and the shards in order.</returns>
    /// <exception cref="UserErrorException">Everything that does not fit, in a sentence each.</exception>
    public static (RunPlan Plan, StoreMeta Meta, IReadOnlyList<ShardStore> Shards) Read(IReadOnlyList<string> folders)
    {
        var mistakes = new MistakeList();
        if (folders.Count == 0)
            mistakes.Add("no DIR", "the output folders of all shards; see matchsim merge --help");
        ShardStore[] shards = [.. folders.Select(folder => ShardStore.Find(folder, mistakes)).OfType<ShardStore>()];
        bool allRead = mistakes.Count == 0;
        CheckAlike(shards, mistakes);
        if (mistakes.Count == 0 || !allRead)
            CheckComplete(shards, allRead, mistakes);
        if (shards.Length == 0)
            mistakes.ThrowIfAny();
        RunPlan plan = Plan(shards, mistakes);
        foreach (ShardStore shard in shards.Where(shard => shard.Meta.ScenarioHash == shards[0].Meta.ScenarioHash))
            shard.CheckWhole(plan, mistakes);
        mistakes.ThrowIfAny();
        return (plan, shards[0].Meta with { Shard = Shard.Whole }, [.. shards.OrderBy(shard => shard.Meta.Shard.Number)]);
    }

    /// <summary>The same scenario, seed, version and replications, cut into the same number of shards: as in the first.</summary>
    private static void CheckAlike(ShardStore[] shards, MistakeList mistakes)
    {
        foreach (ShardStore shard in shards)
        {
            StoreMeta first = shards[0].Meta, meta = shard.Meta;
            if (meta.Version != ProgramVersion.Text)
                mistakes.Add($"a shard run by matchsim {meta.Version}", $"shards run by this version, {ProgramVersion.Text}", Path.Combine(shard.Folder, StoreFile.Name));
            if (meta.ScenarioHash != first.ScenarioHash)
                Add($"a shard of another scenario ({meta.ScenarioName}, hash {meta.ScenarioHash[..12]}…)", $"shards of one scenario ({first.ScenarioName}, hash {first.ScenarioHash[..12]}…)");
            if (meta.Seed != first.Seed)
                Add($"a shard with seed {meta.Seed}", $"shards with one seed ({first.Seed})");
            if (meta.Replications != first.Replications)
                Add($"a shard of {meta.Replications} replications", $"shards of one run ({first.Replications} replications)");
            if (meta.Shard.Count != first.Shard.Count)
                Add($"shard {meta.Shard}", $"shards of one run ({first.Shard.Count} shards)");

            void Add(string found, string allowed) => mistakes.Add(found, $"{allowed}, as in {shards[0].Folder}", Path.Combine(shard.Folder, StoreFile.Name));
        }
    }

    private static void CheckComplete(ShardStore[] shards, bool allRead, MistakeList mistakes)
    {
        foreach (var twice in shards.GroupBy(shard => shard.Meta.Shard).Where(group => group.Count() > 1))
            mistakes.Add($"shard {twice.Key} in {Say.OneOf([.. twice.Select(shard => shard.Folder)]).Replace(" or ", " and ", StringComparison.Ordinal)}", "each shard once");
        int[] missing = shards.Length == 0 || !allRead
            ? []
            : [.. Enumerable.Range(1, shards[0].Meta.Shard.Count).Except(shards.Select(shard => shard.Meta.Shard.Number))];
        if (missing.Length > 0)
        {
            string names = string.Join(", ", missing.Take(20).Select(number => $"{number}/{shards[0].Meta.Shard.Count}"));
            mistakes.Add($"no shard {names}{(missing.Length > 20 ? $" and {missing.Length - 20} more" : "")}", "all shards of the run");
        }
    }

    /// <summary>The run of the first shard, from the scenario it carries.</summary>
    private static RunPlan Plan(ShardStore[] shards, MistakeList mistakes)
    {
        StoreMeta meta = shards[0].Meta;
        if (meta.Version != ProgramVersion.Text)
            mistakes.ThrowIfAny();
        ScenarioFile file = ScenarioFile.Of(meta.Texts);
        if (ScenarioFile.Hash(file.Scenario) != meta.ScenarioHash)
        {
            mistakes.Add("a scenario text that is not what its hash says", "an untouched store; run the shard again", Path.Combine(shards[0].Folder, StoreFile.Name));
            mistakes.ThrowIfAny();
        }

        return new RunPlan(file.Scenario with { Seed = meta.Seed, Replications = meta.Replications });
    }
}
