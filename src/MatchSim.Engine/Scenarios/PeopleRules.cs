namespace MatchSim.Engine.Scenarios;

/// <summary>Whether the applicants and couples can exist in the market.</summary>
internal static class PeopleRules
{
    public static IEnumerable<ScenarioProblem> Check(Scenario scenario)
    {
        if (scenario.Applicants.Count == 0)
            yield return new("applicants", "no applicant type in applicants", "one or more");
        foreach (var (type, options) in scenario.Applicants)
        {
            foreach (var problem in Specialties($"applicants.{NameCase.Kebab(type)}.specialties", options, scenario.Market))
                yield return problem;
        }

        foreach (var (type, couples) in scenario.Couples.Counts)
        {
            int registered = scenario.Applicants.TryGetValue(type, out var options) ? options.Registered : 0;
            if (registered >= 0 && 2L * couples > registered)
            {
                string id = NameCase.Kebab(type);
                yield return new($"couples.counts.{id}", $"couples.counts.{id} = {couples}",
                    $"at most {registered / 2}, half of the {registered} applicants of the type")
                { Uses = [$"applicants.{id}.registered"] };
            }
        }
    }

    private static IEnumerable<ScenarioProblem> Specialties(string path, ApplicantOptions options, MarketOptions market)
    {
        foreach (string id in options.Specialties.Keys.Where(id => !market.Specialties.ContainsKey(id)))
            yield return MarketRules.UnknownSpecialty($"{path}.{id}", id, market);
        double sum = options.Specialties.Values.Sum();
        if (!MarketRules.AddsUp(sum))
            yield return new(path, $"shares of {path} adding up to {sum:0.####}", $"a sum of 1 (within {MarketRules.SumTolerance})");
    }
}
