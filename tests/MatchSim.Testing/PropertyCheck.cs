using System.Globalization;
using System.Reflection;
using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace MatchSim.Testing;

/// <summary>Runs one property with FsCheck and turns a counterexample into a failed test.</summary>
public static class PropertyCheck
{
    /// <summary>Checks <paramref name="method"/> on <paramref name="target"/> (null for a static method).</summary>
    /// <exception cref="PropertyFailedException">A counterexample, or too many cases discarded.</exception>
    public static void Run(MethodInfo method, object? target, PropertyAttribute settings)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(settings);
        string name = $"{method.DeclaringType?.FullName}.{method.Name}";
        string? replay = settings.Replay ?? (Thorough.IsOn ? null : SeedOf(name));
        var runner = new Collector();
        Config config = Config.Quick
            .WithName(method.Name)
            .WithMaxTest(settings.MaxTest * Thorough.Factor)
            .WithMaxRejected(1000 * Thorough.Factor)
            .WithStartSize(settings.StartSize)
            .WithEndSize(settings.EndSize)
            .WithArbitrary(settings.Arbitrary)
            .WithReplay(replay is null ? FSharpOption<Replay>.None : Parse(replay))
            .WithRunner(runner);
        Check.Method(config, method, target is null ? FSharpOption<object>.None : target);
        if (runner.Result is { IsPassed: false } result)
            throw new PropertyFailedException(Describe(method.Name, result), (result as TestResult.Failed)?.Item4);
    }

    private static string Describe(string name, TestResult result)
    {
        string report = Runner.onFinishedToString(name, result);
        return result is TestResult.Failed failed
            ? $"{report}\nRepeat it with [Property(Replay = \"{ReplayOf(failed)}\")]\n"
            : report;
    }

    /// <summary>The random state and the size of the last case before shrinking.</summary>
    private static string ReplayOf(TestResult.Failed failed) =>
        $"({failed.Item6.Seed},{failed.Item6.Gamma},{failed.Item7})";

    private static Replay Parse(string text)
    {
        ulong[] parts = [.. text.Trim('(', ')').Split(',').Select(p => ulong.Parse(p, CultureInfo.InvariantCulture))];
        if (parts.Length is not (2 or 3))
            throw new ArgumentException(
                $"Replay \"{text}\" is not \"(seed,gamma)\" or \"(seed,gamma,size)\".", nameof(text));
        return new Replay(new Rnd(parts[0], parts[1]),
            parts.Length == 3 ? FSharpOption<int>.Some((int)parts[2]) : FSharpOption<int>.None);
    }

    /// <summary>FNV-1a of the test's name; gamma must be odd.</summary>
    private static string SeedOf(string name)
    {
        ulong hash = name.Aggregate(14695981039346656037UL, (h, c) => (h ^ c) * 1099511628211UL);
        return $"{hash},{(hash >> 7) | 1}";
    }

    /// <summary>Keeps what FsCheck reports at the end; prints nothing on the way.</summary>
    private sealed class Collector : IRunner
    {
        public TestResult? Result { get; private set; }

        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(
            int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult testResult) => Result = testResult;
    }
}

/// <summary>A property does not hold; the message carries the shrunk counterexample and how to repeat it.</summary>
public sealed class PropertyFailedException(string message, Outcome? outcome)
    : Exception(message, (outcome as Outcome.Failed)?.Item);
