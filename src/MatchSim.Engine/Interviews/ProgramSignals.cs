using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>Gold signals go to the most wanted of the programs applied to, silver ones to the next.</summary>
internal sealed class ProgramSignals(MarketLayout layout)
{
    private readonly float _gold = (float)layout.Scenario.Interviews.GoldWeight;
    private readonly float _silver = (float)layout.Scenario.Interviews.SilverWeight;
    private float[] _wanted = new float[1024];

    /// <summary>Adds to each score what a signal gains at that program.</summary>
    /// <param name="specialty">Preferred specialty: the only one where signals count.</param>
    /// <param name="utility">[application] utility; at least one vector longer than <paramref name="sent"/>.</param>
    /// <param name="sent">Applications sent.</param>
    /// <param name="score">[application] the program's score, changed in place.</param>
    public void Send(int specialty, float[] utility, int sent, float[] score) =>
        Send(specialty, utility, sent, _silver, _gold - _silver, score);

    /// <summary>Adds 1 where a silver signal goes and 2 where a gold one does: who got which, to follow somebody.</summary>
    public void Mark(int specialty, float[] utility, int sent, float[] marks) =>
        Send(specialty, utility, sent, 1, 1, marks);

    private void Send(int specialty, float[] utility, int sent, float silver, float further, float[] score)
    {
        SignalOptions signals = layout.Specialties[specialty].Signals;
        int all = signals.Gold + signals.Silver;
        if (all == 0 || sent == 0)
            return;
        int length = Copy(utility, sent);
        Give(all, silver, sent, length, score);
        Give(signals.Gold, further, sent, length, score);
    }

    private int Copy(float[] utility, int sent)
    {
        int length = (sent + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width;
        if (_wanted.Length < length)
            _wanted = new float[2 * length];
        utility.AsSpan(0, sent).CopyTo(_wanted);
        _wanted.AsSpan(sent, length - sent).Fill(float.NegativeInfinity);
        return length;
    }

    /// <summary>Adds <paramref name="gain"/> at the <paramref name="count"/> most wanted programs.</summary>
    private void Give(int count, float gain, int sent, int length, float[] score)
    {
        if (count == 0)
            return;
        Span<float> wanted = _wanted.AsSpan(0, length);
        float least = count >= sent
            ? float.MinValue
            : TopSelection.Cut(wanted, count, ScoreMoments.Of(wanted, sent));
        var limit = Vector512.Create(least);
        var gains = Vector512.Create(gain);
        for (int i = 0; i < length; i += LaneLayout.Width)
        {
            Vector512<float> given =
                Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref wanted[i]), limit) & gains;
            (Vector512.LoadUnsafe(ref score[i]) + given).StoreUnsafe(ref score[i]);
        }
    }
}
