using System.Buffers.Text;

namespace MatchSim.Cli.Exact;

/// <summary>A formula in conjunctive normal form that grows clause by clause and is written as DIMACS text.</summary>
/// <remarks>A literal is a variable's number (from 1), negative = negated. <see cref="True"/> and <see cref="False"/> may
/// stand for any literal: clauses are simplified as they come.</remarks>
internal sealed class Cnf
{
    public const int True = int.MaxValue;

    public const int False = -True;

    /// <summary>Bytes of one literal as text, sign and space included, at most.</summary>
    private const int LongestLiteral = 12;

    /// <summary>Clauses one after another, each ended by 0, as in the file.</summary>
    private readonly List<int> _literals = [];

    /// <summary>Variables so far; they are numbered from 1 to this.</summary>
    public int Variables { get; private set; }

    public int Clauses { get; private set; }

    public int NewVariable() => ++Variables;

    /// <summary>At least one of these holds.</summary>
    public void Add(params ReadOnlySpan<int> clause)
    {
        if (clause.Contains(True))
            return;
        int start = _literals.Count;
        foreach (int literal in clause)
        {
            if (literal != False)
                _literals.Add(literal);
        }

        if (_literals.Count == start)
            throw new InvalidOperationException("A clause without literals: nothing satisfies it.");
        _literals.Add(0);
        Clauses++;
    }

    /// <summary>A literal that holds exactly when one of these does.</summary>
    public int AnyOf(params ReadOnlySpan<int> literals)
    {
        if (literals.Length <= 1)
            return literals.Length == 0 ? False : literals[0];
        int any = NewVariable();
        foreach (int literal in literals)
            Add(-literal, any);
        Add([-any, .. literals]);
        return any;
    }

    /// <summary>Writes the DIMACS file.</summary>
    public void WriteTo(Stream stream, CancellationToken stop)
    {
        Span<byte> header = stackalloc byte[64];
        System.Text.Unicode.Utf8.TryWrite(header, $"p cnf {Variables} {Clauses}\n", out int length);
        stream.Write(header[..length]);
        byte[] buffer = new byte[1 << 16];
        int used = 0;
        foreach (int literal in _literals)
        {
            if (used > buffer.Length - LongestLiteral)
            {
                stop.ThrowIfCancellationRequested();
                stream.Write(buffer, 0, used);
                used = 0;
            }

            Utf8Formatter.TryFormat(literal, buffer.AsSpan(used), out int written);
            used += written;
            buffer[used++] = literal == 0 ? (byte)'\n' : (byte)' ';
        }

        stream.Write(buffer, 0, used);
    }
}
