using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Exact;

/// <summary>Who is where, as the verifier reads it; <see cref="MatchInstance.None"/> = nowhere.</summary>
/// <param name="ProgramOf">[applicant] program of the primary or joint list.</param>
/// <param name="SupplementalProgramOf">[applicant] program of the supplemental list; empty = the instance has none.</param>
internal sealed record ExactMatching(int[] ProgramOf, int[] SupplementalProgramOf);

/// <summary>
/// "There is a stable matching" as a formula: it has a model exactly when the instance has a stable matching, and the
/// model says which. Singles, couples and supplemental lists; reversions and parity are not in it.
/// </summary>
/// <remarks>Written from the definitions of stability, entry by entry: either the owner gets the entry or a better one, or
/// the program has filled its quota with better people. The families of clauses stand in docs/exact.md.</remarks>
internal sealed class StableMatchingFormula
{
    private readonly Cnf _cnf;
    private readonly MatchInstance _instance;
    private readonly StabilityDefinition _definition;
    private readonly ProgramCounters _counters;

    /// <summary>Adds the formula of an instance to <paramref name="cnf"/>, with variables of its own: several instances in
    /// one formula are their conjunction.</summary>
    public StableMatchingFormula(
        Cnf cnf, MatchInstance instance, StabilityDefinition definition, CancellationToken stop = default)
    {
        if (instance.Reversions.Length > 0 || instance.Parities.Any(parity => parity != Parity.Any))
            throw new ArgumentException("Reversions and parity have no formula.", nameof(instance));
        _cnf = cnf;
        _instance = CertainRefusals.Without(instance);
        _definition = definition;
        Positions = new Positions(cnf, _instance);
        stop.ThrowIfCancellationRequested();
        _counters = new ProgramCounters(cnf, _instance, Positions, stop);
        for (int a = 0; a < instance.ApplicantCount; a++)
            Single(a);
        for (int c = 0; c < instance.CoupleCount; c++)
            Couple(c);
        foreach (OpenList list in Positions.OpenLists)
            Supplemental(list);
    }

    public Positions Positions { get; }

    /// <summary>The matching of a model.</summary>
    /// <param name="model">[variable] its value; entry 0 has no meaning.</param>
    public ExactMatching Decode(bool[] model)
    {
        int[] ProgramsOf(IEnumerable<Seat> seats, int length)
        {
            int[] programs = new int[length];
            Array.Fill(programs, MatchInstance.None);
            foreach (Seat seat in seats)
            {
                if (model[seat.Literal])
                    programs[seat.Applicant] = seat.Program;
            }

            return programs;
        }

        int n = _instance.ApplicantCount;
        return new ExactMatching(
            ProgramsOf(Positions.Primary, n),
            ProgramsOf(Positions.Supplemental, _instance.SupplementalOffsets.Length > 0 ? n : 0));
    }

    private void Single(int applicant)
    {
        for (int e = _instance.ListOffsets[applicant]; e < _instance.ListOffsets[applicant + 1]; e++)
        {
            if (Positions.EntryPrefixes[e] != 0)
                _cnf.Add(Positions.EntryPrefixes[e], _counters.Of(applicant, _instance.Entries[e].Program).Full);
        }
    }

    private void Supplemental(OpenList list)
    {
        for (int e = 0; e < list.Prefixes.Length; e++)
        {
            int program = _instance.SupplementalEntries[list.Start + e].Program;
            if (list.Prefixes[e] != 0)
                _cnf.Add(-list.Opened, list.Prefixes[e], _counters.Of(list.Applicant, program).Full);
        }
    }

    private void Couple(int couple)
    {
        int a = _instance.CoupleA[couple];
        int b = _instance.CoupleB[couple];
        for (int k = _instance.PairOffsets[couple]; k < _instance.PairOffsets[couple + 1]; k++)
        {
            PairEntry pair = _instance.Pairs[k];
            int prefix = Positions.PairPrefixes[k];
            if (prefix == 0)
                continue;
            if (pair.ProgramA == pair.ProgramB && pair.ProgramA != MatchInstance.None)
                OneProgram(prefix, pair, a, b);
            else
                _cnf.Add(
                    prefix,
                    Refuses(a, pair.ProgramA, b, pair.ProgramB),
                    Refuses(b, pair.ProgramB, a, pair.ProgramA));
        }
    }

    /// <summary>A full program refuses nobody whom it has: its better people would be one too many. Nor does it refuse one
    /// whose partner gives up a place there: he who goes elsewhere loses what his supplemental list got him.</summary>
    private int Refuses(int applicant, int program, int partner, int partnerGoesTo)
    {
        if (program == MatchInstance.None)
            return Cnf.False;
        int full = _counters.Of(applicant, program).Full;
        int partnerThere = Positions.SupplementalAt(partner, program);
        if (partnerThere == Cnf.False || full == Cnf.False)
            return full;
        int refuses = _cnf.NewVariable();
        _cnf.Add(-refuses, full);
        _cnf.Add(-refuses, -partnerThere, Positions.PrimaryAt(partner, partnerGoesTo));
        return refuses;
    }

    private void OneProgram(int prefix, PairEntry pair, int a, int b)
    {
        int program = pair.ProgramA;
        bool aIsBetter = pair.ScoreA > pair.ScoreB || (pair.ScoreA == pair.ScoreB && a < b);
        (int better, int worse) = aIsBetter ? (a, b) : (b, a);
        int betterThere = Positions.PrimaryAt(better, program);
        int worseThere = Positions.PrimaryAt(worse, program);
        int exchanges = Positions.SupplementalAt(better, program);
        Rivals ofBetter = _counters.Of(better, program);
        Rivals ofWorse = _counters.Of(worse, program);
        if (_definition == StabilityDefinition.BiroIrvingSchlotter)
        {
            _cnf.Add(prefix, betterThere, worseThere, ofWorse.NearlyFull);
            _cnf.Add(prefix, betterThere, worseThere, -exchanges, ofWorse.Full);
            _cnf.Add(prefix, -worseThere, ofWorse.NearlyFull);
            _cnf.Add(prefix, -worseThere, -exchanges);
        }
        else
        {
            _cnf.Add(prefix, betterThere, worseThere, ofBetter.NearlyFull, ofWorse.Full);
            _cnf.Add(prefix, betterThere, worseThere, ofBetter.NearlyFull, -exchanges);
            _cnf.Add(prefix, -worseThere, ofBetter.NearlyFull);
        }

        _cnf.Add(prefix, -betterThere, ofWorse.Full);
    }
}
