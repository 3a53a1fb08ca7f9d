using System.Globalization;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Cli.Reports;

/// <summary>Targets in the words, units and digits of readers.</summary>
internal static class TargetWording
{
    private const string None = "–";

    /// <summary>What is measured, with its unit.</summary>
    public static string Caption(TargetMeasure measure) => measure switch
    {
        TargetMeasure.MatchRate => "PGY-1 match rate, % of active applicants",
        TargetMeasure.Active => "Active applicants (those who certified a rank order list)",
        TargetMeasure.FillRate => "PGY-1 positions filled, %",
        TargetMeasure.FillRateAll => "Positions filled, % of those offered",
        TargetMeasure.ProgramsUnfilled => "Programs with an unfilled position, %",
        TargetMeasure.RankListLengthMatched => "Length of the lists of matched applicants, mean",
        TargetMeasure.RankListLengthUnmatched => "Length of the lists of unmatched applicants, mean",
        TargetMeasure.RanksPerPositionFilled => "Applicants ranked per position by programs that fill",
        TargetMeasure.RanksPerPositionUnfilled => "Applicants ranked per position by programs that do not fill",
        TargetMeasure.CouplesBoth => "Couples with both matched, %",
        TargetMeasure.CouplesOne => "Couples with one matched, %",
        TargetMeasure.CouplesNeither => "Couples with neither matched, %",
        TargetMeasure.FirstChoiceShare => "Matched to the first choice, % of active applicants",
        TargetMeasure.Top3Share => "Matched to one of the first three choices, % of active applicants",
        TargetMeasure.ApplicationsMean => "Programs applied to, mean of all who applied",
        TargetMeasure.ApplicationsPerPosition => "Applications per position",
        TargetMeasure.InvitationsPerPosition => "Invitations per position",
        TargetMeasure.InterviewsPerPosition => "Interviews per position",
        TargetMeasure.RanksPerPosition => "Applicants ranked per position",
        TargetMeasure.ApplicantListEntries => "Entries of all applicants' lists",
        TargetMeasure.ProgramListEntries => "Entries of all programs' lists",
        TargetMeasure.FilledShare => "Filled by the type, % of the positions filled in the specialty",
        TargetMeasure.MatchRateByRanks => "Matched to the specialty ranked first by contiguous ranks in it, %",
        _ => "Step 2 CK of those matched to the specialty they rank first less that of those not, points",
    };

    /// <summary>The table a target stands in: measures with a line or two share one, figures of a specialty have one.</summary>
    public static string Section(Target target) => target.Measure switch
    {
        TargetMeasure.FillRate or TargetMeasure.ProgramsUnfilled or TargetMeasure.CouplesBoth or TargetMeasure.CouplesOne
            or TargetMeasure.CouplesNeither => "Positions, programs and couples, %",
        TargetMeasure.FirstChoiceShare or TargetMeasure.Top3Share =>
            $"{Wording.Name(target.Type)}: matched to the first choice or one of the first three, % of active applicants",
        TargetMeasure.RanksPerPositionFilled or TargetMeasure.RanksPerPositionUnfilled or TargetMeasure.RanksPerPosition
            or TargetMeasure.ApplicationsPerPosition or TargetMeasure.InvitationsPerPosition or TargetMeasure.InterviewsPerPosition => "Per position",
        TargetMeasure.ApplicantListEntries or TargetMeasure.ProgramListEntries => "Entries of all rank order lists",
        TargetMeasure.FillRateAll or TargetMeasure.FilledShare when target.Specialty is { } specialty =>
            $"{specialty}: positions filled, % of those offered, and by whom, % of those filled",
        TargetMeasure.MatchRateByRanks or TargetMeasure.Step2Gap =>
            $"{Wording.Name(target.Type)}, {target.Specialty}: {Lower(Caption(target.Measure))}",
        _ => Caption(target.Measure),
    };

    /// <summary>What a line of its table is about, where the table holds several measures; else empty.</summary>
    private static string Short(TargetMeasure measure) => measure switch
    {
        TargetMeasure.FillRate => "PGY-1 positions",
        TargetMeasure.ProgramsUnfilled => "programs not filled",
        TargetMeasure.CouplesBoth => "couples, both",
        TargetMeasure.CouplesOne => "couples, one",
        TargetMeasure.CouplesNeither => "couples, neither",
        TargetMeasure.FirstChoiceShare => "first choice",
        TargetMeasure.Top3Share => "first three",
        TargetMeasure.RanksPerPositionFilled => "ranks if filled",
        TargetMeasure.RanksPerPositionUnfilled => "ranks if not filled",
        TargetMeasure.RanksPerPosition => "ranks, all",
        TargetMeasure.ApplicationsPerPosition => "applications",
        TargetMeasure.InvitationsPerPosition => "invitations",
        TargetMeasure.InterviewsPerPosition => "interviews",
        TargetMeasure.ApplicantListEntries => "applicants' lists",
        TargetMeasure.ProgramListEntries => "programs' lists",
        TargetMeasure.FillRateAll => "positions filled",
        TargetMeasure.Step2Gap => "difference",
        _ => "",
    };

    /// <summary>Whether the measure is a share 0–1, shown per hundred.</summary>
    public static bool IsShare(TargetMeasure measure) =>
        measure is TargetMeasure.FilledShare or TargetMeasure.MatchRateByRanks
        || (Enum.TryParse(measure.ToString(), out Measure same) && MeasureWording.IsShare(same));

    /// <summary>Whom or what a target is about, within its table.</summary>
    public static string Line(Target target) => (target.Measure, Short(target.Measure)) switch
    {
        (TargetMeasure.MatchRateByRanks, _) => Ranks(target.Ranks),
        (TargetMeasure.FilledShare, _) => $"by {Wording.Name(target.Type)}",
        (_, "") => Group(target),
        (_, var what) => what,
    };

    /// <summary>Whom or what a target is about, within its measure.</summary>
    public static string Group(Target target)
    {
        string[] parts =
        [
            .. target.Specialty is { } specialty ? [specialty] : Array.Empty<string>(),
            .. target.Type is { } type ? [Wording.Name(type)] : Array.Empty<string>(),
            .. target.Ranks > 0 ? [Ranks(target.Ranks)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "all" : string.Join(", ", parts);
    }

    /// <summary>A value of the measure as printed, without its unit.</summary>
    public static string Value(TargetMeasure measure, double value)
    {
        if (double.IsNaN(value))
            return None;
        return IsShare(measure) ? Wording.Percent(value) : Wording.Number(value);
    }

    public static string Interval(TargetResult result) => double.IsNaN(result.CiLow)
        ? None
        : $"{Value(result.Target.Measure, result.CiLow)} – {Value(result.Target.Measure, result.CiHigh)}";

    /// <summary>The difference in the unit of its tolerance: points of a share, % of the figure, or the measure's own.</summary>
    public static string Difference(TargetResult result)
    {
        if (result.Replications == 0)
            return None;
        if (result.Target.Tolerance is { Kind: ToleranceKind.Relative })
            return Wording.Points(result.Difference / result.Target.Published) + " %";
        return IsShare(result.Target.Measure) ? Wording.Points(result.Difference) : Wording.Signed(result.Difference);
    }

    public static string Tolerance(Target target)
    {
        if (target.Tolerance is not { } tolerance)
            return None;
        double amount = tolerance.Kind == ToleranceKind.Relative || IsShare(target.Measure) ? 100 * tolerance.Amount : tolerance.Amount;
        string number = Math.Round(amount, 6).ToString(CultureInfo.InvariantCulture);
        return tolerance.Kind == ToleranceKind.Relative ? $"±{number} %" : $"±{number}";
    }

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Engine.Calibration.Verdict.Within => "within",
        Engine.Calibration.Verdict.Outside => "OUTSIDE",
        Engine.Calibration.Verdict.Shown => None,
        _ => "absent",
    };

    private static string Ranks(int ranks) => ranks == 1 ? "1 rank" : $"{ranks} ranks";

    /// <summary>A caption in the middle of a sentence; a name such as Step 2 CK keeps its capital.</summary>
    private static string Lower(string caption) =>
        caption.StartsWith("Step", StringComparison.Ordinal) ? caption : char.ToLowerInvariant(caption[0]) + caption[1..];
}
