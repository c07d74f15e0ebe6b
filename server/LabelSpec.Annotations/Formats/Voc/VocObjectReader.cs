using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Reads one object with its parts. A part is an annotation of its own, in a group with its whole.</summary>
/// <param name="attributes">
/// Where the attributes of an object stand; they wait for its row, behind those of the object that this one is a part of.
/// </param>
readonly ref struct VocObjectReader(
    int file,
    DatasetPart part,
    VocConvention convention,
    List<(string Name, XmlRange Value)> attributes
)
{
    readonly int firstAttribute = attributes.Count;

    /// <param name="scanner">Stands at the start tag of an <c>object</c> or <c>part</c>.</param>
    /// <param name="image">The image's index in the part.</param>
    /// <param name="groups">The last group number of the file.</param>
    /// <returns>The object's row in the part; −1 for one that is not there.</returns>
    public int Read(ref XmlScanner scanner, int image, ref int groups)
    {
        var read = ReadWhole(ref scanner, image, ref groups);
        attributes.RemoveRange(firstAttribute, attributes.Count - firstAttribute);
        return read;
    }

    int ReadWhole(ref XmlScanner scanner, int image, ref int groups)
    {
        var (start, depth, tagLength) = (scanner.Start, scanner.Depth, scanner.End - scanner.Start);
        var row = new AnnotationRow(SourceSpan.None) { Image = image };
        var (name, hasBox, firstPart) = (XmlRange.None, false, part.AnnotationCount);
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("name"u8))
                name = scanner.ReadContent();
            else if (scanner.Name.SequenceEqual("bndbox"u8))
                hasBox = ReadBox(ref scanner, ref row) || hasBox;
            else if (scanner.Name.SequenceEqual("robndbox"u8))
                hasBox = ReadRotatedBox(ref scanner, ref row) || hasBox;
            else if (scanner.Name.SequenceEqual("polygon"u8))
                hasBox = ReadPolygon(ref scanner, ref row) || hasBox;
            else if (scanner.Name.SequenceEqual("segm"u8))
                hasBox = ReadSegment(ref scanner, ref row) || hasBox;
            else if (scanner.Name.SequenceEqual(VocSegmentation.Element))
                ReadMark(ref scanner, ref row);
            else if (scanner.Name.SequenceEqual("part"u8))
                new VocObjectReader(file, part, convention, attributes).Read(ref scanner, image, ref groups);
            else
                ReadAttribute(ref scanner);
        // In LabelMe's XML, deleted objects stay in the file.
        if (scanner.IsTruncated || IsSet(scanner, "deleted"))
            return -1;

        row.Span = new(file, start, scanner.End - start);
        if (part.AnnotationCount > firstPart)
            Join(firstPart, ref row, ref groups);
        if (!name.IsNone)
            row.Category = part.Category(XmlText.Decode(scanner.Bytes(name), part.Texts));
        if (!hasBox && row.Shape == ShapeKind.None)
            row.Flags |= AnnotationFlags.Unread;
        var annotation = Add(scanner, row);
        var tag = new SourceSpan(file, start, tagLength);
        if (name.IsNone)
            part.Problems.Report(XmlProblems.MissingValue, tag, "The object has no <name>.");
        if (!hasBox)
            part.Problems.Report(XmlProblems.MissingValue, tag, "The object has no <bndbox>.");
        return annotation;
    }

    ReadOnlySpan<(string Name, XmlRange Value)> Own => CollectionsMarshal.AsSpan(attributes)[firstAttribute..];

    int Add(in XmlScanner scanner, AnnotationRow row)
    {
        if (IsSet(scanner, "difficult"))
            row.Flags |= AnnotationFlags.Difficult;
        var annotation = part.AddAnnotation(row);
        foreach (var (name, value) in Own)
        {
            var flag = VocFlag.Parse(scanner.Bytes(value));
            if (flag is null && VocFlag.IsWrong(name, scanner.Bytes(value)))
                part.Problems.Report(
                    XmlProblems.NotAFlag,
                    new(file, value.Start, value.Length),
                    $"<{name}> is \"{XmlText.Decode(scanner.Bytes(value), part.Texts)}\"; it is 0 or 1."
                );
            part.SetAttribute(
                annotation,
                name,
                flag is { } isSet
                    ? AttributeValue.Of(isSet)
                    : AttributeValue.Of(XmlText.Decode(scanner.Bytes(value), part.Texts))
            );
        }

        return annotation;
    }

    bool IsSet(in XmlScanner scanner, string flag)
    {
        foreach (var (name, value) in Own)
            if (name == flag && VocFlag.Parse(scanner.Bytes(value)) == true)
                return true;
        return false;
    }

    void Join(int firstPart, ref AnnotationRow whole, ref int groups)
    {
        whole.Group = ++groups;
        for (var i = firstPart; i < part.AnnotationCount; i++)
            part.Annotations.Group[i] = groups;
    }

    bool ReadBox(ref XmlScanner scanner, ref AnnotationRow row)
    {
        Span<double> edges = stackalloc double[4];
        ReadNumbers(ref scanner, VocNumbers.Edges, edges);
        row.Box = convention.ToCanonical(edges[0], edges[1], edges[2], edges[3]);
        row.Flags |= AnnotationFlags.HasStoredBox;
        if (row.Shape == ShapeKind.None)
            row.Shape = ShapeKind.Box;
        return true;
    }

    // As roLabelImg writes it: centre, size, and an angle in radians, clockwise on the screen.
    bool ReadRotatedBox(ref XmlScanner scanner, ref AnnotationRow row)
    {
        Span<double> numbers = stackalloc double[5];
        ReadNumbers(ref scanner, VocNumbers.Rotated, numbers);
        row.Box = Box.FromCenter(numbers[0], numbers[1], numbers[2], numbers[3]);
        row.Angle = double.RadiansToDegrees(numbers[4]);
        row.Shape = ShapeKind.RotatedBox;
        row.Flags |= AnnotationFlags.HasStoredBox;
        return true;
    }

    /// <summary>
    /// Children x1, y1, x2, y2 … in this order, beside a box; or points with x and y, as LabelMe's XML has them in its place.
    /// </summary>
    /// <returns>Whether the polygon is all there is.</returns>
    bool ReadPolygon(ref XmlScanner scanner, ref AnnotationRow row)
    {
        var (plain, points, depth) = (new List<double>(), new List<double>(), scanner.Depth);
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("pt"u8))
                ReadPoint(ref scanner, points);
            else if (!scanner.Name.SequenceEqual("username"u8))
                plain.Add(Number(scanner, scanner.ReadContent()) - convention.Origin);
        if (points.Count > 0)
        {
            Shapes.SetPoints(ref row, part, CollectionsMarshal.AsSpan(points), ShapeKind.Polygon);
            return true;
        }

        row.Geometry = part.Geometry.AddPolygon(CollectionsMarshal.AsSpan(plain));
        row.Shape = ShapeKind.Polygon;
        row.Flags |= AnnotationFlags.HasPolygon;
        return false;
    }

    // Continuous, from 0.
    void ReadPoint(ref XmlScanner scanner, List<double> points)
    {
        var (x, y, depth) = (double.NaN, double.NaN, scanner.Depth);
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("x"u8))
                x = Number(scanner, scanner.ReadContent());
            else if (scanner.Name.SequenceEqual("y"u8))
                y = Number(scanner, scanner.ReadContent());
        points.AddRange([x, y]);
    }

    // The pixels are read when the file is; a word of somebody else is an attribute like any other.
    void ReadMark(ref XmlScanner scanner, ref AnnotationRow row)
    {
        var content = scanner.ReadContent();
        if (scanner.Bytes(content).SequenceEqual("mask"u8))
            row.Shape = ShapeKind.Mask;
        else
            attributes.Add((System.Text.Encoding.UTF8.GetString(VocSegmentation.Element), content));
    }

    // The pixels of a segment are a picture of their own, which is not read; its box is.
    bool ReadSegment(ref XmlScanner scanner, ref AnnotationRow row)
    {
        var (hasBox, depth) = (false, scanner.Depth);
        Span<double> edges = stackalloc double[4];
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("box"u8))
            {
                ReadNumbers(ref scanner, VocNumbers.Edges, edges);
                Shapes.SetBox(ref row, Box.FromEdges(edges[0], edges[1], edges[2], edges[3]));
                hasBox = true;
            }

        return hasBox;
    }

    void ReadNumbers(ref XmlScanner scanner, byte[][] names, scoped Span<double> numbers)
    {
        numbers.Fill(double.NaN);
        var (tag, depth) = (new SourceSpan(file, scanner.Start, scanner.End - scanner.Start), scanner.Depth);
        var seen = 0;
        while (scanner.ReadChild(depth))
            if (VocNumbers.IndexOf(names, scanner.Name) is var index and >= 0)
            {
                numbers[index] = Number(scanner, scanner.ReadContent());
                seen |= 1 << index;
            }

        for (var i = 0; i < names.Length && !scanner.IsTruncated; i++)
            if ((seen & (1 << i)) == 0)
                part.Problems.Report(
                    XmlProblems.MissingValue,
                    tag,
                    $"The box has no <{System.Text.Encoding.UTF8.GetString(names[i])}>."
                );
    }

    double Number(in XmlScanner scanner, XmlRange content)
    {
        var text = scanner.Bytes(content);
        if (XmlText.TryParse(text, out double number))
            return number;
        var shown = System.Text.Encoding.UTF8.GetString(text[..Math.Min(40, text.Length)]);
        part.Problems.Report(
            XmlProblems.NotANumber,
            new(file, content.Start, content.Length),
            $"\"{shown}\" is no number; coordinates are written like 12 or 12.5."
        );
        return double.NaN;
    }

    // pose, truncated, difficult, occluded and whatever else has only a text; the actions; the attributes of exports.
    void ReadAttribute(ref XmlScanner scanner)
    {
        if (scanner.Name.SequenceEqual("actions"u8))
        {
            var depth = scanner.Depth;
            while (scanner.ReadChild(depth))
                attributes.Add((part.Texts.Get(scanner.Name), scanner.ReadContent()));
        }
        else if (scanner.Name.SequenceEqual("attributes"u8))
        {
            var depth = scanner.Depth;
            while (scanner.ReadChild(depth))
                ReadNamedAttribute(ref scanner);
        }
        else
        {
            var name = part.Texts.Get(scanner.Name);
            var content = scanner.ReadContent();
            if (scanner.Bytes(content).IndexOf((byte)'<') < 0)
                attributes.Add((name, content));
        }
    }

    void ReadNamedAttribute(ref XmlScanner scanner)
    {
        var (name, value, depth) = ("", XmlRange.None, scanner.Depth);
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("name"u8))
                name = XmlText.Decode(scanner.Bytes(scanner.ReadContent()), part.Texts);
            else if (scanner.Name.SequenceEqual("value"u8))
                value = scanner.ReadContent();
        if (name.Length > 0 && !value.IsNone)
            attributes.Add((name, value));
    }
}
