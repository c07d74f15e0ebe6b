using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Functions;

/// <summary>The one table of built-in functions.</summary>
public static class FunctionTable
{
    private const string WithoutArea = "if a shape covers no area";
    private const string OfArguments = "if an argument is";

    private static readonly NumericRange Share = new(0, 1);
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);

    /// <summary>Every function, in the order of <see cref="BuiltInFunction"/>.</summary>
    public static ImmutableArray<FunctionSignature> All { get; } =
    [
        Pair(
            BuiltInFunction.Iou,
            "iou",
            ResultKind.Ratio,
            "The area that both cover, over the area that either covers.",
            WithoutArea
        ),
        Pair(BuiltInFunction.Overlap, "overlap", ResultKind.Ratio, "The share of `a` that `b` covers.", WithoutArea),
        new(
            BuiltInFunction.Contains,
            "contains",
            [Annotation("a"), Place("b")],
            false,
            ResultKind.Bool,
            NumericRange.Everything,
            "No point of `b` lies outside `a`.",
            "if `a` covers no area or `b` is missing"
        ),
        new(
            BuiltInFunction.Distance,
            "distance",
            [Place("a"), Place("b")],
            false,
            ResultKind.Pixels,
            NotNegative,
            "The gap between two shapes or points, in pixels; 0 if they touch or overlap.",
            "if an argument is missing"
        ),
        new(
            BuiltInFunction.TouchesEdge,
            "touches_edge",
            [
                Annotation("a"),
                new("margin", ParameterKind.Pixels, true, "How near the edge counts as touching; 0 px if left out."),
            ],
            false,
            ResultKind.Bool,
            NumericRange.Everything,
            "The bounding box of `a` reaches an edge of the image, or lies beyond it.",
            "if the size of the image is not known"
        ),
        new(
            BuiltInFunction.Tight,
            "tight",
            [
                Annotation("a"),
                Annotation("b"),
                new("tolerance", ParameterKind.Pixels, false, "How far each edge may be off."),
            ],
            false,
            ResultKind.Bool,
            NumericRange.Everything,
            "The box of `a` is the bounding box of the shape of `b`: each edge agrees within the tolerance. `tight(a, a, 1px)` compares the box that a file stores with the polygon or mask of the same annotation.",
            "if a shape does not lie in the image plane"
        ),
        Regions(
            BuiltInFunction.InsideRegion,
            "inside_region",
            ResultKind.Bool,
            "At least half of `a` lies in annotations of these classes; of a shape without area, its centre."
        ),
        Regions(
            BuiltInFunction.Covered,
            "covered",
            ResultKind.Ratio,
            "The share of `a` that annotations of these classes cover together."
        ),
        Sides(BuiltInFunction.LeftOf, "left_of", "`a` ends where `b` begins, or further left."),
        Sides(BuiltInFunction.RightOf, "right_of", "`a` begins where `b` ends, or further right."),
        Sides(BuiltInFunction.Above, "above", "`a` ends where `b` begins, or further up."),
        Sides(BuiltInFunction.Below, "below", "`a` begins where `b` ends, or further down."),
        new(
            BuiltInFunction.AngleBetween,
            "angle_between",
            [
                new("x", ParameterKind.Degrees, false, "A direction."),
                new("y", ParameterKind.Degrees, false, "Another direction."),
            ],
            false,
            ResultKind.Degrees,
            new NumericRange(0, 180),
            "The smaller angle between two directions, 0 to 180 degrees.",
            OfArguments
        ),
        Numeric(BuiltInFunction.Abs, "abs", NotNegative, "The number without its sign."),
        Extreme(BuiltInFunction.Min, "min", "The smallest of the numbers."),
        Extreme(BuiltInFunction.Max, "max", "The greatest of the numbers."),
        new(
            BuiltInFunction.Sqrt,
            "sqrt",
            [Number("x")],
            false,
            ResultKind.RootOfUnit,
            NotNegative,
            "The square root; of px2 it is px.",
            "if the argument is, or is negative"
        ),
        Numeric(
            BuiltInFunction.Round,
            "round",
            NumericRange.Everything,
            "The nearest whole number, halves to the even one."
        ),
        new(
            BuiltInFunction.Length,
            "length",
            [new("text", ParameterKind.Text, false, "A text.")],
            false,
            ResultKind.Count,
            NotNegative,
            "The number of characters (Unicode code points).",
            OfArguments
        ),
        new(
            BuiltInFunction.Changes,
            "changes",
            [new("member", ParameterKind.StepMember, false, "A member or attribute, such as `a.color`.")],
            false,
            ResultKind.Bool,
            NumericRange.Everything,
            "In a `step` rule: the value differs between the two annotations.",
            "if one of the two is missing"
        ),
        Pair(
            BuiltInFunction.Iou3d,
            "iou3d",
            ResultKind.Ratio,
            "Intersection over union of two cuboids, by volume.",
            "if an argument is no cuboid"
        ),
        Pair(
            BuiltInFunction.IouBev,
            "iou_bev",
            ResultKind.Ratio,
            "Intersection over union of two cuboids seen from above.",
            "if an argument is no cuboid"
        ),
        new(
            BuiltInFunction.PointsInside,
            "points_inside",
            [Annotation("a")],
            false,
            ResultKind.Count,
            NotNegative,
            "The number of sensor points in a cuboid.",
            "if the data does not say"
        ),
    ];

    private static readonly Dictionary<string, FunctionSignature> ByName = Index();

    public static FunctionSignature Of(BuiltInFunction function) => All[(int)function];

    public static FunctionSignature? Find(string name) => ByName.GetValueOrDefault(name);

    private static Dictionary<string, FunctionSignature> Index()
    {
        var index = new Dictionary<string, FunctionSignature>(StringComparer.Ordinal);
        foreach (var signature in All)
        {
            index.Add(signature.Name, signature);
        }
        return index;
    }

    private static FunctionParameter Annotation(string name) =>
        new(name, ParameterKind.Annotation, false, "An annotation.");

    private static FunctionParameter Place(string name) =>
        new(name, ParameterKind.Place, false, "An annotation or a point.");

    private static FunctionParameter Number(string name) =>
        new(name, ParameterKind.Number, false, "A number of any unit.");

    private static FunctionSignature Pair(
        BuiltInFunction function,
        string name,
        ResultKind result,
        string text,
        string unknown
    ) => new(function, name, [Annotation("a"), Annotation("b")], false, result, Share, text, unknown);

    private static FunctionSignature Sides(BuiltInFunction function, string name, string text) =>
        new(
            function,
            name,
            [Place("a"), Place("b")],
            false,
            ResultKind.Bool,
            NumericRange.Everything,
            text,
            "if an argument is missing"
        );

    private static FunctionSignature Regions(BuiltInFunction function, string name, ResultKind result, string text) =>
        new(
            function,
            name,
            [Annotation("a"), new("classes", ParameterKind.Classes, false, "A class, or several joined by `|`.")],
            false,
            result,
            result == ResultKind.Ratio ? Share : NumericRange.Everything,
            text,
            "if `a` does not lie in the image plane"
        );

    private static FunctionSignature Numeric(BuiltInFunction function, string name, NumericRange range, string text) =>
        new(function, name, [Number("x")], false, ResultKind.SameUnit, range, text, OfArguments);

    private static FunctionSignature Extreme(BuiltInFunction function, string name, string text) =>
        new(
            function,
            name,
            [Number("x"), Number("y")],
            true,
            ResultKind.SameUnit,
            NumericRange.Everything,
            text + " Also an aggregate: `" + name + "(a.width for a: car)`.",
            OfArguments
        );
}
