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
    public const float None = 0;
    public const float Silver = 1;
    public const float Gold = 2;

    private readonly float _silver = (float)layout.Scenario.Interviews.SilverWeight;
    private readonly float _goldBeyond = (float)layout.Scenario.Interviews.GoldWeight - (float)layout.Scenario.Interviews.SilverWeight;
    private readonly Column<ulong> _wanted = new();     // words (utility, program) of programs with a signal, most wanted first
    private readonly float[] _tier = new float[layout.ProgramCount];      // [program] signal sent there; 0 = none
    private readonly (int Program, float Before)[] _moved = new (int, float)[3];
    private int _movedCount;
    private int _gold;      // signals of the person's specialty
    private int _all;       // gold and silver; 0 = none are sent

    public void Clear(int specialty)
    {
        SignalOptions signals = layout.Specialties[specialty].Signals;
        _gold = signals.Gold;
        _all = applying.Signals == Switch.Off ? 0 : signals.Gold + signals.Silver;
        foreach (ulong word in _wanted.Slice(0, _wanted.Count))
            _tier[SortableFloat.Index(word)] = None;
        _wanted.Clear();
    }

    /// <summary>The signal at a program: 0 = none, 1 = silver, 2 = gold.</summary>
    public float Of(int program) => _tier[program];

    /// <summary>A score with the signal's gain.</summary>
    public float Add(float score, float signal) => signal switch
    {
        Gold => score + _silver + _goldBeyond,
        Silver => score + _silver,
        _ => score,
    };

    /// <summary>A score with whatever helps most: some signal, or none.</summary>
    public float AddMost(float score) => float.MaxNative(score, float.MaxNative(Add(score, Silver), Add(score, Gold)));

    /// <summary>Takes in one more application to the preferred specialty; returns the programs whose signal changed, with the
    /// signal they had.</summary>
    public ReadOnlySpan<(int Program, float Before)> Send(in Application application)
    {
        if (_all == 0)
            return [];
        ulong word = SortableFloat.Word(application.Utility, application.Program);
        return _wanted.Count == _all && word < _wanted.Items[_all - 1] ? [] : Take(word);
    }

    /// <summary>Gives a signal to the program of a word; those behind it may lose theirs, or gold for silver.</summary>
    private ReadOnlySpan<(int Program, float Before)> Take(ulong word)
    {
        _movedCount = 0;
        int place = Insert(word);
        Set(word, place < _gold ? Gold : Silver);
        if (place < _gold && _wanted.Count > _gold)
            Set(_wanted.Items[_gold], _gold < _all ? Silver : None);
        if (_wanted.Count > _all)
        {
            Set(_wanted.Items[_all], None);
            _wanted.Shorten(_all);
        }

        return _moved.AsSpan(0, _movedCount);
    }

    /// <summary>Puts a word in order; returns its place.</summary>
    private int Insert(ulong word)
    {
        _wanted.Add(word);
        ulong[] words = _wanted.Items;
        int i = _wanted.Count - 1;
        for (; i > 0 && words[i - 1] < word; i--)
            words[i] = words[i - 1];
        words[i] = word;
        return i;
    }

    private void Set(ulong word, float tier)
    {
        int program = SortableFloat.Index(word);
        float before = Of(program);
        if (before == tier)
            return;
        _moved[_movedCount++] = (program, before);
        _tier[program] = tier;
    }
}
