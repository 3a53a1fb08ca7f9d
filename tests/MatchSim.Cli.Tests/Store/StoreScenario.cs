namespace MatchSim.Cli.Tests.Store;

/// <summary>A folder with a small scenario that has a sweep and a sensitivity: four points.</summary>
public sealed class StoreScenario : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public StoreScenario()
    {
        System.IO.File.Copy(Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml"), At("small.yaml"));
        File = folder.Write("disturbed.yaml", """
            name: disturbed
            question: Does it matter what happens to a run on its way?
            extends: small.yaml
            sweep:
              parameters:
                - { key: applicants.non-us-img.applications.mean, values: [5] }
            sensitivity: { parameters: [ranking.performance] }

            """);
    }

    /// <summary>Path of the scenario.</summary>
    public string File { get; }

    public string At(params string[] names) => Path.Combine([folder.Path, .. names]);

    public void Dispose() => folder.Dispose();
}
