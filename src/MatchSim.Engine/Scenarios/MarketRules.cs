namespace MatchSim.Engine.Scenarios;

/// <summary>Whether the programs can exist.</summary>
internal static class MarketRules
{
    /// <summary>How far shares may be from adding up to 1: room for three decimals.</summary>
    public const double SumTolerance = 0.0005;

    public static IEnumerable<ScenarioProblem> Check(MarketOptions market)
    {
        if (market.Specialties.Count == 0)
            yield return new("market.specialties", "no specialty in market.specialties", "one or more");
        foreach (var (id, specialty) in market.Specialties)
        {
            foreach (var problem in Specialty($"market.specialties.{id}", id, specialty, market))
                yield return problem;
        }

        foreach (var problem in Programs(market.Programs))
            yield return problem;
    }

    /// <summary>Whether shares make a whole; the last term forgives rounding in the sum itself.</summary>
    public static bool AddsUp(double sum) => Math.Abs(sum - 1) <= SumTolerance + 1e-12;

    /// <summary>A specialty is named that the market does not have.</summary>
    public static ScenarioProblem UnknownSpecialty(string path, string id, MarketOptions market) => new(
        path,
        $"specialty \"{id}\" in {path}",
        "an id under market.specialties" +
            (NearestName.To(id, market.Specialties.Keys) is { } nearest ? $" (did you mean {nearest}?)" : ""))
    { Uses = [$"market.specialties.{id}"] };

    private static IEnumerable<ScenarioProblem> Specialty(
        string path, string id, SpecialtyOptions specialty, MarketOptions market)
    {
        if (!NameCase.IsSlug(id))
            yield return new(path, $"the specialty id \"{id}\"", NameCase.SlugRule);
        var tracks = new (string Name, TrackOptions? Track)[]
        {
            ("categorical", specialty.Categorical), ("preliminary", specialty.Preliminary), ("advanced", specialty.Advanced),
        };
        if (tracks.All(track => track.Track is null))
            yield return new(path, $"no track in {path}", "categorical, preliminary or advanced, one of them or more");
        foreach (var (name, track) in tracks)
        {
            if (track is not null && track.Programs > track.Positions)
            {
                yield return new($"{path}.{name}.programs", $"{track.Programs} programs for {track.Positions} positions " +
                    $"in {path}.{name}", "at least one position for each program")
                { Uses = [$"{path}.{name}.positions"] };
            }
        }

        foreach (var problem in Screening(path + ".screening", specialty.Screening))
            yield return problem;
        if (specialty is { Categorical: null, Advanced: null, PreliminaryYear: not null })
        {
            yield return new(
                $"{path}.preliminary_year", $"{path}.preliminary_year beside preliminary programs only",
                "a preliminary year for a specialty with a categorical or advanced track");
        }

        foreach (var problem in PreliminaryYear($"{path}.preliminary_year.specialties", specialty.PreliminaryYear, market))
            yield return problem;
    }

    private static IEnumerable<ScenarioProblem> PreliminaryYear(string path, PreliminaryYearOptions? year, MarketOptions market)
    {
        if (year is { Specialties.Count: 0 })
            yield return new(path, $"no specialty in {path}", "one or more");
        for (int i = 0; i < year?.Specialties.Count; i++)
        {
            string id = year.Specialties[i];
            if (!market.Specialties.TryGetValue(id, out var specialty))
                yield return UnknownSpecialty($"{path}.{i}", id, market);
            else if (specialty.Preliminary is null)
                yield return new($"{path}.{i}", $"{path} naming {id}, which has no preliminary track", "specialties with one");
            else if (year.Specialties.Take(i).Contains(id, StringComparer.Ordinal))
                yield return new($"{path}.{i}", $"{id} twice in {path}", "each specialty once");
        }
    }

    private static IEnumerable<ScenarioProblem> Screening(
        string path, IReadOnlyDictionary<ApplicantType, ScreeningOptions> screening) =>
        from entry in screening
        let sum = entry.Value.Often + entry.Value.Seldom + entry.Value.Never
        where !AddsUp(sum)
        let at = $"{path}.{NameCase.Kebab(entry.Key)}"
        select new ScenarioProblem(at, $"often, seldom and never of {at} adding up to {sum:0.####}", "a sum of 1");

    private static IEnumerable<ScenarioProblem> Programs(ProgramOptions programs)
    {
        const string Path = "market.programs";
        foreach (var problem in Screening(Path + ".screening", programs.Screening))
            yield return problem;
        if (programs.VisaH1b > programs.VisaJ1)
        {
            yield return new($"{Path}.visa_h1b", $"{Path}.visa_h1b = {programs.VisaH1b}",
                $"at most visa_j1 ({programs.VisaJ1}), of which it is a part")
            { Uses = [$"{Path}.visa_j1"] };
        }

        double failed = programs.FailedAttemptNever + programs.FailedAttemptSeldom;
        if (failed > 1)
        {
            yield return new($"{Path}.failed_attempt_never",
                $"{Path}.failed_attempt_never and failed_attempt_seldom adding up to {failed:0.####}", "a sum of at most 1")
            { Uses = [$"{Path}.failed_attempt_seldom"] };
        }
    }
}
