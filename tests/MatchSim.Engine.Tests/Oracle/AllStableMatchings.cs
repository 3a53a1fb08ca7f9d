using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>One matching, comparable; −1 = none.</summary>
public sealed record Assignment(int[] ProgramOf, int[] SupplementalProgramOf)
{
    public bool Equals(Assignment? other) => other is not null
        && ProgramOf.AsSpan().SequenceEqual(other.ProgramOf)
        && SupplementalProgramOf.AsSpan().SequenceEqual(other.SupplementalProgramOf);

    public override int GetHashCode() => ProgramOf.Aggregate(17, HashCode.Combine);

    public override string ToString() =>
        $"[{string.Join(' ', ProgramOf)}] supplemental [{string.Join(' ', SupplementalProgramOf)}]";
}

/// <summary>The slow oracle: tries every way to match (up to about 6 applicants and 4 programs) and keeps what the
/// verifier calls stable.</summary>
public sealed class AllStableMatchings
{
    private readonly MatchInstance _instance;
    private readonly StabilityDefinition _definition;
    private readonly int[] _programOf;
    private readonly int[] _supplementalOf;
    private readonly int[] _room;
    private readonly List<(int A, int B, int Couple)> _units = [];
    private readonly HashSet<Assignment> _found = [];

    private AllStableMatchings(MatchInstance instance, StabilityDefinition definition)
    {
        _instance = instance;
        _definition = definition;
        _programOf = new int[instance.ApplicantCount];
        _supplementalOf = new int[instance.ApplicantCount];
        Array.Fill(_programOf, -1);
        Array.Fill(_supplementalOf, -1);
        _room = [.. instance.Quotas[..instance.ProgramCount]];
        for (int c = 0; c < instance.CoupleCount; c++)
            _units.Add((instance.CoupleA[c], instance.CoupleB[c], c));
        for (int a = 0; a < instance.ApplicantCount; a++)
            if (!_units.Exists(u => u.Couple >= 0 && (u.A == a || u.B == a)))
                _units.Add((a, -1, -1));
    }

    public static IReadOnlySet<Assignment> Of(
        MatchInstance instance, StabilityDefinition definition = StabilityDefinition.BiroIrvingSchlotter)
    {
        var search = new AllStableMatchings(instance, definition);
        search.Unit(0);
        return search._found;
    }

    public static IReadOnlySet<Assignment> Of(TestMarket market) => Of(market.ToInstance());

    private void Unit(int index)
    {
        if (index == _units.Count)
        {
            Supplemental(0);
            return;
        }

        (int a, int b, int couple) = _units[index];
        Unit(index + 1);
        if (couple < 0)
            foreach (ListEntry entry in _instance.Entries.AsSpan(_instance.ListOffsets[a].._instance.ListOffsets[a + 1]))
                With(a, entry.Program, entry.Score, () => Unit(index + 1));
        else
            foreach (PairEntry pair in
                _instance.Pairs.AsSpan(_instance.PairOffsets[couple].._instance.PairOffsets[couple + 1]))
                With(a, pair.ProgramA, pair.ScoreA, () => With(b, pair.ProgramB, pair.ScoreB, () => Unit(index + 1)));
    }

    private void With(int applicant, int program, uint score, Action rest)
    {
        if (program < 0)
        {
            rest();
            return;
        }

        if (score == MatchInstance.Unranked || _room[program] == 0)
            return;
        _room[program]--;
        _programOf[applicant] = program;
        rest();
        _programOf[applicant] = -1;
        _room[program]++;
    }

    private void Supplemental(int applicant)
    {
        if (applicant == _instance.ApplicantCount || _instance.SupplementalOffsets.Length == 0)
        {
            if (Stability.Check(_instance, _programOf, _supplementalOf, _definition).IsStable)
                _found.Add(new Assignment([.. _programOf], [.. _supplementalOf]));
            return;
        }

        Supplemental(applicant + 1);
        for (int i = _instance.SupplementalOffsets[applicant]; i < _instance.SupplementalOffsets[applicant + 1]; i++)
        {
            SupplementalLink link = _instance.SupplementalLinks[i];
            if (link.AdvancedProgram != _programOf[applicant])
                continue;
            for (int e = link.Start; e < link.End; e++)
            {
                (int program, uint score) = _instance.SupplementalEntries[e];
                if (score == MatchInstance.Unranked || _room[program] == 0 || program == _programOf[applicant])
                    continue;
                _room[program]--;
                _supplementalOf[applicant] = program;
                Supplemental(applicant + 1);
                _supplementalOf[applicant] = -1;
                _room[program]++;
            }
        }
    }
}
