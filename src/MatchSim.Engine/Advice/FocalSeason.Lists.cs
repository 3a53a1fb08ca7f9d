using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <content>The rank order lists: how long they are and where they match is known without writing them.</content>
internal sealed partial class FocalSeason
{
    /// <summary>How many of the interviews are ranked, and where.</summary>
    private void Count()
    {
        if (_person!.Withdrawn)
            _besideCount = 0;
        int primary = _person.Withdrawn ? 0 : _interviews - _besideCount;
        _listed = primary - (int)(primary * _unranked);
        bool lastChoice = _person.AddsPreliminary
            && layout.Specialties[_person.Specialty].PreliminaryYear!.LastChoice == Switch.On;
        _joined = lastChoice || _listed == 0;
    }

    /// <summary>The best program that would take the applicant, of so many of a kind; −1 = none.</summary>
    private int First(bool beside, int most)
    {
        for (int place = 0; most > 0; most--)
        {
            ListEntry entry = Next(beside, ref place);
            if (entry.Score > _cutoffs.Match[entry.Program])
                return entry.Program;
        }

        return MatchInstance.None;
    }

    /// <summary>Writes both lists.</summary>
    /// <returns>The one asked for.</returns>
    private ReadOnlySpan<ListEntry> Write(Column<ListEntry> list)
    {
        Settled();
        _primary.Clear();
        _beside.Clear();
        Write(_primary, beside: false, _listed);
        Write(_beside, beside: true, _besideCount);
        if (_joined)
            Write(_primary, beside: true, _besideCount);
        return list.Slice(0, list.Count);
    }

    private void Write(Column<ListEntry> list, bool beside, int most)
    {
        for (int place = 0; most > 0; most--)
            list.Add(Next(beside, ref place));
    }

    /// <summary>The next program of a kind, best first; there must be one.</summary>
    /// <param name="place">Where to look from; moved behind it.</param>
    private ListEntry Next(bool beside, ref int place)
    {
        ReadOnlySpan<ulong> words = _within.ByRank;
        while (true)
        {
            int index = SortableFloat.Index(words[place++]);
            if (_within.Attends(index) && IsBeside(index) == beside)
                return EntryOf(index);
        }
    }

    /// <summary>Whether an application goes to a preliminary program beside the specialty.</summary>
    private bool IsBeside(int index) =>
        _person!.AddsPreliminary && layout.TrackOf(_sent.Items[index].Program) == Track.Preliminary;

    private ListEntry EntryOf(int index)
    {
        ref readonly Application application = ref _sent.Items[index];
        float score = _view!.ScoreAfter(application.Program, Score(index), _within.Impression(index));
        uint image = SortableFloat.ToUInt32(score);
        return new ListEntry(application.Program, image >= _cutoffs.Rank[application.Program] ? image : MatchInstance.Unranked);
    }
}
