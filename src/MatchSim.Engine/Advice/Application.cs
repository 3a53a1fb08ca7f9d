using MatchSim.Engine.Interviews;

namespace MatchSim.Engine.Advice;

/// <summary>One application of a focal applicant, with all that the two sides will ever think of each other.</summary>
/// <param name="Program">Program index.</param>
/// <param name="Kind">Why it is applied to.</param>
/// <param name="Utility">Utility before any interview, standard deviations of taste: what signals go by.</param>
/// <param name="Wanted">The same less the distaste for the block: what interviews go by.</param>
/// <param name="Score">Program's score without a signal, standard deviations of MD quality; −∞ = screened out.</param>
/// <param name="UtilityAfter">Utility after the interview.</param>
/// <param name="Impression">What the interview adds to the program's score beside the applicant's own performance.</param>
/// <param name="Relief">What the program forgives of its seldom penalty when it ranks; 0 = it has none.</param>
internal readonly record struct Application(
    int Program, BlockKind Kind, float Utility, float Wanted, float Score, float UtilityAfter, float Impression, float Relief);
