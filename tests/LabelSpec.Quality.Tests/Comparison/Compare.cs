using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>Compares scenes.</summary>
static class Compare
{
    public static ComparisonResult Strict(Scene truth, Scene work) => With(ComparisonProfiles.Strict, truth, work);

    public static ComparisonResult Classic(Scene truth, Scene work) =>
        With(ComparisonProfiles.CvatClassic, truth, work);

    public static ComparisonResult With(
        ComparisonProfile profile,
        Scene truth,
        Scene work,
        Func<ComparisonParameters, ComparisonParameters>? change = null
    ) =>
        DatasetComparison.Run(
            new(truth.Read("gt.xml"), work.Read("work.xml"), profile)
            {
                Parameters = change?.Invoke(profile.Defaults) ?? profile.Defaults,
                Threads = 2,
            }
        );

    public static Outcome OnlyOutcome(this ComparisonResult result) =>
        Assert.Single(result.Images.SelectMany(image => image.Outcomes));

    public static ConflictType[] Types(this ComparisonResult result) =>
        [.. result.Images.SelectMany(image => image.Conflicts).Select(conflict => conflict.Type).Order()];
}
