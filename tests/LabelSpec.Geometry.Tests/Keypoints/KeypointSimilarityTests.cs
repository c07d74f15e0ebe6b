namespace LabelSpec.Geometry.Tests;

public class KeypointSimilarityTests
{
    static readonly double[] Sigmas = [.1, .2, .3];

    [Fact]
    public void Similarity_is_the_mean_over_the_labelled_keypoints()
    {
        double[] truth = [10, 10, 2, 20, 20, 1, 30, 30, 0];
        double[] detection = [13, 14, 0, 20, 20, 0, 99, 99, 2];
        // First: d² = 25, (2σ)² = .04, area 1000: exp(-25 / .04 / 1000 / 2); second: exact hit; third: not labelled.
        var expected = (Math.Exp(-25 / .04 / 1000 / 2) + 1) / 2;
        Assert.Equal(expected, KeypointSimilarity.Of(truth, detection, Sigmas, 1000, default), 1e-12);
    }

    [Fact]
    public void Without_labelled_keypoints_the_distance_outside_the_doubled_box_counts()
    {
        double[] truth = [0, 0, 0, 0, 0, 0, 0, 0, 0];
        // The box (100, 100, 10, 20) reaches to (90..120, 80..140): 3 left of it, inside, 4 below.
        double[] detection = [87, 100, 2, 100, 139, 2, 119, 144, 2];
        var expected = (Math.Exp(-9 / .04 / 500 / 2) + 1 + Math.Exp(-16 / .36 / 500 / 2)) / 3;
        Assert.Equal(expected, KeypointSimilarity.Of(truth, detection, Sigmas, 500, new(100, 100, 10, 20)), 1e-12);
    }

    [Fact]
    public void Person_keypoints_are_seventeen_tenths_divided_after_parsing()
    {
        Assert.Equal(17, KeypointSigmas.CocoPerson.Length);
        Assert.Equal(1.07 / 10.0, KeypointSigmas.CocoPerson[11]);
        Assert.Equal(.89 / 10.0, KeypointSigmas.CocoPerson[16]);
    }

    [Fact]
    public void Missing_keypoints_make_the_similarity_unknown()
    {
        Assert.Equal(double.NaN, KeypointSimilarity.Of([1, 1, 2], [1, 1, 2], Sigmas, 10, default));
        Assert.Equal(double.NaN, KeypointSimilarity.Of([], [], [], 10, default));
    }
}
