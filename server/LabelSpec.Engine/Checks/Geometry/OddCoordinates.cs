using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A list of x, y pairs with a number left over: from the lost number on, x and y may be exchanged.</summary>
sealed class OddCoordinates(CheckContext context) : PolygonCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3302", "odd_coordinates", "Polygon has an odd number of coordinates", Severity.Error);

    protected override bool HasDefect(ShapeView shape) => (shape.PolygonFacts.Defects & PolygonDefects.OddCount) != 0;

    protected override Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring) =>
        (ring.Length & 1) == 0
            ? null
            : new(
                $"A polygon of {NameOf(shape.Row)} has {ring.Length} numbers; x and y come in pairs, so one is missing."
            )
            {
                Field = Field.Part(part),
                Values = [new DecidingValue("numbers", ring.Length)],
            };
}
