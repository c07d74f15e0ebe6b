using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Classes;
using AllowedKind = LabelSpec.Semantics.Symbols.Classes.ShapeKind;
using DrawnKind = LabelSpec.Annotations.Model.ShapeKind;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>
/// A shape that the guideline does not allow for the class. What stands beside the main shape counts as well: an
/// instance of COCO with a polygon has a box, too. Crowds are masks whatever the class.
/// </summary>
sealed class WrongShape : ColumnCheck
{
    readonly AllowedShapes[] allowed;

    public WrongShape(CheckContext context)
        : base(Info, context)
    {
        allowed = new AllowedShapes[context.Dataset.Categories.Count];
        for (var category = 0; category < allowed.Length; category++)
            allowed[category] = AllowedShapes.Of(context.Facts.ClassOf(category));
    }

    public static new CheckInfo Info { get; } =
        new("LS3104", "wrong_shape", "Shape is not allowed for the class", Severity.Error);

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            var category = Rows.Categories[row];
            if (category < 0 || allowed[category].IsAny)
                continue;
            var shape = Rows.Shapes[row];
            var flags = Rows.Flags[row];
            // Without any shape there is another finding, and captions are no objects.
            if (shape is DrawnKind.None or DrawnKind.Caption || flags.HasFlag(AnnotationFlags.Crowd))
                continue;
            report.Judged();
            if (!allowed[category].Allows(shape, flags))
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var symbol = Facts.ClassOf(Rows.Categories[violation.Subject])!;
        var shape = AllowedShapes.NameOf(Rows.Shapes[violation.Subject]);
        var allowedNames = string.Join(" or ", symbol.Shapes.Select(one => ShapeKinds.NameOf(one.Kind)).Distinct());
        return new($"{NameOf(violation.Subject)} is a {shape}; the guideline wants {allowedNames} for {symbol.Name}.")
        {
            Field = FieldOf(Rows.Shapes[violation.Subject]),
            Values = [new DecidingValue("shape", shape), new DecidingValue("allowed", allowedNames)],
        };
    }

    static Field FieldOf(DrawnKind shape) =>
        shape switch
        {
            DrawnKind.Tag => Field.Category,
            DrawnKind.Polygon or DrawnKind.Polyline or DrawnKind.Mask => Field.Segmentation,
            DrawnKind.Skeleton => new Field(FieldKind.Keypoints),
            _ => new Field(FieldKind.Extent),
        };

    /// <summary>The shapes of a class as bits, so that an annotation costs one test.</summary>
    readonly record struct AllowedShapes(int Bits)
    {
        public bool IsAny => Bits == 0;

        public static AllowedShapes Of(ClassSymbol? symbol)
        {
            var bits = 0;
            foreach (var shape in symbol?.Shapes ?? [])
                bits |= 1 << (int)shape.Kind;
            return new(bits);
        }

        public bool Allows(DrawnKind shape, AnnotationFlags flags) =>
            (KindOf(shape) is { } kind && Has(kind))
            || (flags.HasFlag(AnnotationFlags.HasStoredBox) && Has(AllowedKind.Box))
            || (flags.HasFlag(AnnotationFlags.HasPolygon) && shape != DrawnKind.Polyline && Has(AllowedKind.Polygon))
            || (flags.HasFlag(AnnotationFlags.HasMask) && Has(AllowedKind.Mask))
            || (flags.HasFlag(AnnotationFlags.HasKeypoints) && Has(AllowedKind.Skeleton));

        public static string NameOf(DrawnKind shape) =>
            KindOf(shape) is { } kind ? ShapeKinds.NameOf(kind) : "shape of another kind";

        bool Has(AllowedKind kind) => (Bits & (1 << (int)kind)) != 0;

        static AllowedKind? KindOf(DrawnKind shape) =>
            shape switch
            {
                DrawnKind.Box => AllowedKind.Box,
                DrawnKind.RotatedBox => AllowedKind.RotatedBox,
                DrawnKind.Polygon => AllowedKind.Polygon,
                DrawnKind.Polyline => AllowedKind.Polyline,
                DrawnKind.Point => AllowedKind.Point,
                DrawnKind.Skeleton => AllowedKind.Skeleton,
                DrawnKind.Mask => AllowedKind.Mask,
                DrawnKind.Ellipse => AllowedKind.Ellipse,
                DrawnKind.Cuboid => AllowedKind.Cuboid,
                DrawnKind.Tag => AllowedKind.Tag,
                _ => null,
            };
    }
}
