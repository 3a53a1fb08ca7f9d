namespace MatchSim.Engine.Matching;

/// <summary>One growing linked list of items per program, in one array: for what is added little by little.</summary>
internal sealed class ProgramChains<T>
{
    /// <summary>[program] newest node, −1 = none.</summary>
    private int[] heads = [];

    private Node[] nodes = [];
    private int count;

    public void Clear(int programs)
    {
        Buffers.Grow(ref heads, programs);
        heads.AsSpan(0, programs).Fill(-1);
        count = 0;
    }

    public void Add(int program, T item)
    {
        if (count == nodes.Length)
            Array.Resize(ref nodes, Math.Max(64, 2 * count));
        nodes[count] = new Node(item, heads[program]);
        heads[program] = count++;
    }

    /// <summary>The newest node of a program; −1 = none.</summary>
    public int First(int program) => heads[program];

    /// <summary>The item of a node; the node is moved on to the next one (−1 = that was the last).</summary>
    public T Take(ref int node)
    {
        ref readonly Node at = ref nodes[node];
        node = at.Next;
        return at.Item;
    }

    /// <summary>The item of a node.</summary>
    public T this[int node] => nodes[node].Item;

    private readonly record struct Node(T Item, int Next);
}
