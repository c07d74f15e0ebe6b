using System.Buffers;

namespace LabelSpec.Geometry;

/// <summary>
/// Collects the places, in column-major order, where background and foreground change, and turns them into runs.
/// </summary>
ref struct RleBoundary(int height, int width)
{
    public readonly int Height => height;

    public readonly int Width => width;

    uint[] places = ArrayPool<uint>.Shared.Rent(256);
    int count = 0;

    /// <summary>A change between pixel <paramref name="y"/> - 1 and <paramref name="y"/> of column <paramref name="x"/>.</summary>
    public void Add(int x, int y)
    {
        // One place is kept free for the end of the mask.
        if (count + 1 == places.Length)
            Enlarge();
        places[count++] = (uint)((long)x * height + y);
    }

    /// <summary>
    /// Sorts the places and takes their differences as the end of <c>rleFrPoly</c> in cocoapi's maskApi.c does: two
    /// changes at one place cancel, so no run but the first has length 0. To be called once: it gives up the buffer.
    /// </summary>
    public readonly uint[] ToRuns()
    {
        var sorted = places.AsSpan(0, count + 1);
        sorted[count] = (uint)((long)height * width);
        sorted[..count].Sort();
        for (var i = sorted.Length - 1; i > 0; i--)
            sorted[i] -= sorted[i - 1];

        // Runs are gathered in the same span: there are never more of them than differences read.
        var runs = 1;
        var next = 1;
        while (next < sorted.Length)
        {
            var length = sorted[next++];
            if (length > 0)
                sorted[runs++] = length;
            else if (next < sorted.Length)
                sorted[runs - 1] += sorted[next++];
        }

        var result = sorted[..runs].ToArray();
        ArrayPool<uint>.Shared.Return(places);
        return result;
    }

    void Enlarge()
    {
        var larger = ArrayPool<uint>.Shared.Rent(places.Length * 2);
        places.AsSpan(0, count).CopyTo(larger);
        ArrayPool<uint>.Shared.Return(places);
        places = larger;
    }
}
