namespace LabelSpec.Geometry;

/// <summary>
/// The edges that a vertical line meets, from top to bottom: a treap with its order threaded through it. Edge numbers are
/// node numbers; -1 stands for none.
/// </summary>
sealed class SweepOrder
{
    const int None = -1;

    readonly RingEdges edges;
    readonly int[] left;
    readonly int[] right;
    readonly int[] parent;
    readonly int[] below;
    readonly int[] above;
    int root = None;

    public SweepOrder(RingEdges edges)
    {
        this.edges = edges;
        left = new int[edges.Count];
        right = new int[edges.Count];
        parent = new int[edges.Count];
        below = new int[edges.Count];
        above = new int[edges.Count];
    }

    public int Below(int edge) => below[edge];

    public int Above(int edge) => above[edge];

    public void Insert(int edge)
    {
        int under = None,
            over = None,
            place = None;
        for (var node = root; node != None; )
        {
            place = node;
            if (IsBefore(edge, node))
            {
                over = node;
                node = left[node];
            }
            else
            {
                under = node;
                node = right[node];
            }
        }

        (left[edge], right[edge], parent[edge]) = (None, None, place);
        Thread(under, edge);
        Thread(edge, over);
        if (place == None)
            root = edge;
        else if (over == place)
            left[place] = edge;
        else
            right[place] = edge;
        while (parent[edge] != None && Priority(edge) < Priority(parent[edge]))
            RotateUp(edge);
    }

    public void Remove(int edge)
    {
        while (left[edge] != None || right[edge] != None)
        {
            int l = left[edge],
                r = right[edge];
            RotateUp(r == None || (l != None && Priority(l) < Priority(r)) ? l : r);
        }

        Replace(parent[edge], edge, None);
        Thread(below[edge], above[edge]);
    }

    void Thread(int lower, int upper)
    {
        if (lower != None)
            above[lower] = upper;
        if (upper != None)
            below[upper] = lower;
    }

    void RotateUp(int node)
    {
        var up = parent[node];
        if (left[up] == node)
        {
            left[up] = right[node];
            if (right[node] != None)
                parent[right[node]] = up;
            right[node] = up;
        }
        else
        {
            right[up] = left[node];
            if (left[node] != None)
                parent[left[node]] = up;
            left[node] = up;
        }

        Replace(parent[up], up, node);
        parent[up] = node;
    }

    void Replace(int up, int old, int node)
    {
        if (up == None)
            root = node;
        else if (left[up] == old)
            left[up] = node;
        else
            right[up] = node;
        if (node != None)
            parent[node] = up;
    }

    // Where the new edge begins relative to one that is already there; where it begins on it, how it goes on.
    bool IsBefore(int added, int present)
    {
        Point from = Left(present),
            to = Right(present);
        var side = Orientation.Of(from, to, Left(added));
        if (side == 0)
            side = Orientation.Of(from, to, Right(added));
        return side == 0 ? added < present : side < 0;
    }

    Point Left(int edge) =>
        RingEdges.Precedes(edges.Start(edge), edges.End(edge)) ? edges.Start(edge) : edges.End(edge);

    Point Right(int edge) =>
        RingEdges.Precedes(edges.Start(edge), edges.End(edge)) ? edges.End(edge) : edges.Start(edge);

    // A fixed scramble instead of random numbers: the same ring always gives the same answer.
    static uint Priority(int edge)
    {
        var hash = (uint)edge * 0x9E3779B1;
        hash ^= hash >> 15;
        hash *= 0x85EBCA77;
        return hash ^ (hash >> 13);
    }
}
