using System.Globalization;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>Numbers that were computed by hand from CVAT's formulas.</summary>
public class ReferenceVectorTests
{
    [Theory]
    [InlineData(9, 0.882497)]
    [InlineData(10, 0.856997)]
    [InlineData(18, 0.606531)]
    [InlineData(20, 0.539408)]
    public void Keypoint_similarity_at_a_scale_of_100_by_100(double distance, double expected) =>
        Assert.Equal(expected, KeypointGauss.Of(distance, 0, 100 * 100, 0.09), 1e-6);

    // The largest distance that still matches, in units of the root of the scale: 0.18 · √(−2 ln T).
    [Theory]
    [InlineData(0.4, 0.243671)]
    [InlineData(0.5, 0.211934)]
    public void The_largest_distance_that_matches(double threshold, double expected)
    {
        Assert.True(KeypointGauss.Of(expected * 100 - 1e-3, 0, 100 * 100, 0.09) >= threshold);
        Assert.True(KeypointGauss.Of(expected * 100 + 1e-3, 0, 100 * 100, 0.09) < threshold);
    }

    [Theory]
    [InlineData(50, 0.952919, true)]
    [InlineData(200, 0.462271, true)]
    [InlineData(218, 0.399819, false)]
    public void Single_points_are_measured_against_the_image(int distance, double expected, bool isPair)
    {
        var result = Compare.Classic(
            new Scene().Points("points", "a", "100,100"),
            new Scene().Points("points", "a", string.Create(CultureInfo.InvariantCulture, $"{100 + distance},100"))
        );
        var outcome = result.Images.Single().Outcomes[0];
        Assert.Equal(isPair, outcome.IsPair);
        Assert.Equal(expected, outcome.Similarity, 1e-6);
        Assert.Equal(isPair && expected < 0.8, result.Types().Contains(ConflictType.LowOverlap));
    }

    [Theory]
    [InlineData(5, 0.961690)]
    [InlineData(10, 0.855345)]
    [InlineData(18, 0.602752)]
    [InlineData(24.21, 0.4002)]
    [InlineData(30, 0.245060)]
    public void Parallel_lines(double shift, double expected)
    {
        var y = (100 + shift).ToString(CultureInfo.InvariantCulture);
        var result = Compare.Classic(
            new Scene().Points("polyline", "a", "100,100;400,100;700,100"),
            new Scene().Points("polyline", "a", $"100,{y};700,{y}")
        );
        var outcome = result.Images.Single().Outcomes[0];
        Assert.Equal(expected, outcome.Similarity, shift == 24.21 ? 2e-4 : 1e-6);
        Assert.Equal(expected >= 0.4, outcome.IsPair);
    }

    [Fact]
    public void Boxes_that_are_turned_equally_are_compared_as_if_they_were_not_by_CVAT_only()
    {
        // 100 x 20, both turned by 90 degrees: 20 wide and 100 high, so that 30 px apart they do not touch.
        var truth = new Scene().Box("a", 100, 200, 100, 20, more: "rotation=\"90\"");
        var work = new Scene().Box("a", 130, 200, 100, 20, more: "rotation=\"90\"");
        Assert.Equal(0.538462, Compare.Classic(truth, work).OnlyOutcome().Similarity, 1e-6);
        Assert.Equal(2, Compare.Strict(truth, work).Images.Single().Outcomes.Length);
    }

    [Fact]
    public void A_frame_with_a_hit_a_wrong_label_a_miss_and_an_extra()
    {
        var truth = new Scene().Box("A", 0, 0, 50, 50).Box("A", 100, 0, 50, 50).Box("B", 200, 0, 50, 50);
        var work = new Scene().Box("A", 0, 0, 50, 50).Box("B", 100, 0, 50, 50).Box("A", 400, 400, 50, 50);
        foreach (var profile in ComparisonProfiles.All)
        {
            var scores = ComparisonSummary.Of(Compare.With(profile, truth, work)).Scores;
            Assert.Equal(
                (1, 1, 1, 4),
                (scores.Counts.Valid, scores.Counts.Missing, scores.Counts.Extra, scores.Counts.Total)
            );
            Assert.Equal((3, 3), (scores.Counts.Work, scores.Counts.Truth));
            Assert.Equal(0.25, scores.Accuracy);
            Assert.Equal(1 / 3.0, scores.Precision);
            Assert.Equal(1 / 3.0, scores.Recall);
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Two_empty_sides_are_right_only_where_empty_is_annotated(bool isAnnotated, double expected)
    {
        var result = Compare.With(
            ComparisonProfiles.CvatClassic,
            new Scene().Image("a.png"),
            new Scene().Image("a.png"),
            parameters => parameters with { EmptyIsAnnotated = isAnnotated }
        );
        Assert.Equal(expected, ComparisonSummary.Of(result).Scores.Accuracy);
    }

    [Fact]
    public void Characters_are_those_of_Unicode()
    {
        // One character each, of two units, of which the first are the same.
        Assert.Equal(0, EditDistance.SimilarityOf("🐈", "🐉"));
        Assert.Equal(0.5, EditDistance.SimilarityOf("🐈a", "a"));
        Assert.Equal(0, EditDistance.SimilarityOf("", "a"));
    }

    [Fact]
    public void Kitten_and_sitting() =>
        Assert.Equal(1 - 3 / 7.0, EditDistance.SimilarityOf("kitten", "sitting"), 1e-12);

    [Theory]
    [InlineData(0, 0.4)]
    [InlineData(100, 0.4)]
    [InlineData(550, 0.5)]
    [InlineData(1000, 0.6)]
    [InlineData(5000, 0.6)]
    public void Thresholds_by_area_are_linear_and_clamped(double area, double expected) =>
        Assert.Equal(expected, AreaThreshold.Parse("100:0.4,1000:0.6")!.At(area), 1e-12);
}
