using MatchSim.Engine.Scenarios;

namespace MatchSim.Benchmarks;

/// <summary>Several nations in one market: every specialty, its programs and its people, that many times.</summary>
internal static class Nation
{
    public static Scenario Times(Scenario scenario, int nations) => nations == 1 ? scenario : scenario with
    {
        Market = scenario.Market with { Specialties = Copies(scenario.Market.Specialties, nations, Of) },
        Applicants = scenario.Applicants.ToDictionary(pair => pair.Key, pair => pair.Value with
        {
            Registered = nations * pair.Value.Registered,
            Specialties = Copies(pair.Value.Specialties, nations, (share, _) => share / nations),
        }),
        Couples = scenario.Couples with
        {
            Counts = scenario.Couples.Counts.ToDictionary(pair => pair.Key, pair => nations * pair.Value),
        },
    };

    private static Dictionary<string, T> Copies<T>(IReadOnlyDictionary<string, T> one, int nations, Func<T, int, T> copy) =>
        Enumerable.Range(0, nations)
            .SelectMany(n => one.Select(pair => KeyValuePair.Create(Name(pair.Key, n), copy(pair.Value, n))))
            .ToDictionary(StringComparer.Ordinal);

    private static SpecialtyOptions Of(SpecialtyOptions specialty, int nation) => specialty.PreliminaryYear is not { } year
        ? specialty
        : specialty with
        {
            PreliminaryYear = year with { Specialties = [.. year.Specialties.Select(id => Name(id, nation))] },
        };

    private static string Name(string id, int nation) => $"{id}-{nation + 1}";
}
