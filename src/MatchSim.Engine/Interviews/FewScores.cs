namespace MatchSim.Engine.Interviews;

/// <summary>Scores picked out of many, one behind the other. Above the room it is only known how many there are.</summary>
internal sealed class FewScores
{
    /// <summary>Scores there is room for.</summary>
    public const int Room = 64;

    private readonly Aligned<float> _scores = new(Room + (5 * LaneLayout.Width));

    /// <summary>Scores picked out.</summary>
    public int Count { get; set; }

    /// <summary>Whether all of them are there.</summary>
    public bool Complete => Count <= Room;

    /// <summary>Where the next one is written. There is always room for a vector.</summary>
    public ref float Next => ref _scores[Math.Min(Count, Room)];

    /// <summary>The one that exactly <paramref name="wanted"/> of them reach; NaN = none.</summary>
    public float ReachedBy(int wanted) => Reach.By(wanted, _scores.AsSpan(..), Count);

    /// <summary>The same for two numbers.</summary>
    public (float One, float Other) ReachedBy(int wanted, int other) => Reach.By(wanted, other, _scores.AsSpan(..), Count);
}
