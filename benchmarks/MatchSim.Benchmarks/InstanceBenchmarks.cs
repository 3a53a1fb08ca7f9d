using BenchmarkDotNet.Attributes;
using MatchSim.Cli.Files;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Benchmarks;

/// <summary>Reading the rank order lists of a national season from CSV files.</summary>
[MemoryDiagnoser]
public class InstanceBenchmarks
{
    private string _folder = "";

    [GlobalSetup]
    public void Setup()
    {
        Scenario scenario = ScenarioFile.Read("us-2025").Scenario;
        var layout = new MarketLayout(scenario);
        Season season = new Replication(layout).Run(scenario.Seed, 0);
        _folder = Directory.CreateTempSubdirectory("matchsim-benchmark-").FullName;
        InstanceFolderWriter.Write(SeasonInstance.Named(layout, season.Lists.Instance), _folder);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public int ReadNationalInstance() => InstanceFiles.Read(_folder).Match.ApplicantCount;
}
