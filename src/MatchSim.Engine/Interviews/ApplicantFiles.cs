using System.Runtime.InteropServices;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// What programs read of each row of the <see cref="Audience"/>: the Step 2 CK scores that decide who is read at all, in columns;
/// the rest side by side in one record a row, since only one in nine is read.
/// </summary>
internal sealed class ApplicantFiles(MarketLayout layout)
{
    private readonly List<SharedSignal> _shared = [];
    private Aligned<float> _step2 = new(0);      // [policy × Room + row]

    /// <summary>Rows there is room for: from one column of scores to the next.</summary>
    public int Room { get; private set; }

    /// <summary>[row] applicant.</summary>
    public int[] Applicant { get; private set; } = [];

    /// <summary>[row] the files.</summary>
    public FileRecord[] Records { get; private set; } = [];

    /// <summary>[row] utilities that a program must reach to have a signal, and a gold one.</summary>
    public SignalLimits[] Limits { get; private set; } = [];

    /// <summary>What makes the draws of the programs' scores from the key of the tastes in <see cref="Records"/>.</summary>
    public AgentStream Noise { get; private set; }

    /// <summary>A signal that the limits in the file do not tell of, because equally wanted programs had to share.</summary>
    public void Share(SharedSignal signal) => _shared.Add(signal);

    /// <summary>Puts them in the order of <see cref="SharedBy"/>.</summary>
    public void SortShared() => _shared.Sort(static (one, other) => one.Program.CompareTo(other.Program));

    /// <summary>Those for one program.</summary>
    public ReadOnlySpan<SharedSignal> SharedBy(int program)
    {
        Span<SharedSignal> all = CollectionsMarshal.AsSpan(_shared);
        int from = FirstFrom(all, program);
        return all[from..FirstFrom(all, program + 1)];
    }

    private static int FirstFrom(ReadOnlySpan<SharedSignal> sorted, int program)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (sorted[middle].Program < program)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Makes room for the rows of a season.</summary>
    public void Open(Streams streams, int rows)
    {
        _shared.Clear();
        Noise = streams[Purpose.ApplicationScore];
        if (rows <= Room)
            return;
        Room = (rows + (rows >> 3)) / LaneLayout.Width * LaneLayout.Width;
        Applicant = new int[Room];
        Records = new FileRecord[Room];
        Limits = new SignalLimits[Room];
        _step2 = new Aligned<float>(Room * Screens.Policies);
    }

    /// <summary>Step 2 CK scores from a row on, points, as programs of a policy see them: −∞ = whom the policy stops.</summary>
    public ref float Step2(int policy, int row) => ref _step2[(policy * Room) + row];

    /// <summary>Puts an applicant's file for the programs of a group into a row.</summary>
    /// <param name="tastes">The applicant's.</param>
    /// <param name="kind">Why the applicant chose from the group.</param>
    public void Write(
        int row, ApplicantColumns applicants, int applicant, PairStream tastes, int group, BlockKind kind, in SignalLimits signals)
    {
        ulong key = layout.GroupKeys[group];
        (uint tasteStart, uint tasteInner) = tastes.With(key).Halves;
        bool failed = applicants.FailedAttempt[applicant];
        Applicant[row] = applicant;
        Records[row] = new FileRecord
        {
            TasteStart = tasteStart,
            TasteInner = tasteInner,
            Quality = applicants.Quality[applicant],
            Tags = FileTags.Of(applicants.Region[applicant], kind, applicants.Type[applicant], failed),
        };
        Limits[row] = signals;
        int stopping = Screens.Stopping(applicants.Visa[applicant], failed);
        float step2 = applicants.Step2[applicant];
        for (int policy = 0; policy < Screens.Policies; policy++, stopping >>= 1)
            Step2(policy, row) = (stopping & 1) != 0 ? float.NegativeInfinity : step2;
    }
}

/// <summary>A signal that one of several equally wanted programs gets.</summary>
/// <param name="Signal">Silver: it gets one at all. Gold: that is a gold one.</param>
internal readonly record struct SharedSignal(int Applicant, int Program, ProgramSignal Signal);
