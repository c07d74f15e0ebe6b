using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>Boxes that are far smaller or larger than others of their class.</summary>
sealed class SizeOutliers(CheckContext context) : CategoryOutliers(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5022", "size_outliers", "Boxes of unusual size", Severity.Info) { Parameters = CommonParameters };

    protected override string Noun => "size";

    // The side of the square of the same area.
    protected override double Measure(Box box) => Math.Sqrt(box.Area);

    protected override string Show(double measure) => $"{Wording.Number(measure)} px";
}
