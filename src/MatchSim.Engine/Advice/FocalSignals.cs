using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// Where a focal applicant's signals are as applications are added: gold at the most wanted of the preferred specialty,
/// then silver. One more application may take a signal from another.
/// </summary>
internal sealed class FocalSignals(MarketLayout layout, ApplicationOptions applying)
{
    // A signal's gain is kept as what the interview stage adds: nothing, silver, or silver and the rest of gold.
    private const float Silver = 1;
    private const float Gold = 2;

    private readonly float _silver = (float)layout.Scenario.Interviews.SilverWeight;
    private readonly float _goldBeyond = (float)layout.Scenario.Interviews.GoldWeight - (float)layout.Scenario.Interviews.SilverWeight;
    private readonly Column<ulong> _wanted = new();     // words of applications with a signal, most wanted first
    private float[] _tier = new float[256];             // [application] signal sent there; 0 = none
    private readonly List<(int Application, float Before)> _moved = [];
    private SignalOptions _signals = new();

    public void Clear(int specialty)
    {
        _signals = layout.Specialties[specialty].Signals;
        _wanted.Clear();
        Array.Clear(_tier);
    }

    /// <summary>The signal at an application: 0 = none, 1 = silver, 2 = gold.</summary>
    public float Of(int application) => application < _tier.Length ? _tier[application] : 0;

    /// <summary>A score with the signal's gain.</summary>
    public float Add(float score, float signal) => signal switch
    {
        Gold => score + _silver + _goldBeyond,
        Silver => score + _silver,
        _ => score,
    };

    /// <summary>Takes in one more application to the preferred specialty; returns those whose signal changed, with the
    /// signal they had.</summary>
    public IReadOnlyList<(int Application, float Before)> Send(int index, in Application application)
    {
        _moved.Clear();
        int all = _signals.Gold + _signals.Silver;
        if (applying.Signals == Switch.Off || all == 0)
            return _moved;
        ulong word = SortableFloat.Word(application.Utility, index);
        if (_wanted.Count == all && word < _wanted.Items[all - 1])
            return _moved;
        Insert(word);
        for (int i = 0; i < _wanted.Count; i++)
            Set(SortableFloat.Index(_wanted.Items[i]), i < _signals.Gold ? Gold : i < all ? Silver : 0);
        if (_wanted.Count > all)
            _wanted.Shorten(all);
        return _moved;
    }

    private void Insert(ulong word)
    {
        _wanted.Add(word);
        ulong[] words = _wanted.Items;
        int i = _wanted.Count - 1;
        for (; i > 0 && words[i - 1] < word; i--)
            words[i] = words[i - 1];
        words[i] = word;
    }

    private void Set(int application, float tier)
    {
        float before = Of(application);
        if (before == tier)
            return;
        _moved.Add((application, before));
        if (application >= _tier.Length)
            Array.Resize(ref _tier, 2 * application);
        _tier[application] = tier;
    }
}
