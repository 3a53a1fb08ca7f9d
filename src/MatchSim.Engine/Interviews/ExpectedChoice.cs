namespace MatchSim.Engine.Interviews;

/// <summary>
/// What the choice scores of a group will be like, before any taste is drawn: sums over its programs, from which the
/// moments for any applicant follow. They say how long the search for the best takes, never what it finds.
/// </summary>
internal readonly record struct ExpectedChoice(
    int Count, float Common, float CommonSquares, float CommonDesirability, float Desirability, float DesirabilitySquares)
{
    /// <summary>With one more program.</summary>
    /// <param name="common">What does not depend on the applicant.</param>
    public ExpectedChoice With(float common, float desirability) => new(
        Count + 1,
        Common + common,
        CommonSquares + (common * common),
        CommonDesirability + (common * desirability),
        Desirability + desirability,
        DesirabilitySquares + (desirability * desirability));

    /// <summary>Moments of common + slope × desirability + what is drawn.</summary>
    /// <param name="mean">Mean of what is drawn.</param>
    /// <param name="square">Mean of its square.</param>
    public ScoreMoments For(float slope, float mean, float square)
    {
        float fixedPart = Common + (slope * Desirability);
        float squares = CommonSquares + (2 * slope * CommonDesirability) + (slope * slope * DesirabilitySquares);
        return new ScoreMoments(Count, fixedPart + (Count * mean), squares + (2 * mean * fixedPart) + (Count * square));
    }
}
