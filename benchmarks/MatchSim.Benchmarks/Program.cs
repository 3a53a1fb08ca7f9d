using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(MatchSim.Benchmarks.MatchBenchmarks).Assembly).Run(args);
