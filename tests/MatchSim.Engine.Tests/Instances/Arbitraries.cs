using FsCheck;
using FsCheck.Fluent;

namespace MatchSim.Engine.Tests.Instances;

/// <summary>Turns a shape into what <c>[Property(Arbitrary = …)]</c> wants.</summary>
internal static class Arbitraries
{
    public static Arbitrary<TestMarket> Of(MarketShape shape) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => MarketDraw.Draw(shape, seed)), MarketDraw.Shrink);
}

/// <summary>Singles only.</summary>
public static class SinglesMarkets
{
    public static Arbitrary<TestMarket> Market() => Arbitraries.Of(new MarketShape());
}

/// <summary>Singles small enough to enumerate.</summary>
public static class TinySinglesMarkets
{
    public static Arbitrary<TestMarket> Market() =>
        Arbitraries.Of(new MarketShape { MaxApplicants = 5, MaxPrograms = 4, MaxQuota = 2, MaxList = 3 });
}

/// <summary>Singles with reversions.</summary>
public static class ReversionMarkets
{
    public static Arbitrary<TestMarket> Market() => Arbitraries.Of(new MarketShape { MaxReversions = 4 });
}

/// <summary>Singles and couples.</summary>
public static class CoupleMarkets
{
    public static Arbitrary<TestMarket> Market() => Arbitraries.Of(new MarketShape { MaxApplicants = 9, MaxCouples = 3 });
}

/// <summary>Couples, and supplemental lists of singles and of members, small enough to enumerate.</summary>
public static class TinyMarkets
{
    public static MarketShape Shape { get; } = new()
    {
        MaxApplicants = 6,
        MaxPrograms = 4,
        MaxQuota = 2,
        MaxList = 3,
        MaxCouples = 2,
        MaxPairs = 5,
        Supplemental = 0.12,
    };

    public static Arbitrary<TestMarket> Market() => Arbitraries.Of(Shape);
}

/// <summary>Everything at once.</summary>
public static class AnyMarkets
{
    public static Arbitrary<TestMarket> Market() => Arbitraries.Of(new MarketShape
    {
        MaxApplicants = 10,
        MaxPrograms = 6,
        MaxCouples = 3,
        Supplemental = 0.15,
        MaxReversions = 3,
        Parity = 0.25,
    });
}

/// <summary>Singles with reversions, small enough to enumerate.</summary>
public static class TinyReversionMarkets
{
    public static Arbitrary<TestMarket> Market() => Arbitraries.Of(new MarketShape
    {
        MaxApplicants = 5,
        MaxPrograms = 4,
        MaxQuota = 2,
        MaxList = 3,
        MaxReversions = 3,
    });
}
