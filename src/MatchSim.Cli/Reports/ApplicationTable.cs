using MatchSim.Cli.Files;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>One row per application of an applicant: the program, and what came of it.</summary>
internal sealed class ApplicationTable(NamedInstance instance, Market market, int applicant)
{
    private const string None = "–";

    private readonly ProgramColumns programs = market.Programs;
    private readonly ApplicantType type = market.Applicants.Type[applicant];

    /// <summary>The programs ranked first, by rank; then by how far the application came and by utility.</summary>
    public Table Of(IReadOnlyList<ApplicationFate> fates) => new(
        "Applications; desirability and utility before any interview, in standard deviations",
        [
            new("program"), N("desirability"), N("region"), N("utility"), new("signal"),
            new("interviews type"), new("visas"), N("cut-off"), new("what came of it"),
        ],
        [.. fates.OrderBy(Order).ThenByDescending(fate => fate.Application.Utility).Select(Row)]);

    private static int Order(ApplicationFate fate) =>
        fate.OwnRank > 0 ? fate.OwnRank
        : fate.SupplementalRank > 0 ? (1 << 20) + fate.SupplementalRank
        : (1 << 21) - (int)fate.Reached;

    private string[] Row(ApplicationFate fate)
    {
        int program = fate.Application.Program;
        int region = programs.Region[program];
        return
        [
            NameOf(program),
            Wording.Signed(programs.Desirability[program]),
            region == market.Applicants.Region[applicant] ? $"home {region + 1}" : $"{region + 1}",
            Wording.Signed(fate.Application.Utility),
            fate.Application.Signal == ProgramSignal.None ? None : NameCase.Kebab(fate.Application.Signal),
            NameCase.Kebab(programs.OpennessTo(type)[program]),
            programs.Visas[program] switch { VisaPolicy.None => None, VisaPolicy.J1 => "J-1", _ => "J-1, H-1B" },
            programs.Cutoff[program] > 0 ? $"{programs.Cutoff[program]:0.0}" : None,
            What(fate),
        ];
    }

    /// <summary>The id, with specialty and track where it does not say them itself.</summary>
    private string NameOf(int program)
    {
        string id = instance.Programs[program];
        string specialty = market.Layout.SpecialtyIds[market.Layout.SpecialtyOf(program)];
        return id.StartsWith(specialty, StringComparison.Ordinal) ? id : $"{id}: {specialty} {NameCase.Kebab(market.Layout.TrackOf(program))}";
    }

    private string What(ApplicationFate fate) => fate.Reached switch
    {
        ApplicationStep.ScreenedOut => $"screened out: {string.Join("; ", Reasons(fate.Application.Screens))}",
        ApplicationStep.NotInvited =>
            $"not invited: score {Wording.Signed(fate.Application.Score)}, {Place(fate)}; lowest invited {Wording.Signed(fate.LowestInvited)}",
        ApplicationStep.GivenUp => $"invited ({Place(fate)}), given up: calendar full with programs wanted more",
        _ when market.Applicants.Withdrawn[applicant] => $"interviewed ({Place(fate)}), withdrew before ranking",
        _ => $"interviewed ({Place(fate)}); {Theirs(fate)}; {Own(fate)}",
    };

    private static string Place(ApplicationFate fate) => $"number {fate.Place} of {fate.Read} read";

    private IEnumerable<string> Reasons(FailedScreens screens)
    {
        if (screens.HasFlag(FailedScreens.Type))
            yield return $"never interviews {Wording.Name(type)}";
        if (screens.HasFlag(FailedScreens.Visa))
            yield return market.Applicants.Visa[applicant] == VisaNeed.H1bOnly ? "takes no H-1B visa" : "takes no visa";
        if (screens.HasFlag(FailedScreens.Cutoff))
            yield return "Step 2 CK below the cut-off";
        if (screens.HasFlag(FailedScreens.FailedAttempt))
            yield return "never interviews after a failed attempt";
    }

    private static string Theirs(ApplicationFate fate) => fate.ProgramRank > 0
        ? $"the program's rank {fate.ProgramRank} of {fate.ProgramRanked}"
        : "left unranked by the program";

    private static string Own(ApplicationFate fate) =>
        fate.OwnRank > 0 && fate.SupplementalRank > 0 ? $"own rank {fate.OwnRank}, supplemental rank {fate.SupplementalRank}"
        : fate.OwnRank > 0 ? $"own rank {fate.OwnRank}"
        : fate.SupplementalRank > 0 ? $"own supplemental rank {fate.SupplementalRank}"
        : "left unranked by the applicant";

    private static Column N(string header) => new(header, Align.Number);
}
