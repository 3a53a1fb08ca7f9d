namespace MatchSim.Cli.Shell;

/// <summary>
/// Collects mistakes so that the user sees all of them at once. A file with a million bad lines must not become a
/// million sentences: beyond <see cref="Kept"/> they are counted, and the count is said.
/// </summary>
internal sealed class MistakeList
{
    public const int Kept = 1000;

    private readonly List<Mistake> mistakes = [];

    /// <summary>How many were added, kept or not.</summary>
    public int Count { get; private set; }

    public void Add(string found, string allowed, string? file = null, int line = 0)
    {
        Count++;
        if (mistakes.Count < Kept)
            mistakes.Add(new Mistake(found, allowed, file, line));
    }

    public void Add(Mistake mistake) => Add(mistake.Found, mistake.Allowed, mistake.File, mistake.Line);

    /// <summary>Throws if anything was added: mistakes by file (in the order first met), then line.</summary>
    public void ThrowIfAny()
    {
        if (Count == 0)
            return;
        List<string?> files = [.. mistakes.Select(mistake => mistake.File).Distinct(StringComparer.Ordinal)];
        List<Mistake> sorted = [.. mistakes.OrderBy(mistake => files.IndexOf(mistake.File)).ThenBy(mistake => mistake.Line)];
        if (Count > sorted.Count)
            sorted.Add(new Mistake($"{Count - sorted.Count} more mistakes", "none"));
        throw new UserErrorException(sorted);
    }
}
