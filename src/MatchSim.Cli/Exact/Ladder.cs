namespace MatchSim.Cli.Exact;

/// <summary>At most one place on a list, written as a ladder: the prefix of place k says "this place or a better one".
/// </summary>
internal struct Ladder(Cnf cnf)
{
    /// <summary>Prefix of the last place added: "any place so far".</summary>
    public int Prefix { get; private set; } = Cnf.False;

    /// <summary>Adds the next place and returns the literal of exactly this one; <see cref="Prefix"/> now includes it.
    /// </summary>
    public int Next()
    {
        int before = Prefix;
        Prefix = cnf.NewVariable();
        if (before == Cnf.False)
            return Prefix;
        int here = cnf.NewVariable();
        cnf.Add(-before, Prefix);
        cnf.Add(-here, Prefix);
        cnf.Add(-here, -before);
        cnf.Add(-Prefix, before, here);
        return here;
    }
}
