using System.Text;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Looks for what stands where a coordinate belongs and is no finite number.</summary>
static class JsonNumbers
{
    /// <summary>What coordinates are called where they are members of objects; other members may be anything.</summary>
    static readonly byte[][] Names =
    [
        .. new[]
        {
            "x",
            "y",
            "left",
            "top",
            "right",
            "bottom",
            "width",
            "height",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "x1",
            "y1",
            "x2",
            "y2",
            "radiusX",
            "radiusY",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>The first one in a value; missing where there is none.</summary>
    public static JsonNode FirstNotFinite(JsonNode node)
    {
        if (!node.IsArray && !node.IsObject)
            return node.Exists && !double.IsFinite(node.Number) ? node : default;
        foreach (var child in node.Children)
            if (node.IsArray || child.IsArray || child.IsObject || IsCoordinate(child))
                if (FirstNotFinite(child) is { Exists: true } found)
                    return found;
        return default;
    }

    static bool IsCoordinate(JsonNode member)
    {
        foreach (var name in Names)
            if (member.Key.SequenceEqual(name))
                return true;
        return false;
    }
}
