using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Commands;

/// <summary>Every verb of the program, in the order of the help: one line each.</summary>
internal static class Verbs
{
    public static readonly IReadOnlyList<Verb> All =
    [
        Verb.Of<RunCommandOptions>(
            RunCommand.RunAsync, "matchsim run us-2025 --replications 50 --out out/us-2025",
            "matchsim run us-2025 --replications 400 --precision 0.5 --resume", "matchsim run us-2025 --shard 2/16 --out out/shard-2"),
        Verb.Of<AdviseOptions>(AdviseCommand.RunAsync, "matchsim advise --type us-img --specialty internal-medicine --step2 235", "matchsim advise --profile me.yaml --out out/advice",
            "matchsim advise --profile me.yaml --partner you.yaml"),
        Verb.Of<CompareOptions>(CompareCommand.RunAsync, "matchsim compare us-2025 my-scenario.yaml --replications 20 --out out/comparison"),
        Verb.Of<ValidateOptions>(ValidateCommand.RunAsync, "matchsim validate us-2025 --out out/validation"),
        Verb.Of<CalibrateOptions>(CalibrateCommand.RunAsync, "matchsim calibrate us-2025 --out my-2025.yaml --parameters ranking,interviews.noise --replications 4"),
        Verb.Of<MatchOptions>(MatchCommand.RunAsync, "matchsim match my-instance --out matching.csv", "matchsim match my-instance --exact --time-limit 60"),
        Verb.Of<CheckOptions>(CheckCommand.RunAsync, "matchsim check my-instance matching.csv"),
        Verb.Of<GenerateOptions>(
            GenerateCommand.RunAsync, "matchsim generate us-2025 --out my-instance", "matchsim generate us-2025 --out my-instance --explain non-us-img-00017"),
        Verb.Of<MergeOptions>(MergeCommand.RunAsync, "matchsim merge out/shard-1 out/shard-2 out/shard-3 --out out/us-2025"),
        Verb.Of<MeasureAdviceOptions>(
            MeasureAdviceCommand.RunAsync, "matchsim measure-advice us-2025 --out scenarios/reference/approximation.csv"),
        Verb.Of<SchemaOptions>(SchemaCommand.RunAsync, "matchsim schema > scenario.schema.json"),
    ];
}
