using BenchmarkDotNet.Attributes;
using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;

namespace MatchSim.Benchmarks;

/// <summary>Reading given rank order lists of national size (45,000 applicants, 5,500 programs, lists of 12) from CSV
/// files. Target: ≤ 0.5 s.</summary>
[MemoryDiagnoser]
public class InstanceBenchmarks
{
    private string _folder = "";

    [GlobalSetup]
    public void Setup()
    {
        MatchInstance instance = MarketGenerator.National.Draw(1);
        _folder = Directory.CreateTempSubdirectory("matchsim-benchmark-").FullName;
        InstanceFolderWriter.Write(
            NamedInstance.Of(instance, Ids("applicant", instance.ApplicantCount), Ids("program", instance.ProgramCount), []),
            _folder);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public int ReadNationalInstance() => InstanceFiles.Read(_folder).Match.ApplicantCount;

    private static string[] Ids(string kind, int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{kind}-{i:00000}")];
}
