using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

public class BootstrapTests
{
    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another()
    {
        var result = Images(40, wrong: 10);
        var first = Bootstrap.Of(result, new() { Seed = 7 }).ToArray();
        Assert.Equal(first, Bootstrap.Of(result, new() { Seed = 7 }).ToArray());
        Assert.NotEqual(first, Bootstrap.Of(result, new() { Seed = 8 }).ToArray());
    }

    [Fact]
    public void One_annotation_an_image_has_the_interval_and_sample_size_of_a_proportion()
    {
        // 300 of 400 right. Normal approximation: 0.75 ± 1.96 · √(0.75 · 0.25 / 400) = 0.75 ± 0.0424, and
        // 1.96² · 0.75 · 0.25 / 0.02² = 1801 images (1805 with n − 1 in the variance).
        var accuracy = Bootstrap.Of(Images(400, wrong: 100), new())[1];
        Assert.Equal("precision", accuracy.Score);
        Assert.Equal(0.75 - 0.0424, accuracy.Low, 0.01);
        Assert.Equal(0.75 + 0.0424, accuracy.High, 0.01);
        Assert.InRange(accuracy.ImagesNeeded!.Value, 1795, 1815);
    }

    [Fact]
    public void Many_images_are_drawn_by_the_hand_with_the_same_spread()
    {
        // 3000 of 4000 right: 0.75 ± 1.96 · √(0.75 · 0.25 / 4000) = 0.75 ± 0.0134.
        var accuracy = Bootstrap.Of(Images(4000, wrong: 1000), new())[1];
        Assert.Equal(0.75 - 0.0134, accuracy.Low, 0.003);
        Assert.Equal(0.75 + 0.0134, accuracy.High, 0.003);
        Assert.InRange(accuracy.ImagesNeeded!.Value, 1795, 1815);
    }

    [Fact]
    public void Where_all_images_score_the_same_no_number_of_images_is_made_up()
    {
        var accuracy = Bootstrap.Of(Images(10, wrong: 0), new())[0];
        Assert.Equal((1, 1), (accuracy.Low, accuracy.High));
        Assert.Null(accuracy.ImagesNeeded);
        Assert.NotNull(accuracy.Reason);
    }

    [Fact]
    public void One_image_has_no_interval_and_says_why()
    {
        var accuracy = Bootstrap.Of(Images(1, wrong: 0), new())[0];
        Assert.True(double.IsNaN(accuracy.Low));
        Assert.Equal("one image tells nothing about others", accuracy.Reason);
    }

    static ComparisonResult Images(int count, int wrong)
    {
        var truth = new Scene();
        var work = new Scene();
        for (var i = 0; i < count; i++)
        {
            truth.Box("a", 0, 0, 10, 10, $"{i:D4}.png");
            work.Box(i < wrong ? "b" : "a", 0, 0, 10, 10, $"{i:D4}.png");
        }

        return Compare.Strict(truth, work);
    }
}
