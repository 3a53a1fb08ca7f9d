namespace MatchSim.Engine.Outcomes;

/// <summary>
/// Sums by cell. A cell is a row (applicant type) and a column (specialty); row 0 and column 0 hold the totals.
/// </summary>
internal sealed class Tallies<TField>(int rows, int columns)
    where TField : struct, Enum
{
    private static readonly int Fields = Enum.GetValues<TField>().Length;
    private readonly double[] _sums = new double[(rows + 1) * (columns + 1) * Fields];

    public void Clear() => Array.Clear(_sums);

    /// <summary>Adds to one cell and to nothing else; <see cref="AddUp"/> makes the totals.</summary>
    public void Add(int row, int column, int field, double value) => _sums[Index(row + 1, column + 1, field)] += value;

    /// <summary>[field] sums of one cell, to add to.</summary>
    public Span<double> CellOf(int row, int column) => _sums.AsSpan(Index(row + 1, column + 1, 0), Fields);

    /// <summary>Makes row and column totals from the cells.</summary>
    public void AddUp()
    {
        for (int row = 1; row <= rows; row++)
        {
            for (int column = 1; column <= columns; column++)
            {
                for (int field = 0; field < Fields; field++)
                {
                    double value = _sums[Index(row, column, field)];
                    _sums[Index(row, 0, field)] += value;
                    _sums[Index(0, column, field)] += value;
                    _sums[Index(0, 0, field)] += value;
                }
            }
        }
    }

    /// <summary>Sum of a cell; row or column −1 = all.</summary>
    public double this[int row, int column, int field] => _sums[Index(row + 1, column + 1, field)];

    private int Index(int row, int column, int field) => (((row * (columns + 1)) + column) * Fields) + field;
}
