using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// The fate of one focal applicant in one season, application by application, by look-up: invited where the score
/// reaches the marginal invitee, ranked where it reaches the lowest ranked, matched to the first program on the own list
/// whose cutoff it beats (Gonczarowski, Heffetz and Thomas: programs' cutoffs without the applicant say it exactly).
/// </summary>
internal sealed partial class FocalSeason(MarketLayout layout, ApplicationOptions applying, Cutoffs cutoffs)
{
    private readonly bool _supplemental = layout.Scenario.Match.SupplementalLists == Switch.On;
    private readonly double _unranked = layout.Scenario.Ranking.ApplicantUnranked;
    private readonly FocalSignals _signals = new(layout, applying);
    private readonly FocalFees _fees = new(layout, applying.Fees);
    private readonly Column<Application> _sent = new();
    private readonly int[] _sentTo = new int[layout.ProgramCount];      // [program applied to] place in _sent
    private readonly FocalOrder _within = new();           // of those invited with some signal, or with none
    private readonly Column<ListEntry> _primary = new();
    private readonly Column<ListEntry> _beside = new();    // preliminary programs beside the specialty
    private Cutoffs _cutoffs = cutoffs;
    private FocalApplicant? _person;
    private FocalView? _view;
    private bool _settled;
    private int _interviews;
    private ulong _least;      // word of the least wanted interview; 0 = there is room for more
    private int _besideCount;  // interviews at preliminary programs beside the specialty
    private int _listed;       // of the others, those on the primary list
    private bool _joined;      // whether those beside stand at its end
    private int _program;
    private bool _matched;

    /// <summary>Applications sent so far.</summary>
    public int Sent => _sent.Count;

    /// <summary>Interviews held.</summary>
    public int Interviews => Settled()._interviews;

    /// <summary>Application fees, US dollars.</summary>
    public double Fees => _fees.Total;

    /// <summary>Programs on the primary rank order list.</summary>
    public int Ranked => Settled()._listed + (_joined ? _besideCount : 0);

    /// <summary>The primary rank order list with the programs' scores, best first; programs that would not rank the
    /// applicant stand there as Unranked, as in the season.</summary>
    public ReadOnlySpan<ListEntry> List => Write(_primary);

    /// <summary>The supplemental list: preliminary programs beside the specialty, best first.</summary>
    public ReadOnlySpan<ListEntry> Supplemental => Write(_beside);

    /// <summary>Program matched to by the primary list; −1 = none.</summary>
    public int Program => Settled()._program;

    /// <summary>A PGY-1 position: NRMP's meaning of matched.</summary>
    public bool Matched => Settled()._matched;

    /// <summary>Why the program of that position was chosen; <c>null</c> = not matched.</summary>
    public BlockKind? MatchedIn => !Matched ? null
        : layout.SpecialtyOf(_program) == _person!.Specialty ? BlockKind.Preferred
        : layout.SpecialtyOf(_program) == _person.SecondSpecialty ? BlockKind.Second
        : BlockKind.Preliminary;

    /// <summary>The applications sent so far, in order.</summary>
    internal ReadOnlySpan<Application> Applications => _sent.Slice(0, _sent.Count);

    /// <summary>Goes on to another season; a person is started anew there.</summary>
    public void Move(Cutoffs thresholds) => _cutoffs = thresholds;

    /// <summary>Starts with no application.</summary>
    public void Start(FocalApplicant person, FocalView view)
    {
        _person = person;
        _view = view;
        _sent.Clear();
        _within.Clear();
        _signals.Clear(person.Specialty);
        _fees.Clear();
        _settled = false;
        _least = 0;
    }

    /// <summary>Sends one more application. What that changes is found out when somebody asks.</summary>
    public void Add(in Application application)
    {
        int index = _sent.Count;
        _sent.Add(application);
        _sentTo[application.Program] = index;
        _fees.Add(application);
        if (IsWithin(application))
        {
            _within.Add(index, application, _view!);
            Invite(index, before: false);
        }

        if (application.Kind == BlockKind.Preferred)
        {
            foreach ((int program, float before) in _signals.Send(application))
            {
                int other = _sentTo[program];
                if (IsWithin(_sent.Items[other]))
                    Invite(other, Invites(_sent.Items[other], before));
            }
        }
    }

    /// <summary>A program's score before the interview, the signal included.</summary>
    internal float Score(int index) => _signals.Add(_sent.Items[index].Score, _signals.Of(_sent.Items[index].Program));

    /// <summary>Finds out whether an application brings an invitation, now that its signal changed.</summary>
    /// <param name="before">Whether it did with the signal before.</param>
    private void Invite(int index, bool before)
    {
        ref readonly Application application = ref _sent.Items[index];
        bool invited = Invites(application, _signals.Of(application.Program));
        _within.Invite(index, invited);
        bool matters = (before || invited) && FocalOrder.WantedWord(application) >= _least;
        _settled &= !matters;
    }

    private bool Invites(in Application application, float signal) =>
        Reaches(application, _signals.Add(application.Score, signal));

    /// <summary>Whether any signal, or none, would make an invitation of it.</summary>
    private bool IsWithin(in Application application) => Reaches(application, _signals.AddMost(application.Score));

    private bool Reaches(in Application application, float score) =>
        application.Score != float.NegativeInfinity && score >= _cutoffs.Interview[application.Program];

    /// <summary>Invitations, interviews, lists, match, as the applications sent so far make them.</summary>
    private FocalSeason Settled()
    {
        if (_settled)
            return this;
        _settled = true;
        Attend();
        Count();
        _program = First(beside: false, _listed);
        if (_program < 0 && _joined)
            _program = First(beside: true, _besideCount);
        _matched = _program >= 0
            && (layout.TrackOf(_program) != Track.Advanced || (_supplemental && First(beside: true, _besideCount) >= 0));
        return this;
    }

    /// <summary>Attends the most wanted invitations, up to the limit.</summary>
    private void Attend()
    {
        int limit = _person!.InterviewLimit;
        ulong last = 0;
        _interviews = 0;
        _besideCount = 0;
        _within.Forget();
        foreach (ulong word in _within.ByWanted)
        {
            if (_interviews == limit)
                break;
            int index = _sentTo[SortableFloat.Index(word)];
            if (!_within.IsInvited(index))
                continue;
            _within.Attend(index);
            _interviews++;
            _besideCount += IsBeside(index) ? 1 : 0;
            last = word;
        }

        _least = _interviews == limit ? last : 0;
    }
}
