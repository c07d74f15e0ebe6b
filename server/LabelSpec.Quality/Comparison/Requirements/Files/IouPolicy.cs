using System.Text.Json;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The values of <c>iou_threshold</c>: a number, or a policy that is constant or depends on the area of the ground truth (CVAT after
/// 2.76): <c>{"type":"iou","mode":"linear","input":"gt.shape_area","extrapolation":"clamp","points":[{"x":100,"y":0.4},…]}</c>.
/// </summary>
static class IouPolicy
{
    public const string Expected =
        "a number from 0 to 1, {\"type\":\"iou\",\"mode\":\"constant\",\"value\":NUMBER}, or {\"type\":\"iou\",\"mode\":\"linear\","
        + "\"input\":\"gt.shape_area\",\"extrapolation\":\"clamp\",\"points\":[{\"x\":AREA,\"y\":IOU},…]} with 2 to 200 points by ascending area";

    const int FewestPoints = 2;
    const int MostPoints = 200;

    /// <summary>What it changes; null where it is none of these.</summary>
    public static Func<ComparisonParameters, ComparisonParameters>? Read(JsonPart part)
    {
        if (ShareOf(part) is { } iou)
            return parameters => parameters with { IouThreshold = iou, IouByArea = null };
        if (part.Find("type") is not { Text: "iou" })
            return null;
        return part.Find("mode")?.Text switch
        {
            "constant" when ShareOf(part.Find("value")) is { } value => parameters =>
                parameters with
                {
                    IouThreshold = value,
                    IouByArea = null,
                },
            "linear"
                when part.Find("input") is { Text: "gt.shape_area" }
                    && part.Find("extrapolation") is null or { Text: "clamp" }
                    && PointsOf(part.Find("points")) is { } curve => parameters =>
                parameters with
                {
                    IouByArea = curve,
                },
            _ => null,
        };
    }

    static AreaThreshold? PointsOf(JsonPart? list)
    {
        if (list is not { Kind: JsonValueKind.Array, Items.Length: >= FewestPoints and <= MostPoints })
            return null;
        var points = new List<(double Area, double Threshold)>();
        foreach (var item in list.Items)
        {
            if (
                item.Find("x")
                    is not { Kind: JsonValueKind.Number, Number: > 0 and < double.PositiveInfinity and var area }
                || ShareOf(item.Find("y")) is not { } iou
                || (points.Count > 0 && !(area > points[^1].Area))
            )
                return null;
            points.Add((area, iou));
        }

        return new([.. points]);
    }

    static double? ShareOf(JsonPart? part) =>
        part is { Kind: JsonValueKind.Number, Number: >= 0 and <= 1 and var value } ? value : null;
}
