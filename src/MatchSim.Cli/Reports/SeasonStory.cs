using MatchSim.Cli.Files;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Soap;

namespace MatchSim.Cli.Reports;

/// <summary>One applicant through the season, in plain words: the summary, every application, the match, SOAP.</summary>
/// <param name="instance">The season's lists, with the ids they are written with.</param>
/// <param name="season">The season of this seed and replication.</param>
internal sealed class SeasonStory(NamedInstance instance, Season season, ulong seed, int replication)
{
    private const int NarrowWidth = 80;

    /// <summary>Width of the table where no terminal says otherwise.</summary>
    private const int PlainWidth = 210;

    private readonly MarketLayout layout = season.Market.Layout;
    private readonly ApplicantTrace trace = new(season.Market.Layout);
    private readonly NamedMatching matching =
        new(season.Match.ProgramOf.ToArray(), season.Match.SupplementalProgramOf.ToArray());

    private Explanation? explanation;

    private ApplicantColumns People => season.Market.Applicants;

    public void Tell(int applicant, TextWriter writer)
    {
        IReadOnlyList<ApplicationFate> fates = trace.Follow(seed, replication, season, applicant);
        string[] match = MatchOf(applicant);
        writer.Write($"{match[0]}\n{Funnel(applicant, fates)}\n");
        foreach (string line in Person(applicant))
            writer.Write($"{line}\n");
        writer.Write('\n');
        int width = Console.IsOutputRedirected ? PlainWidth : Math.Clamp(Console.WindowWidth, NarrowWidth, PlainWidth);
        TextTable.Write(writer, new ApplicationTable(instance, season.Market, applicant).Of(fates), width);
        writer.Write("The match, in the order of the list\n");
        foreach (string line in match.Skip(1))
            writer.Write($"{line}\n");
        if (season.Soap is { } soap)
            writer.Write($"{Soap(soap, applicant)}\n");
    }

    /// <summary>Applied → read → invited → attended → ranked → result.</summary>
    private string Funnel(int applicant, IReadOnlyList<ApplicationFate> fates)
    {
        int Reaching(ApplicationStep step) => fates.Count(fate => fate.Reached >= step);
        int ranked = fates.Count(fate => fate.OwnRank > 0 || fate.SupplementalRank > 0);
        int wanted = fates.Count(fate => fate.ProgramRank > 0);
        return $"applied to {fates.Count} → read by {Reaching(ApplicationStep.NotInvited)} → invited by {Reaching(ApplicationStep.GivenUp)} → " +
            $"attended {Reaching(ApplicationStep.Interviewed)} → ranked {ranked}, ranked by {wanted} → {Result(applicant)}";
    }

    private string Result(int applicant)
    {
        if (season.Match.ProgramOf[applicant] != MatchInstance.None)
            return "matched";
        string unmatched = People.Withdrawn[applicant] ? "withdrew before ranking"
            : season.Lists.Length[applicant] == 0 ? "no rank order list" : "unmatched";
        return season.Soap is { } soap && soap.ProgramOf[applicant] != Market.None ? $"{unmatched} → placed in SOAP" : unmatched;
    }

    private IEnumerable<string> Person(int applicant)
    {
        string second = People.SecondSpecialty[applicant] is var other and not Market.None
            ? $", second specialty {layout.SpecialtyIds[other]}" : "";
        string preliminary = People.AddsPreliminary[applicant] ? ", preliminary programs for the first year" : "";
        yield return $"{Wording.One(People.Type[applicant])}; {layout.SpecialtyIds[People.Specialty[applicant]]}{second}{preliminary}; " +
            $"home region {People.Region[applicant] + 1} of {layout.Scenario.Market.Programs.Regions}{Partner(applicant)}.";
        string attempt = People.FailedAttempt[applicant] ? "a failed first attempt" : "no failed attempt";
        yield return $"Step 2 CK {People.Step2[applicant]:0.0}; quality on paper {Wording.Signed(People.Quality[applicant])} and " +
            $"performance in interviews {Wording.Signed(People.Performance[applicant])} (standard deviations from the mean); " +
            $"{attempt}; {Visa(People.Visa[applicant])}.";
        yield return $"Wanted {People.ApplicationCount[applicant]} programs and sent {season.Applications.Sent[applicant]} applications, " +
            $"${season.Applications.Fees[applicant]:#,0} in fees; attends at most {People.InterviewLimit[applicant]} interviews.";
    }

    private string Partner(int applicant)
    {
        int couple = People.Couple[applicant];
        if (couple == Market.None)
            return "";
        int first = season.Market.CoupleFirst[couple];
        string joint = season.Lists.InstanceCouple[couple] == Market.None ? "; one of the two has no list, so there is no joint one" : "";
        return $"; in a couple with {instance.Applicants[first == applicant ? first + 1 : first]}{joint}";
    }

    private static string Visa(VisaNeed need) => need switch
    {
        VisaNeed.None => "needs no visa",
        VisaNeed.Any => "needs a visa, J-1 or H-1B",
        _ => "needs a visa, H-1B only",
    };

    /// <summary>The explanation of the match; its first line says how it ended. What lies below the match is counted.</summary>
    private string[] MatchOf(int applicant)
    {
        explanation ??= new Explanation(instance, matching, season.Match.EffectiveQuotas.ToArray());
        string[] lines = [.. explanation.Of(instance.Applicants[applicant])!];
        string[] told = [.. lines.Where(line => !line.EndsWith(Explanation.NotNeeded + ".", StringComparison.Ordinal))];
        int left = lines.Length - told.Length;
        return left == 0 ? told : [.. told, $"  {left} more {(left == 1 ? "entry" : "entries")} below the match: not needed."];
    }

    private string Soap(SoapResult soap, int applicant)
    {
        if (season.Match.ProgramOf[applicant] != MatchInstance.None)
            return "SOAP: not needed.";
        if (soap.Sent[applicant] == 0)
            return People.Withdrawn[applicant] ? "SOAP: took no part after withdrawing." : "SOAP: took no part.";
        string sent = $"SOAP: sent {soap.Sent[applicant]} applications to programs with open positions";
        return soap.ProgramOf[applicant] is var program and not Market.None
            ? $"{sent} and accepted the offer of {instance.Programs[program]}."
            : $"{sent} and got no offer.";
    }
}
