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
internal sealed class FocalSeason(MarketLayout layout, ApplicationOptions applying, Cutoffs cutoffs)
{
    private readonly bool _supplemental = layout.Scenario.Match.SupplementalLists == Switch.On;
    private readonly double _unranked = layout.Scenario.Ranking.ApplicantUnranked;
    private readonly FocalSignals _signals = new(layout, applying);
    private readonly FocalFees _fees = new(layout, applying.Fees);
    private readonly Column<Application> _sent = new();
    private readonly Column<int> _within = new();          // places in _sent: invited with some signal, or with none
    private readonly Column<int> _invited = new();         // places in _sent
    private readonly Column<ListEntry> _primary = new();
    private readonly Column<ListEntry> _beside = new();    // preliminary programs beside the specialty
    private Cutoffs _cutoffs = cutoffs;
    private ulong[] _words = new ulong[256];
    private FocalApplicant? _person;
    private FocalView? _view;
    private bool _settled;
    private int _interviews;
    private int _program;
    private bool _matched;

    /// <summary>Applications sent so far.</summary>
    public int Sent => _sent.Count;

    /// <summary>Interviews held.</summary>
    public int Interviews => Settled()._interviews;

    /// <summary>Application fees, US dollars.</summary>
    public double Fees => _fees.Total;

    /// <summary>The primary rank order list with the programs' scores, best first; programs that would not rank the
    /// applicant stand there as Unranked, as in the season.</summary>
    public ReadOnlySpan<ListEntry> List => Settled()._primary.Slice(0, _primary.Count);

    /// <summary>The supplemental list: preliminary programs beside the specialty, best first.</summary>
    public ReadOnlySpan<ListEntry> Supplemental => Settled()._beside.Slice(0, _beside.Count);

    /// <summary>Program matched to by that list; −1 = none.</summary>
    public int Program => Settled()._program;

    /// <summary>A PGY-1 position: NRMP's meaning of matched.</summary>
    public bool Matched => Settled()._matched;

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
    }

    /// <summary>Sends one more application. What that changes is found out when somebody asks.</summary>
    public void Add(in Application application)
    {
        int index = _sent.Count;
        _sent.Add(application);
        _fees.Add(application);
        bool changed = false;
        if (IsWithin(application))
        {
            _within.Add(index);
            changed = Invites(application, FocalSignals.None);
        }

        if (application.Kind == BlockKind.Preferred)
        {
            foreach ((int other, float before) in _signals.Send(index, application))
                changed |= Invites(_sent.Items[other], before) || Invites(_sent.Items[other], _signals.Of(other));
        }

        _settled &= !changed;
    }

    /// <summary>A program's score before the interview, the signal included.</summary>
    internal float Score(int index) => _signals.Add(_sent.Items[index].Score, _signals.Of(index));

    private bool Invites(in Application application, float signal) =>
        application.Score != float.NegativeInfinity
        && _signals.Add(application.Score, signal) >= _cutoffs.Interview[application.Program];

    /// <summary>Whether any signal, or none, would make an invitation of it.</summary>
    private bool IsWithin(in Application application) => Invites(application, FocalSignals.None)
        || Invites(application, FocalSignals.Silver) || Invites(application, FocalSignals.Gold);

    /// <summary>Invitations, interviews, lists, match, as the applications sent so far make them.</summary>
    private FocalSeason Settled()
    {
        if (_settled)
            return this;
        _settled = true;
        _invited.Clear();
        for (int w = 0; w < _within.Count; w++)
        {
            int i = _within.Items[w];
            if (Invites(_sent.Items[i], _signals.Of(i)))
                _invited.Add(i);
        }

        Attend();
        Rank();
        _program = First(List);
        _matched = _program >= 0
            && (layout.TrackOf(_program) != Track.Advanced || (_supplemental && First(Supplemental) >= 0));
        return this;
    }

    /// <summary>Keeps the most wanted invitations, up to the limit.</summary>
    private void Attend()
    {
        _interviews = Math.Min(_invited.Count, _person!.InterviewLimit);
        if (_interviews == _invited.Count)
            return;
        Span<ulong> words = Words(_invited);
        for (int i = 0; i < words.Length; i++)
            words[i] = SortableFloat.Word(_sent.Items[_invited.Items[i]].Wanted, _invited.Items[i]);
        LargestFirst.Partition(words, _interviews);
        for (int i = 0; i < _interviews; i++)
            _invited.Items[i] = SortableFloat.Index(words[i]);
        _invited.Shorten(_interviews);
    }

    private void Rank()
    {
        _primary.Clear();
        _beside.Clear();
        if (_person!.Withdrawn)
            return;
        Span<ulong> words = Words(_invited);
        for (int i = 0; i < words.Length; i++)
            words[i] = SortableFloat.Word(_view!.UtilityAfter(_sent.Items[_invited.Items[i]]), _invited.Items[i]);
        LargestFirst.Sort(words);
        foreach (ulong word in words)
        {
            int index = SortableFloat.Index(word);
            bool beside = _person.AddsPreliminary && layout.TrackOf(_sent.Items[index].Program) == Track.Preliminary;
            (beside ? _beside : _primary).Add(EntryOf(index));
        }

        _primary.Shorten(_primary.Count - (int)(_primary.Count * _unranked));
        bool lastChoice = _person.AddsPreliminary
            && layout.Specialties[_person.Specialty].PreliminaryYear!.LastChoice == Switch.On;
        if (lastChoice || _primary.Count == 0)
        {
            for (int i = 0; i < _beside.Count; i++)
                _primary.Add(_beside.Items[i]);
        }
    }

    private ListEntry EntryOf(int index)
    {
        ref readonly Application application = ref _sent.Items[index];
        float score = _view!.ScoreAfter(application.Program, Score(index));
        uint image = SortableFloat.ToUInt32(score);
        return new ListEntry(application.Program, image >= _cutoffs.Rank[application.Program] ? image : MatchInstance.Unranked);
    }

    /// <summary>The first program of a list that would take the applicant; −1 = none.</summary>
    private int First(ReadOnlySpan<ListEntry> list)
    {
        foreach (ListEntry entry in list)
        {
            if (entry.Score > _cutoffs.Match[entry.Program])
                return entry.Program;
        }

        return MatchInstance.None;
    }

    private Span<ulong> Words(Column<int> indices)
    {
        if (_words.Length < indices.Count)
            _words = new ulong[2 * indices.Count];
        return _words.AsSpan(0, indices.Count);
    }
}
