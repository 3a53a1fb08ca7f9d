using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MatchSim.Cli.Reports;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The blocks of docs/validation.md, made of the filed runs.</summary>
internal static class ValidationPage
{
    private const double Near = 0.8;      // tolerances

    private static readonly ApplicantType?[] Types =
        [ApplicantType.UsMdSenior, ApplicantType.UsDoSenior, ApplicantType.UsImg, ApplicantType.NonUsImg, ApplicantType.Other, null];

    /// <summary>The page with the text between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> replaced.</summary>
    public static string With(string page, string name, string text)
    {
        string pattern = $"(?<open><!-- {name} -->\n).*?(?<close><!-- /{name} -->)";
        Assert.Matches(new Regex(pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(5)), page);
        return Regex.Replace(
            page, pattern, match => $"{match.Groups["open"].Value}{text}{match.Groups["close"].Value}",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
    }

    /// <summary>How many targets are met, by which command.</summary>
    public static string Verdict(FiledValidation run) =>
        $"**{run.Within} of {run.Judged} targets** are within their tolerance at once, on a seed that the fit has not seen\n(`{run.Command}`).\n";

    /// <summary>What is outside its tolerance.</summary>
    public static string Outside(FiledValidation run) => Table(run.Rows.Where(row => Math.Abs(row.Miss) > 1), "Nothing is outside its tolerance.");

    /// <summary>What is within, but near the edge.</summary>
    public static string NearTheEdge(FiledValidation run) => Table(
        run.Rows.Where(row => Math.Abs(row.Miss) is > Near and <= 1).OrderByDescending(row => Math.Abs(row.Miss)), "Nothing is near the edge.");

    /// <summary>Every target, judged or shown.</summary>
    public static string Every(FiledValidation run) => Table(run.Rows, "");

    /// <summary>Match rates by type, published beside simulated.</summary>
    public static string Rates(IReadOnlyList<FiledValidation> years)
    {
        var text = new StringBuilder("| match rate, % of active |");
        foreach (FiledValidation year in years)
            text.Append(CultureInfo.InvariantCulture, $" {year.Scenario} published | simulated |");
        text.Append("\n| --- |" + string.Concat(Enumerable.Repeat(" --- | --- |", years.Count)) + "\n");
        foreach (ApplicantType? type in Types)
            text.Append($"| {Wording.Name(type)} |{string.Concat(years.Select(year => Cells(year.Find(TargetMeasure.MatchRate, type))))}\n");
        text.Append($"| IMGs together |{string.Concat(years.Select(Imgs))}\n");
        text.Append($"| targets met |{string.Concat(years.Select(year => $" | {year.Within} of {year.Judged} |"))}\n");
        return text.Append($"\nSeasons: {string.Join(", ", years.Select(year => $"{year.Replications} of {year.Scenario}"))}; seed {years[0].Seed}.\n").ToString();
    }

    private static string Cells(FiledTarget? row)
    {
        if (row is null)
            return " – | – |";
        string judged = row.Verdict == "outside" ? "**" : "";
        return $" {Wording.Percent(row.Target.Published)} | {judged}{Wording.Percent(row.Simulated)}{judged} ±{Wording.Percent(row.HalfWidth)} |";
    }

    /// <summary>Both kinds of IMGs, weighted by those active.</summary>
    private static string Imgs(FiledValidation year)
    {
        ApplicantType[] imgs = [ApplicantType.UsImg, ApplicantType.NonUsImg];
        return $" {Mean(row => row.Target.Published)} | {Mean(row => row.Simulated)} |";

        string Mean(Func<FiledTarget, double> value)
        {
            FiledTarget?[] active = [.. imgs.Select(type => year.Find(TargetMeasure.Active, type))];
            FiledTarget?[] rates = [.. imgs.Select(type => year.Find(TargetMeasure.MatchRate, type))];
            if (active.Concat(rates).Any(row => row is null))
                return "–";
            return Wording.Percent(active.Zip(rates, (count, rate) => value(count!) * value(rate!)).Sum() / active.Sum(count => value(count!)));
        }
    }

    private static string Table(IEnumerable<FiledTarget> rows, string none)
    {
        FiledTarget[] all = [.. rows];
        if (all.Length == 0)
            return none + "\n";
        var text = new StringBuilder("| figure | published | year | simulated | off by, tolerances |\n| --- | --- | --- | --- | --- |\n");
        foreach (FiledTarget row in all)
        {
            TargetMeasure measure = row.Target.Measure;
            string miss = double.IsNaN(row.Miss) ? "–" : (Math.Abs(row.Miss) > 1 ? "**outside** " : "") + Wording.Signed(row.Miss);
            text.Append(
                $"| {TargetWording.Caption(measure)}: {TargetWording.Group(row.Target)} | {TargetWording.Value(measure, row.Target.Published)} | {row.Target.Year} " +
                $"| {TargetWording.Value(measure, row.Simulated)} ±{TargetWording.Value(measure, row.HalfWidth)} | {miss} |\n");
        }

        return text.ToString();
    }
}
