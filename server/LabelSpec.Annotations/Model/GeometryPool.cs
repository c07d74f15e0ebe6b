using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// Geometry of formats that are read once and for all: two flat arrays, whatever the number of shapes. A shape is a record
/// in <c>structure</c> that begins with its <see cref="PooledShape"/>; its coordinates lie in <c>numbers</c>.
/// </summary>
public sealed class GeometryPool
{
    readonly int[] structure;
    readonly double[] numbers;
    readonly string[] texts;

    internal GeometryPool(int[] structure, double[] numbers, string[] texts)
    {
        this.structure = structure;
        this.numbers = numbers;
        this.texts = texts;
    }

    internal bool ReadPolygon(int shape, PolygonBuffer buffer)
    {
        if (!Is(shape, PooledShape.Polygon))
            return false;
        var at = structure[shape + 1];
        for (var part = 0; part < structure[shape + 2]; part++)
        {
            // Length and hole share a number: twice the length, plus one for a hole.
            var packed = structure[shape + 3 + part];
            buffer.AddPart(numbers.AsSpan(at, packed >> 1), (packed & 1) == 1);
            at += packed >> 1;
        }
        return buffer.PartCount > 0;
    }

    internal bool ReadKeypoints(int shape, KeypointBuffer buffer)
    {
        if (!Is(shape, PooledShape.Keypoints))
            return false;
        var at = structure[shape + 1];
        for (var i = 0; i < structure[shape + 2]; i++, at += 3)
            buffer.Add(new Keypoint(numbers[at], numbers[at + 1], numbers[at + 2]));
        return buffer.Count > 0;
    }

    internal RleResult ReadMask(int shape)
    {
        if (!Is(shape, PooledShape.Mask))
            return default;
        var runs = structure.AsSpan(shape + 4, structure[shape + 3]);
        return RleMask.FromRuns(
            System.Runtime.InteropServices.MemoryMarshal.Cast<int, uint>(runs),
            structure[shape + 1],
            structure[shape + 2]
        );
    }

    internal OrientedCuboid? ReadCuboid(int shape)
    {
        if (!Is(shape, PooledShape.Cuboid))
            return null;
        var n = numbers.AsSpan(structure[shape + 1], 10);
        return new OrientedCuboid(n[0], n[1], n[2], n[3], n[4], n[5], new CuboidRotation(n[6], n[7], n[8], n[9]));
    }

    internal string? ReadText(int shape) => Is(shape, PooledShape.Text) ? texts[structure[shape + 1]] : null;

    bool Is(int shape, PooledShape kind) => shape >= 0 && structure[shape] == (int)kind;
}
