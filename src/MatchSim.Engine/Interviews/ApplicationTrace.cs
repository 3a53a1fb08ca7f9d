using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Makes one applicant's applications once more, by the code and from the streams of the season, and names what the season
/// only adds up: every program applied to, the signals, the screens failed.
/// </summary>
public sealed class ApplicationTrace
{
    private readonly MarketLayout _layout;
    private readonly ApplicationStage _stage;
    private readonly ApplicationGraph _graph;
    private readonly ApplicationBlocks _blocks;
    private readonly ProgramSignals _signals;

    /// <summary>Holds buffers of its own, apart from those of any season.</summary>
    public ApplicationTrace(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        _stage = new ApplicationStage(layout);
        _graph = new ApplicationGraph(layout);
        _blocks = new ApplicationBlocks(layout);
        _signals = new ProgramSignals(layout);
    }

    /// <summary>The applications of one applicant, by program.</summary>
    /// <param name="streams">Those of the season.</param>
    /// <param name="market">Its market.</param>
    public IReadOnlyList<Application> Of(Streams streams, Market market, int applicant)
    {
        ArgumentNullException.ThrowIfNull(market);
        _stage.ApplyOnly(streams, market, applicant, _graph);
        Application[] applications =
            [.. Enumerable.Range(0, _layout.ProgramCount).Where(p => _graph.Received[p] > 0).Select(p => To(p, market, applicant))];
        if (_signals.Any(market.Applicants.Specialty[applicant]))
            Signal(market.Applicants.Specialty[applicant], applications);
        return applications;
    }

    private Application To(int program, Market market, int applicant)
    {
        ApplicantColumns applicants = market.Applicants;
        BlockKind chosen = _blocks.KindOf(
            applicants.Specialty[applicant], applicants.SecondSpecialty[applicant], _layout.ProgramGroups[program]);
        IReadOnlyList<Candidate> read = _graph.ReadBy(program);
        return new Application(
            program,
            chosen,
            _stage.Appeal.UtilityOf(applicant, program),
            ProgramSignal.None,
            Failed(market, applicant, program),
            read.Count == 0 ? float.NaN : read[0].Score);
    }

    /// <summary>Only the programs of the preferred specialty get signals. They stand by program, as when they were filed.</summary>
    private void Signal(int specialty, Application[] applications)
    {
        int[] own = [.. Enumerable.Range(0, applications.Length).Where(i => applications[i].Chosen == BlockKind.Preferred)];
        var wanted = new float[(own.Length + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width];
        Array.Fill(wanted, float.NegativeInfinity);
        for (int i = 0; i < own.Length; i++)
            wanted[i] = applications[own[i]].Utility;
        var shared = new List<(int At, ProgramSignal Signal)>();
        SignalLimits limits = _signals.Share(_signals.KindOf(specialty, own.Length), wanted, own.Length, shared);
        for (int i = 0; i < own.Length; i++)
            applications[own[i]] = applications[own[i]] with { Signal = limits.Of(wanted[i]) };
        foreach ((int at, ProgramSignal signal) in shared)
            applications[own[at]] = applications[own[at]] with { Signal = signal };
    }

    /// <summary>The screens by name. <see cref="Screens"/> asks for all of them at once.</summary>
    private static FailedScreens Failed(Market market, int applicant, int program)
    {
        ApplicantColumns applicants = market.Applicants;
        ProgramColumns programs = market.Programs;
        bool visa = applicants.Visa[applicant] switch
        {
            VisaNeed.None => true,
            VisaNeed.Any => programs.Visas[program] != VisaPolicy.None,
            _ => programs.Visas[program] == VisaPolicy.J1AndH1b,
        };
        bool never = programs.OpennessTo(applicants.Type[applicant])[program] == Openness.Never;
        bool refused = applicants.FailedAttempt[applicant] && programs.FailedAttempt[program] == Openness.Never;
        return (never ? FailedScreens.Type : FailedScreens.None)
            | (visa ? FailedScreens.None : FailedScreens.Visa)
            | (applicants.Step2[applicant] < programs.Cutoff[program] ? FailedScreens.Cutoff : FailedScreens.None)
            | (refused ? FailedScreens.FailedAttempt : FailedScreens.None);
    }
}
