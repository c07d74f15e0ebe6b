using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.OpenLabel;

/// <summary>
/// Where the class of each shape of a file stands: with the object that it belongs to, which mostly is elsewhere. It is looked for once
/// for each file, when somebody asks.
/// </summary>
sealed class ObjectTypes
{
    static readonly ConditionalWeakTable<Dataset, ConcurrentDictionary<int, ObjectTypes>> Known = [];

    // In file order; none of them lies in another.
    readonly List<(SourceSpan Object, SourceSpan Type)> types = [];

    ObjectTypes(JsonNode root)
    {
        var typeOf = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var node in root["objects"u8].Children)
            if (node["type"u8] is { Exists: true } type)
            {
                typeOf[node.KeyText] = type.Span;
                types.Add((node.Span, type.Span));
            }

        foreach (var frame in root["frames"u8].Children)
        foreach (var node in frame["objects"u8].Children)
            if (typeOf.TryGetValue(node.KeyText, out var type))
                types.Add((node.Span, type));
        types.Sort((a, b) => a.Object.Start.CompareTo(b.Object.Start));
    }

    /// <summary>Where the class of a shape stands; nothing where the file does not say it.</summary>
    public static SourceSpan Of(Dataset dataset, SourceSpan shape) =>
        Known
            .GetOrCreateValue(dataset)
            .GetOrAdd(
                shape.File,
                file =>
                {
                    var bytes = dataset.Files[file].Bytes;
                    return new(JsonTree.Of(bytes, new SourceSpan(file, 0, (int)bytes.Length))["openlabel"u8]);
                }
            )
            .Of(shape);

    SourceSpan Of(SourceSpan shape)
    {
        int first = 0,
            end = types.Count;
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (types[middle].Object.End <= shape.Start)
                first = middle + 1;
            else
                end = middle;
        }

        return first < types.Count && types[first].Object.Contains(shape.Start) ? types[first].Type : SourceSpan.None;
    }
}
