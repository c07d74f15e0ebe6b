using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>Boxes that are far wider or taller, for their size, than others of their class.</summary>
sealed class AspectOutliers(CheckContext context) : CategoryOutliers(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5023", "aspect_outliers", "Boxes of unusual proportions", Severity.Info)
        {
            Parameters = CommonParameters,
        };

    protected override string Noun => "ratio of width to height";

    protected override double Measure(Box box) => box.Width / box.Height;

    protected override string Show(double measure) =>
        measure >= 1 ? $"{Wording.Number(measure)}:1" : $"1:{Wording.Number(1 / measure)}";
}
