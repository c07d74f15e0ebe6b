using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>Packs polygons, ring by ring; see <see cref="RingPool"/>.</summary>
sealed class RingPoolBuilder
{
    ushort[] units = [];
    int count;
    int record = -1;

    /// <summary>For the numbers of the ring that is being read; they are the caller's until they are added.</summary>
    public RingNumbers Numbers { get; } = new();

    /// <summary>Its size.</summary>
    public int Count => count;

    /// <summary>Begins a polygon.</summary>
    public void Begin()
    {
        Reserve(1);
        record = count;
        units[count++] = 0;
    }

    /// <summary>Adds <see cref="Numbers"/> as a ring of the polygon. False when it has more rings than a record can count.</summary>
    public bool TryAddRing()
    {
        if (units[record] == ushort.MaxValue)
            return false;
        units[record]++;
        if (Numbers.AreDoubles)
            AddDoubles(Numbers.Doubles);
        else
            AddIntegers(Numbers.Integers, Numbers.Decimals);
        return true;
    }

    /// <summary>Ends the polygon and tells where it is.</summary>
    public int End()
    {
        var done = record;
        record = -1;
        return done;
    }

    /// <summary>Forgets the polygon that was begun.</summary>
    public void Cancel()
    {
        count = record;
        record = -1;
    }

    /// <summary>Appends another pool and tells by how much its records moved; false when there is no more room.</summary>
    public bool TryAppend(RingPoolBuilder other, out int moved)
    {
        moved = count;
        if ((long)count + other.count > Array.MaxLength)
            return false;
        Reserve(other.count);
        other.units.AsSpan(0, other.count).CopyTo(units.AsSpan(count));
        count += other.count;
        return true;
    }

    /// <summary>Tells how many units to expect, so that room for them is made once.</summary>
    public void Expect(long more)
    {
        if (count + more <= Array.MaxLength && count + more > units.Length)
            Resize((int)(count + more));
    }

    public void Clear() => (count, record) = (0, -1);

    public RingPool Build() => new(units);

    void AddIntegers(ReadOnlySpan<int> integers, int decimals)
    {
        var (least, most) = Bounds(integers);
        if ((long)most.X - least.X > ushort.MaxValue || (long)most.Y - least.Y > ushort.MaxValue)
        {
            Head(RingPacking.Integers, decimals, integers.Length, 2 * integers.Length);
            Add(MemoryMarshal.Cast<int, ushort>(integers));
            return;
        }

        Head(RingPacking.Offsets, decimals, integers.Length, RingPool.OriginUnits + integers.Length);
        Add(MemoryMarshal.Cast<int, ushort>([least.X, least.Y]));
        Pack(integers, least, units.AsSpan(count, integers.Length));
        count += integers.Length;
    }

    void AddDoubles(ReadOnlySpan<double> doubles)
    {
        Head(RingPacking.Doubles, 0, doubles.Length, 4 * doubles.Length);
        Add(MemoryMarshal.Cast<double, ushort>(doubles));
    }

    void Head(RingPacking packing, int decimals, int numbers, int room)
    {
        Reserve(RingPool.HeadUnits + room);
        units[count++] = (ushort)((decimals << 2) | (int)packing);
        Add(MemoryMarshal.Cast<int, ushort>([numbers]));
    }

    void Add(ReadOnlySpan<ushort> more)
    {
        more.CopyTo(units.AsSpan(count));
        count += more.Length;
    }

    static ((int X, int Y) Least, (int X, int Y) Most) Bounds(ReadOnlySpan<int> integers)
    {
        var (least, most) = (Vector128.Create(int.MaxValue), Vector128.Create(int.MinValue));
        var at = 0;
        for (; at + 4 <= integers.Length; at += 4)
        {
            var four = Vector128.Create(integers.Slice(at, 4));
            least = Vector128.Min(least, four);
            most = Vector128.Max(most, four);
        }

        // Lanes hold x, y, x, y.
        var (left, top) = (Math.Min(least[0], least[2]), Math.Min(least[1], least[3]));
        var (right, bottom) = (Math.Max(most[0], most[2]), Math.Max(most[1], most[3]));
        for (; at < integers.Length; at++)
            if ((at & 1) == 0)
                (left, right) = (Math.Min(left, integers[at]), Math.Max(right, integers[at]));
            else
                (top, bottom) = (Math.Min(top, integers[at]), Math.Max(bottom, integers[at]));
        return ((left, top), (right, bottom));
    }

    static void Pack(ReadOnlySpan<int> integers, (int X, int Y) least, Span<ushort> offsets)
    {
        var origin = Vector128.Create(least.X, least.Y, least.X, least.Y);
        var at = 0;
        for (; at + 8 <= integers.Length; at += 8)
        {
            var low = Vector128.Create(integers.Slice(at, 4)) - origin;
            var high = Vector128.Create(integers.Slice(at + 4, 4)) - origin;
            Vector128.Narrow(low.AsUInt32(), high.AsUInt32()).CopyTo(offsets[at..]);
        }

        for (; at < integers.Length; at++)
            offsets[at] = (ushort)(integers[at] - ((at & 1) == 0 ? least.X : least.Y));
    }

    void Reserve(int more)
    {
        if (count + more > units.Length)
            Resize(checked(Math.Max(count + more, count + count / 4 + 1024)));
    }

    void Resize(int length)
    {
        var larger = GC.AllocateUninitializedArray<ushort>(length);
        units.AsSpan(0, count).CopyTo(larger);
        units = larger;
    }
}
