using LabelSpec.Geometry;

namespace LabelSpec.Quality.Suspects;

/// <summary>
/// Label quality of object detection data from a model's predictions (U. Tkachenko, A. Thyagarajan, J. Mueller,
/// "ObjectLab: Automated Diagnosis of Mislabeled Images in Object Detection Data", 2023; constants and corner cases of
/// cleanlab 2). Similarity of boxes is 0.9 · IoU + 0.1 · exp(−0.1 · distance of the centres in pixels). Low scores are
/// suspicious.
/// </summary>
static class ObjectLab
{
    public const double LowConfidence = .5;
    public const double HighConfidence = .95;

    const double OverlapWeight = .9;
    const double DistanceFactor = .1;
    const double Temperature = .1;
    const double Tiny = 1e-100;

    /// <summary>Boxes that overlap as much and have different classes are one object with two labels.</summary>
    const double SameObject = .95;

    public static double Similarity(Box a, Box b) =>
        OverlapWeight * a.IoU(b) + (1 - OverlapWeight) * Math.Exp(-DistanceFactor * a.Center.DistanceTo(b.Center));

    /// <summary>The smallest similarity above 0 of any annotation with a prediction of its image; 1 where there is none.</summary>
    public static double LeastSimilarity(IEnumerable<SuspectImage> images)
    {
        var least = double.PositiveInfinity;
        foreach (var image in images)
        foreach (var label in image.Labels)
        foreach (var prediction in image.Predictions)
        {
            var similarity = Similarity(label.Box, prediction.Box);
            if (similarity > 0)
                least = Math.Min(least, similarity);
        }

        return double.IsInfinity(least) ? 1 : least;
    }

    public static ObjectLabScores Score(SuspectImage image, double least)
    {
        double[] overlooked = [.. image.Predictions.Select(prediction => Overlooked(image, prediction, least))],
            placed = [.. image.Labels.Select(label => Placed(image, label))],
            swapped = [.. image.Labels.Select(label => Swapped(image, label, least))];
        // The geometric mean of the three kinds.
        var quality = Math.Exp(
            (
                Math.Log(Tiny + Softmin(overlooked))
                + Math.Log(Tiny + Softmin(placed))
                + Math.Log(Tiny + Softmin(swapped))
            ) / 3
        );
        return new(quality, overlooked, placed, swapped);
    }

    // NaN for predictions that say nothing about something missing.
    static double Overlooked(SuspectImage image, PredictedBox prediction, double least)
    {
        if (prediction.Score < HighConfidence)
            return double.NaN;
        var best = double.NaN;
        foreach (var label in image.Labels)
        {
            if (label.Box.IoU(prediction.Box) > 0)
                return double.NaN;
            if (label.Class == prediction.Class)
            {
                var similarity = Similarity(label.Box, prediction.Box);
                best = double.IsNaN(best) ? similarity : Math.Max(best, similarity);
            }
        }

        return double.IsNaN(best) ? least * (1 - prediction.Score) : best;
    }

    static double Placed(SuspectImage image, LabelledBox label)
    {
        var best = double.NaN;
        foreach (var prediction in image.Predictions)
            if (
                prediction.Class == label.Class
                && prediction.Score > LowConfidence
                && label.Box.IoU(prediction.Box) > 0
            )
                best = double.IsNaN(best)
                    ? Similarity(label.Box, prediction.Box)
                    : Math.Max(best, Similarity(label.Box, prediction.Box));
        return double.IsNaN(best) ? 1 : best;
    }

    static double Swapped(SuspectImage image, LabelledBox label, double least)
    {
        foreach (var other in image.Labels)
            if (other.Class != label.Class && other.Box.IoU(label.Box) >= SameObject)
                return least;
        var best = double.NaN;
        foreach (var prediction in image.Predictions)
            if (prediction.Class != label.Class && prediction.Score > HighConfidence)
                best = double.IsNaN(best)
                    ? Similarity(label.Box, prediction.Box)
                    : Math.Max(best, Similarity(label.Box, prediction.Box));
        return double.IsNaN(best) ? 1 : Math.Max(least, 1 - best);
    }

    /// <summary>The mean of scores, weighted by the softmax of 1 − score; 1 for none.</summary>
    static double Softmin(double[] scores)
    {
        double[] defined = [.. scores.Where(score => !double.IsNaN(score))];
        if (defined.Length == 0)
            return 1;
        var highest = defined.Max(score => (1 - score) / Temperature);
        double sum = 0,
            weights = 0;
        foreach (var score in defined)
        {
            var weight = Math.Exp((1 - score) / Temperature - highest);
            sum += weight * score;
            weights += weight;
        }

        return sum / weights;
    }
}
