using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Reads elements whose children are numbers: <c>bndbox</c>, <c>robndbox</c>, <c>size</c>.</summary>
static class VocNumbers
{
    public static readonly byte[][] Edges = Names("xmin", "ymin", "xmax", "ymax");
    public static readonly byte[][] Rotated = Names("cx", "cy", "w", "h", "angle");
    public static readonly byte[][] Size = Names("width", "height");

    /// <summary>
    /// Reads the children of the element whose start tag was read last. What is missing or no number stays NaN.
    /// </summary>
    /// <returns>True when all numbers are there.</returns>
    public static bool Read(ref XmlScanner scanner, byte[][] names, scoped Span<double> numbers)
    {
        numbers.Fill(double.NaN);
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (IndexOf(names, scanner.Name) is var index and >= 0 && double.IsNaN(numbers[index]))
                numbers[index] = XmlText.TryParse(scanner.Bytes(scanner.ReadContent()), out double number)
                    ? number
                    : double.NaN;
        return !numbers.Contains(double.NaN);
    }

    public static int IndexOf(byte[][] names, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
            if (name.SequenceEqual(names[i]))
                return i;
        return -1;
    }

    static byte[][] Names(params string[] names) => [.. names.Select(System.Text.Encoding.UTF8.GetBytes)];
}
