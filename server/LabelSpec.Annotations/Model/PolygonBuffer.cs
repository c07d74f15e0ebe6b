namespace LabelSpec.Annotations.Model;

/// <summary>
/// Receives the vertices of a polygon, polyline or point set. Reuse one per thread: after a few fillings it no longer
/// allocates.
/// </summary>
public sealed class PolygonBuffer
{
    double[] numbers = new double[256];
    Part[] parts = new Part[8];
    int count;

    public int PartCount { get; private set; }

    /// <summary>All numbers of all parts.</summary>
    public ReadOnlySpan<double> Coordinates => numbers.AsSpan(0, count);

    /// <summary>Vertices of all parts.</summary>
    public int VertexCount
    {
        get
        {
            var vertices = 0;
            for (var part = 0; part < PartCount; part++)
                vertices += PartAt(part).Length / 2;
            return vertices;
        }
    }

    /// <summary>
    /// The numbers of a part, x and y in turn. A file can hold an odd number of them; the last is then half a vertex.
    /// </summary>
    public ReadOnlySpan<double> PartAt(int part)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)part, (uint)PartCount, nameof(part));
        var end = part + 1 < PartCount ? parts[part + 1].Start : count;
        return numbers.AsSpan(parts[part].Start, end - parts[part].Start);
    }

    public bool IsHole(int part) => parts.AsSpan(0, PartCount)[part].IsHole;

    public void Clear() => (count, PartCount) = (0, 0);

    public void BeginPart(bool isHole = false)
    {
        if (PartCount == parts.Length)
            Array.Resize(ref parts, 2 * PartCount);
        parts[PartCount++] = new Part(count, isHole);
    }

    /// <summary>Adds one number to the part begun last.</summary>
    public void Add(double number)
    {
        if (count == numbers.Length)
            Array.Resize(ref numbers, 2 * count);
        numbers[count++] = number;
    }

    public void AddPart(ReadOnlySpan<double> coordinates, bool isHole = false)
    {
        BeginPart(isHole);
        if (count + coordinates.Length > numbers.Length)
            Array.Resize(ref numbers, Math.Max(2 * numbers.Length, count + coordinates.Length));
        coordinates.CopyTo(numbers.AsSpan(count));
        count += coordinates.Length;
    }

    /// <summary>Begins a part of so many numbers, which the caller writes.</summary>
    internal Span<double> AddPart(int length)
    {
        BeginPart();
        if (count + length > numbers.Length)
            Array.Resize(ref numbers, Math.Max(2 * numbers.Length, count + length));
        var part = numbers.AsSpan(count, length);
        count += length;
        return part;
    }

    readonly record struct Part(int Start, bool IsHole);
}
