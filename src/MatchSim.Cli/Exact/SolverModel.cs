using System.Globalization;

namespace MatchSim.Cli.Exact;

/// <summary>The model that a solver prints: <c>v</c> lines of literals, ended by 0; all other lines are talk.</summary>
internal sealed class SolverModel(int variables)
{
    /// <summary>[variable] value; entry 0 has no meaning.</summary>
    public bool[] Values { get; } = new bool[variables + 1];

    /// <summary>True once a <c>v</c> line came, or when there is nothing to say.</summary>
    public bool IsGiven { get; private set; } = variables == 0;

    /// <summary>The last line that was not empty.</summary>
    public string LastLine { get; private set; } = "";

    public void Read(string line)
    {
        if (line.Length > 0)
            LastLine = line;
        if (!line.StartsWith("v ", StringComparison.Ordinal))
            return;
        IsGiven = true;
        ReadOnlySpan<char> text = line.AsSpan(2);
        foreach (Range word in text.Split(' '))
        {
            if (int.TryParse(text[word], NumberStyles.AllowLeadingSign, provider: null, out int literal)
                && literal > 0 && literal < Values.Length)
                Values[literal] = true;
        }
    }
}
