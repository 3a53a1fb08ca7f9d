using System.Globalization;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Store;

/// <summary>A shard as users write it: I/N.</summary>
internal static class ShardText
{
    public const string Allowed = "I/N with 1 ≤ I ≤ N, such as 2/16";

    /// <summary>The shard, or <c>null</c>.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var number, var count] && Whole(number) is { } i && Whole(count) is { } n && i >= 1 && i <= n ? new Shard(i, n) : null;

    /// <summary>"shard 2/16", or "the whole run".</summary>
    public static string Name(Shard shard) => shard.IsWhole ? "the whole run" : $"shard {shard}";

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
