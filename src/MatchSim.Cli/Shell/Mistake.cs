namespace MatchSim.Cli.Shell;

/// <summary>One thing the user can mend, said in a sentence: where, what was found, what is allowed.</summary>
/// <param name="Found">What stands there: a noun phrase without a full stop, user text through <see cref="Say.Quote"/>.</param>
/// <param name="Allowed">What may stand there: a noun phrase without a full stop.</param>
/// <param name="File">The file as the user knows it; null = the command line.</param>
/// <param name="Line">1-based line in the file; 0 = the file as a whole.</param>
internal sealed record Mistake(string Found, string Allowed, string? File = null, int Line = 0)
{
    public override string ToString()
    {
        string where = (File, Line) switch
        {
            (null, _) => "",
            (_, 0) => $"{File}: ",
            _ => $"{File}, line {Line}: ",
        };
        return $"{where}found {Found}; allowed: {Allowed}.";
    }
}

/// <summary>Ends a verb with exit code 2 and one sentence per mistake; nothing has been written.</summary>
internal sealed class UserErrorException : Exception
{
    public UserErrorException(IReadOnlyList<Mistake> mistakes)
        : base(string.Join('\n', mistakes))
    {
        Mistakes = mistakes;
    }

    public UserErrorException(Mistake mistake)
        : this([mistake])
    {
    }

    public IReadOnlyList<Mistake> Mistakes { get; }
}
