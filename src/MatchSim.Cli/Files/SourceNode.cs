namespace MatchSim.Cli.Files;

/// <summary>A value of a YAML file that remembers where it stands, also after files were joined by <c>extends</c>.</summary>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Line">1-based; of a map or list under a key, the line of the key.</param>
internal abstract record SourceNode(string File, int Line);

/// <summary>A word, number or text.</summary>
/// <param name="Text">Its text, quotes and escapes resolved.</param>
/// <param name="Quoted">It stood in quotes or in a block: a text even if it looks like a number.</param>
internal sealed record SourceScalar(string File, int Line, string Text, bool Quoted) : SourceNode(File, Line)
{
    /// <summary>Nothing stands there, or YAML's word for it.</summary>
    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";
}

/// <summary>Keys and values, each key once.</summary>
internal sealed record SourceMap(string File, int Line, IReadOnlyList<SourceEntry> Entries) : SourceNode(File, Line)
{
    public SourceEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}

internal sealed record SourceList(string File, int Line, IReadOnlyList<SourceNode> Items) : SourceNode(File, Line);

/// <summary>One key of a map.</summary>
/// <param name="Line">1-based line of the key, in the file of the value.</param>
internal sealed record SourceEntry(string Key, int Line, SourceNode Value);
