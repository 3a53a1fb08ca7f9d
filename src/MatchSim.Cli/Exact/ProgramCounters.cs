using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Exact;

/// <summary>What an applicant would find at a program.</summary>
/// <param name="Full">Literal: those better than the applicant fill the quota.</param>
/// <param name="NearlyFull">Literal: they fill it but for one position, or wholly.</param>
internal readonly record struct Rivals(int Full, int NearlyFull);

/// <summary>
/// Counters "at least j of the first i on the program's list are here", j up to the quota: they bound the fill, and say
/// of everybody whether the better ones fill the quota.
/// </summary>
/// <remarks>The cell (i, j) is a variable equivalent to (i−1, j) ∨ ((i−1, j−1) ∧ the i-th is here). Cells too low to
/// matter for the last on the list are left out.</remarks>
internal sealed class ProgramCounters
{
    private readonly Cnf _cnf;
    private readonly Dictionary<(int Applicant, int Program), Rivals> _rivals = [];

    public ProgramCounters(Cnf cnf, MatchInstance instance, Positions positions, CancellationToken stop)
    {
        _cnf = cnf;
        Seat[] seats = [.. positions.PrimaryPlaces, .. positions.Supplemental];
        Array.Sort(seats, AsProgramsRank);
        var candidates = new List<(int Applicant, int Here)>();
        var ways = new List<int>();
        for (int start = 0, end; start < seats.Length; start = end)
        {
            stop.ThrowIfCancellationRequested();
            int program = seats[start].Program;
            candidates.Clear();
            for (end = start; end < seats.Length && seats[end].Program == program;)
            {
                int applicant = seats[end].Applicant;
                ways.Clear();
                for (; end < seats.Length && (seats[end].Applicant, seats[end].Program) == (applicant, program); end++)
                    ways.Add(seats[end].Literal);
                candidates.Add((applicant, cnf.AnyOf([.. ways])));
            }

            Count(program, instance.Quotas[program], candidates);
        }
    }

    /// <summary>Those whom the program likes better than this applicant, who has a way to be there.</summary>
    public Rivals Of(int applicant, int program) => _rivals[(applicant, program)];

    private static int AsProgramsRank(Seat x, Seat y)
    {
        int order = x.Program.CompareTo(y.Program);
        if (order == 0)
            order = y.Score.CompareTo(x.Score);
        return order == 0 ? x.Applicant.CompareTo(y.Applicant) : order;
    }

    private void Count(int program, int quota, List<(int Applicant, int Here)> candidates)
    {
        if (quota > candidates.Count)
        {
            foreach ((int applicant, _) in candidates)
                _rivals.Add((applicant, program), new Rivals(Cnf.False, Cnf.False));
            return;
        }

        int[] atLeast = new int[quota + 1];
        Array.Fill(atLeast, Cnf.False);
        atLeast[0] = Cnf.True;
        for (int i = 0; i < candidates.Count; i++)
        {
            (int applicant, int here) = candidates[i];
            _rivals.Add((applicant, program), new Rivals(atLeast[quota], quota == 0 ? Cnf.True : atLeast[quota - 1]));
            _cnf.Add(-atLeast[quota], -here);
            int after = candidates.Count - 1 - (i + 1);
            for (int j = Math.Min(quota, i + 1); after >= 0 && j >= Math.Max(1, quota - 1 - after); j--)
                atLeast[j] = Either(atLeast[j], atLeast[j - 1], here);
        }
    }

    /// <summary>enough ∨ (nearly ∧ here), given enough ⇒ nearly.</summary>
    private int Either(int enough, int nearly, int here)
    {
        if (nearly == Cnf.True && enough == Cnf.False)
            return here;
        int cell = _cnf.NewVariable();
        _cnf.Add(-enough, cell);
        _cnf.Add(-nearly, -here, cell);
        _cnf.Add(-cell, enough, here);
        _cnf.Add(-cell, enough, nearly);
        return cell;
    }
}
