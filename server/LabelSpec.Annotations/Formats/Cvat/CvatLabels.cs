using System.Collections.Immutable;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>The labels that a file's <c>meta</c> declares. The points of skeletons are labels with a parent there.</summary>
sealed class CvatLabels(int file, TextPool texts)
{
    readonly List<CategoryDeclaration> declarations = [];
    readonly Dictionary<string, List<string>> pointsOfSkeleton = [];

    /// <summary>The names of a skeleton's points in the order in which annotations are to store them.</summary>
    public IReadOnlyList<string> PointsOf(string label) =>
        pointsOfSkeleton.TryGetValue(label, out var points) ? points : [];

    /// <summary>Reads the <c>labels</c> element whose start tag was read last.</summary>
    public void Read(ref XmlScanner scanner)
    {
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("label"u8))
                ReadLabel(ref scanner);
    }

    /// <summary>Hands the declarations over, once all labels are known.</summary>
    public void DeclareIn(DatasetPart part)
    {
        foreach (var declaration in declarations)
            part.AddDeclaration(declaration with { Keypoints = [.. PointsOf(declaration.Name!)] });
    }

    void ReadLabel(ref XmlScanner scanner)
    {
        var (start, depth) = (scanner.Start, scanner.Depth);
        var (name, type, parent) = ("", "", "");
        ImmutableArray<AttributeDeclaration> attributes = [];
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("name"u8))
                name = Text(ref scanner);
            else if (scanner.Name.SequenceEqual("type"u8))
                type = Text(ref scanner);
            else if (scanner.Name.SequenceEqual("parent"u8))
                parent = Text(ref scanner);
            else if (scanner.Name.SequenceEqual("attributes"u8))
                attributes = ReadAttributes(ref scanner);
        if (scanner.IsTruncated)
            return;
        if (parent.Length > 0)
        {
            if (!pointsOfSkeleton.TryGetValue(parent, out var points))
                pointsOfSkeleton.Add(parent, points = []);
            points.Add(name);
            return;
        }

        declarations.Add(
            new()
            {
                Span = new(file, start, scanner.End - start),
                Name = name,
                Shape = CvatShape.OfLabelType(type),
                Attributes = attributes,
            }
        );
    }

    ImmutableArray<AttributeDeclaration> ReadAttributes(ref XmlScanner scanner)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeDeclaration>();
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("attribute"u8))
                attributes.Add(ReadAttribute(ref scanner));
        return attributes.ToImmutable();
    }

    AttributeDeclaration ReadAttribute(ref XmlScanner scanner)
    {
        var (start, depth) = (scanner.Start, scanner.Depth);
        var declaration = new AttributeDeclaration { Name = "" };
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("name"u8))
                declaration = declaration with { Name = Text(ref scanner) };
            else if (scanner.Name.SequenceEqual("input_type"u8))
                declaration = declaration with { InputType = Text(ref scanner) };
            else if (scanner.Name.SequenceEqual("default_value"u8))
                declaration = declaration with { Default = Text(ref scanner) };
            else if (scanner.Name.SequenceEqual("mutable"u8))
                declaration = declaration with
                {
                    IsMutable = Text(ref scanner).Equals("true", StringComparison.OrdinalIgnoreCase),
                };
            else if (scanner.Name.SequenceEqual("values"u8))
                declaration = declaration with { Values = ReadValues(ref scanner) };
        return declaration with { Span = new SourceSpan(file, start, scanner.End - start) };
    }

    // One value on each line.
    ImmutableArray<string> ReadValues(ref XmlScanner scanner) =>
        [.. Text(ref scanner).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    string Text(ref XmlScanner scanner) => XmlText.Decode(scanner.Bytes(scanner.ReadContent()), texts);
}
