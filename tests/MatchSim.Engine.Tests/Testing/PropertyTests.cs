#if !FSCHECK_XUNIT
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace MatchSim.Engine.Tests.Testing;

/// <summary>Tests of the <c>[Property]</c> attribute itself: a law that holds passes; one that does not is shrunk and
/// can be repeated.</summary>
public sealed class PropertyTests
{
    private readonly int _made = 1;

    [Property]
    public bool A_true_law_passes(int[] values) => values.Reverse().Reverse().SequenceEqual(values);

    [Property(MaxTest = 50)]
    public void A_law_may_throw_instead(int a, int b) => Assert.Equal(a + b, b + a);

    [Property]
    public Property A_law_may_have_a_premise(int a) => (a * 2L > a).When(a > 0);

    [Property]
    public async Task A_law_may_be_asynchronous(int a)
    {
        await Task.Yield();
        Assert.Equal(a, -(-a));
    }

    [Property(Arbitrary = [typeof(EvenNumbers)])]
    public bool Own_generators_are_used_on_a_made_instance(int even) => even % 2 == 0 && _made == 1;

    [Fact]
    public void A_false_law_fails_with_the_shrunk_counterexample_and_its_replay()
    {
        var large = new PropertyAttribute { StartSize = 50, Replay = "(2025,1)" };
        var failure = Assert.Throws<PropertyFailedException>(() => Run(nameof(FalseAbove10), large));

        Assert.Contains("Shrunk:", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\n11\n", failure.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        string replay = failure.Message.Split("Replay = \"")[1].Split('"')[0];
        Assert.Equal(3, replay.Split(',').Length);

        var again = Assert.Throws<PropertyFailedException>(
            () => Run(nameof(FalseAbove10), new PropertyAttribute { Replay = replay }));
        Assert.Contains("after 1 test ", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_throws_keeps_the_exception()
    {
        var failure = Assert.Throws<PropertyFailedException>(() => Run(nameof(Throws), new PropertyAttribute()));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public void A_law_whose_premise_never_holds_fails()
    {
        var failure = Assert.Throws<PropertyFailedException>(() => Run(nameof(NeverTried), new PropertyAttribute()));
        Assert.Contains("exhausted", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_replay_that_cannot_be_read_is_named()
    {
        var wrong = new PropertyAttribute { Replay = "1" };
        Assert.Contains("\"1\"", Assert.Throws<ArgumentException>(() => Run(nameof(Throws), wrong)).Message,
            StringComparison.Ordinal);
    }

    private static bool FalseAbove10(int value) => value <= 10;

    private static void Throws(int value) => throw new InvalidOperationException($"{value}");

    private static Property NeverTried(int value) => (value == 0).When(false);

    private static void Run(string method, PropertyAttribute settings) =>
        PropertyCheck.Run(
            typeof(PropertyTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!, null, settings);

    private static class EvenNumbers
    {
        public static Arbitrary<int> Int32() =>
            ArbMap.Default.ArbFor<int>().Filter(n => n % 2 == 0);
    }
}
#endif
