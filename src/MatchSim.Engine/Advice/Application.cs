using MatchSim.Engine.Interviews;

namespace MatchSim.Engine.Advice;

/// <summary>One application of a focal applicant, with what the two sides think of each other before they meet.</summary>
/// <param name="Program">Program index.</param>
/// <param name="Kind">Why it is applied to.</param>
/// <param name="Utility">Utility before any interview, standard deviations of taste: what signals go by.</param>
/// <param name="Wanted">The same less the distaste for the block: what interviews go by.</param>
/// <param name="Score">Program's score without a signal, standard deviations of MD quality; −∞ = screened out.</param>
internal readonly record struct Application(int Program, BlockKind Kind, float Utility, float Wanted, float Score);
