using Microsoft.Extensions.Logging;

namespace MatchSim.Cli.Shell;

/// <summary>What a verb may use of the world around it, besides the files it is told to read and write.</summary>
/// <param name="Answer">Standard output: the answer and nothing else. Buffered; the host flushes it.</param>
/// <param name="Diagnostics">Standard error: progress, summaries, warnings.</param>
/// <param name="Interactive">Standard error is a terminal: progress may be drawn.</param>
/// <param name="Log">The host's log, on standard error.</param>
internal sealed record CommandContext(TextWriter Answer, TextWriter Diagnostics, bool Interactive, ILogger Log);
