using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Exact;

/// <summary>A way to be at a program.</summary>
/// <param name="Score">The program's score of the applicant.</param>
/// <param name="Literal">Holds exactly when this entry (or pair) came true.</param>
internal readonly record struct Seat(int Applicant, int Program, uint Score, int Literal);

/// <summary>A supplemental list that its owner uses while at the advanced program.</summary>
/// <param name="Opened">Literal: the owner is at the advanced program.</param>
/// <param name="Start">First entry in <see cref="MatchInstance.SupplementalEntries"/>.</param>
/// <param name="Prefixes">[entry − Start] literal "this place of the list or a better one"; 0 = nobody can get it.</param>
internal sealed record OpenList(int Applicant, int Opened, int Start, int[] Prefixes);

/// <summary>The variables of a formula: what of everybody's list comes true. Entries that no program reciprocates have
/// none.</summary>
internal sealed class Positions
{
    private readonly Cnf _cnf;
    private readonly MatchInstance _instance;
    private readonly Dictionary<(int Applicant, int Program), int> _primaryAt = [];
    private readonly Dictionary<(int Applicant, int Program), int> _supplementalAt;

    public Positions(Cnf cnf, MatchInstance instance)
    {
        _cnf = cnf;
        _instance = instance;
        EntryPrefixes = new int[instance.ListOffsets[instance.ApplicantCount]];
        PairPrefixes = new int[instance.PairOffsets[instance.CoupleCount]];
        for (int a = 0; a < instance.ApplicantCount; a++)
            AddSingle(a);
        for (int c = 0; c < instance.CoupleCount; c++)
            AddCouple(c);
        for (int a = 0; instance.SupplementalOffsets.Length > 0 && a < instance.ApplicantCount; a++)
            AddSupplemental(a);
        _supplementalAt = Supplemental.GroupBy(seat => (seat.Applicant, seat.Program), seat => seat.Literal)
            .ToDictionary(seats => seats.Key, seats => cnf.AnyOf([.. seats]));
    }

    /// <summary>[entry of <see cref="MatchInstance.Entries"/>] literal "this entry or a better one"; 0 = nobody can get it.
    /// </summary>
    public int[] EntryPrefixes { get; }

    /// <summary>[pair of <see cref="MatchInstance.Pairs"/>] the same for couples.</summary>
    public int[] PairPrefixes { get; }

    public List<OpenList> OpenLists { get; } = [];

    /// <summary>Ways to be at a program by the primary or joint list; a pair gives one to each member.</summary>
    public List<Seat> Primary { get; } = [];

    /// <summary>Ways to be at a program by a supplemental list.</summary>
    public List<Seat> Supplemental { get; } = [];

    /// <summary>One seat an applicant and program: all ways of the primary or joint list together.</summary>
    public IEnumerable<Seat> PrimaryPlaces => Primary.DistinctBy(seat => (seat.Applicant, seat.Program))
        .Select(seat => seat with { Literal = PrimaryAt(seat.Applicant, seat.Program) });

    /// <summary>Literal "this applicant is at this program by the primary or joint list".</summary>
    public int PrimaryAt(int applicant, int program) => _primaryAt.GetValueOrDefault((applicant, program), Cnf.False);

    /// <summary>Literal "this applicant is at this program by a supplemental list".</summary>
    public int SupplementalAt(int applicant, int program) => _supplementalAt.GetValueOrDefault((applicant, program), Cnf.False);

    private void AddSingle(int applicant)
    {
        var ladder = new Ladder(_cnf);
        for (int e = _instance.ListOffsets[applicant]; e < _instance.ListOffsets[applicant + 1]; e++)
        {
            (int program, uint score) = _instance.Entries[e];
            if (score == MatchInstance.Unranked)
                continue;
            var seat = new Seat(applicant, program, score, ladder.Next());
            if (!_primaryAt.TryAdd((applicant, program), seat.Literal))
                _cnf.Add(-seat.Literal);
            else
                Primary.Add(seat);
            EntryPrefixes[e] = ladder.Prefix;
        }
    }

    private void AddCouple(int couple)
    {
        int a = _instance.CoupleA[couple];
        int b = _instance.CoupleB[couple];
        int first = Primary.Count;
        var ladder = new Ladder(_cnf);
        for (int k = _instance.PairOffsets[couple]; k < _instance.PairOffsets[couple + 1]; k++)
        {
            PairEntry pair = _instance.Pairs[k];
            if (Impossible(pair.ProgramA, pair.ScoreA) || Impossible(pair.ProgramB, pair.ScoreB))
                continue;
            int here = ladder.Next();
            PairPrefixes[k] = ladder.Prefix;
            if (pair.ProgramA != MatchInstance.None)
                Primary.Add(new Seat(a, pair.ProgramA, pair.ScoreA, here));
            if (pair.ProgramB != MatchInstance.None)
                Primary.Add(new Seat(b, pair.ProgramB, pair.ScoreB, here));
        }

        foreach (IGrouping<(int, int), int> seats in Primary.Skip(first)
            .GroupBy(seat => (seat.Applicant, seat.Program), seat => seat.Literal))
            _primaryAt.Add(seats.Key, _cnf.AnyOf([.. seats]));
    }

    private static bool Impossible(int program, uint score) =>
        program != MatchInstance.None && score == MatchInstance.Unranked;

    private void AddSupplemental(int applicant)
    {
        var seen = new HashSet<int>();
        for (int i = _instance.SupplementalOffsets[applicant]; i < _instance.SupplementalOffsets[applicant + 1]; i++)
        {
            SupplementalLink link = _instance.SupplementalLinks[i];
            int opened = PrimaryAt(applicant, link.AdvancedProgram);
            if (opened == Cnf.False || !seen.Add(link.AdvancedProgram))
                continue;
            var list = new OpenList(applicant, opened, link.Start, new int[link.End - link.Start]);
            var ladder = new Ladder(_cnf);
            for (int e = link.Start; e < link.End; e++)
            {
                (int program, uint score) = _instance.SupplementalEntries[e];
                if (score == MatchInstance.Unranked || program == link.AdvancedProgram)
                    continue;
                Supplemental.Add(new Seat(applicant, program, score, ladder.Next()));
                list.Prefixes[e - link.Start] = ladder.Prefix;
            }

            _cnf.Add(-ladder.Prefix, opened);
            OpenLists.Add(list);
        }
    }
}
