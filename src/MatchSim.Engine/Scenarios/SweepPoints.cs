namespace MatchSim.Engine.Scenarios;

/// <summary>Unfolds a scenario with a sweep into the scenarios it stands for.</summary>
public static class SweepPoints
{
    /// <summary>
    /// The points with seasons of their own: the baseline, then those of a market-wide sweep. Two parameters are crossed, the
    /// second changing fastest.
    /// </summary>
    /// <param name="scenario">A scenario that passes <see cref="ScenarioRules.Check"/>.</param>
    public static IReadOnlyList<SweepPoint> Of(Scenario scenario)
    {
        var baseline = new SweepPoint("", Mode: null, scenario with { Sweep = null, Sensitivity = null });
        return scenario.Sweep is not { Mode: not SweepMode.Individual } sweep
            ? [baseline]
            :
            [
                baseline,
                .. Crossed(sweep).Select(settings => new SweepPoint(
                    Label(settings), SweepMode.MarketWide, settings.Aggregate(baseline.Scenario, Set))),
            ];
    }

    /// <summary>The points of an individual sweep, which are looked up in the seasons of the baseline; none in another mode.</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<IndividualPoint> Alone(Scenario scenario) => scenario.Sweep is not { Mode: not SweepMode.MarketWide } sweep
        ? []
        :
        [
            .. Crossed(sweep).Select(settings => new IndividualPoint(
                Label(settings),
                [.. settings.Select(setting => new FocalCount(IndividualPoint.TypeOf(setting.Parameter.Key)!.Value, (int)setting.Value))])),
        ];

    private static IEnumerable<IReadOnlyList<Setting>> Crossed(SweepOptions sweep)
    {
        IEnumerable<IReadOnlyList<Setting>> points = [[]];
        foreach (var parameter in sweep.Parameters)
        {
            points = points.SelectMany(point => parameter.Values.Select(
                (_, i) => (IReadOnlyList<Setting>)[.. point, new Setting(parameter, i)]));
        }

        return points;
    }

    private static string Label(IReadOnlyList<Setting> settings) =>
        string.Join(';', settings.Select(setting => $"{setting.Parameter.Key}={setting.Parameter.Label(setting.Index)}"));

    private static Scenario Set(Scenario scenario, Setting setting)
    {
        var path = ParameterPath.Find(scenario, setting.Parameter.Key, out string problem)
            ?? throw new ArgumentException(problem, nameof(scenario));
        return path.Set(scenario, setting.Value);
    }

    /// <summary>One parameter at one of its values.</summary>
    private sealed record Setting(SweepParameter Parameter, int Index)
    {
        public double Value => Parameter.Values[Index];
    }
}

/// <summary>The baseline, or one point of a market-wide sweep.</summary>
/// <param name="Label"><c>key=value</c>, two joined by <c>;</c>, values as written in the scenario; empty = the baseline.</param>
/// <param name="Mode">Whose behaviour the sweep changes; <c>null</c> = the baseline.</param>
/// <param name="Scenario">The scenario at this point; it has neither sweep nor sensitivity of its own.</param>
public sealed record SweepPoint(string Label, SweepMode? Mode, Scenario Scenario);

/// <summary>One point of an individual sweep.</summary>
/// <param name="Label">As in <see cref="SweepPoint"/>.</param>
/// <param name="Counts">Whose chance is asked for, and at how many programs: one entry per parameter.</param>
public sealed record IndividualPoint(string Label, IReadOnlyList<FocalCount> Counts)
{
    /// <summary>The type whose applications a key is about; <c>null</c> = it is about something else, of which one applicant
    /// alone has no curve.</summary>
    public static ApplicantType? TypeOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Split('.') is ["applicants", var word, "applications", "mean"]
            ? Enum.GetValues<ApplicantType>().Where(type => NameCase.Kebab(type) == word).Select(type => (ApplicantType?)type).FirstOrDefault()
            : null;
    }
}

/// <summary>One applicant of a type who applies to so many programs.</summary>
public readonly record struct FocalCount(ApplicantType Type, int Programs);
