namespace LabelSpec.Quality.Suspects;

/// <summary>
/// Compares the annotations of an image with predictions. Predictions and annotations are paired from the highest score
/// down, whatever their classes, by the highest IoU; a pair of score c and IoU o gives (V. Agrawal et al., FiftyOne Brain,
/// "mistakenness"): for different classes (c + 1) / 2; for the place of equal classes (c · (2i − 1) + 1) / 2 with
/// i = 2 (1 − o).
/// </summary>
sealed class ImageSuspects(
    SuspectData data,
    SuspectImage image,
    ObjectLabScores scores,
    double[] recallOfClass,
    SuspectSettings settings
)
{
    readonly int[] predictionOf = [.. Enumerable.Repeat(-1, image.Labels.Length)];

    public IEnumerable<Suspect> Find()
    {
        var isPaired = Pair();
        for (var label = 0; label < image.Labels.Length; label++)
            foreach (var suspect in OfLabel(label))
                yield return suspect;
        for (var p = 0; p < image.Predictions.Length; p++)
            if (!isPaired[p] && image.Predictions[p].Score >= settings.Confidence && IsAlone(p))
                yield return Make(
                    SuspectKind.Missing,
                    -1,
                    p,
                    BestOverlap(p),
                    image.Predictions[p].Score,
                    scores.Overlooked[p]
                );
    }

    bool[] Pair()
    {
        var isPaired = new bool[image.Predictions.Length];
        foreach (
            var p in Enumerable.Range(0, image.Predictions.Length).OrderByDescending(i => image.Predictions[i].Score)
        )
        {
            var best = -1;
            var highest = settings.Overlap;
            for (var label = 0; label < image.Labels.Length; label++)
            {
                var overlap = image.Labels[label].Box.IoU(image.Predictions[p].Box);
                if (predictionOf[label] >= 0 || overlap < highest || (best >= 0 && overlap == highest))
                    continue;
                (best, highest) = (label, overlap);
            }

            if (best < 0)
                continue;
            predictionOf[best] = p;
            isPaired[p] = true;
        }

        return isPaired;
    }

    IEnumerable<Suspect> OfLabel(int label)
    {
        var own = image.Labels[label];
        if (predictionOf[label] is >= 0 and var p)
        {
            var prediction = image.Predictions[p];
            var overlap = own.Box.IoU(prediction.Box);
            if (prediction.Class != own.Class)
                yield return Make(
                    SuspectKind.Swapped,
                    label,
                    p,
                    overlap,
                    (prediction.Score + 1) / 2,
                    scores.Swapped[label]
                );
            else
                yield return Make(
                    SuspectKind.BadlyPlaced,
                    label,
                    p,
                    overlap,
                    (prediction.Score * (2 * 2 * (1 - overlap) - 1) + 1) / 2,
                    scores.Placed[label]
                );
            yield break;
        }

        if (Repeated(label) is { } duplicate)
            yield return duplicate;
        else
        {
            var nearest = image.Predictions.Select(prediction => prediction.Box.IoU(own.Box)).DefaultIfEmpty(0).Max();
            // Who finds most objects of a class and nothing here speaks against it; who finds few says nothing.
            yield return Make(
                SuspectKind.Spurious,
                label,
                -1,
                nearest,
                recallOfClass[own.Class] * (1 - nearest),
                double.NaN
            );
        }
    }

    // Another annotation of the class took the prediction that means this one as well.
    Suspect? Repeated(int label)
    {
        var own = image.Labels[label];
        for (var other = 0; other < image.Labels.Length; other++)
        {
            if (other == label || predictionOf[other] < 0 || image.Labels[other].Class != own.Class)
                continue;
            var prediction = image.Predictions[predictionOf[other]];
            var overlap = own.Box.IoU(image.Labels[other].Box);
            if (overlap >= settings.Overlap && own.Box.IoU(prediction.Box) >= settings.Overlap)
                return Make(
                    SuspectKind.Duplicate,
                    label,
                    predictionOf[other],
                    overlap,
                    prediction.Score * overlap,
                    double.NaN
                ) with
                {
                    Other = image.Labels[other].Row,
                };
        }

        return null;
    }

    // A second prediction of an object that is found is no second object.
    bool IsAlone(int p) => BestOverlap(p) < settings.Overlap && !HasBetterTwin(p);

    bool HasBetterTwin(int p)
    {
        var own = image.Predictions[p];
        for (var other = 0; other < image.Predictions.Length; other++)
            if (
                other != p
                && (image.Predictions[other].Score, -other).CompareTo((own.Score, -p)) > 0
                && image.Predictions[other].Box.IoU(own.Box) >= settings.Overlap
            )
                return true;
        return false;
    }

    double BestOverlap(int p) =>
        image.Labels.Select(label => label.Box.IoU(image.Predictions[p].Box)).DefaultIfEmpty(0).Max();

    Suspect Make(SuspectKind kind, int label, int prediction, double overlap, double mistakenness, double objectLab) =>
        new()
        {
            Kind = kind,
            Data = data,
            Image = image.Row,
            Annotation = label < 0 ? -1 : image.Labels[label].Row,
            Prediction = prediction < 0 ? -1 : image.Predictions[prediction].Row,
            Overlap = overlap,
            Mistakenness = mistakenness,
            ObjectLab = objectLab,
            Likelihood = mistakenness,
        };
}
