using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Gives the chosen similarity the geometry of the selected rows.</summary>
sealed class SimilarityBuilder(
    Dataset truth,
    Dataset predictions,
    ImageAndCategoryIndex index,
    TruthRows truths,
    DetectionRows detections,
    CocoInputOptions options,
    CocoInputProblemLog problems
)
{
    // pycocotools decides by the first prediction of the file what kind they all are.
    readonly bool predictionsHaveBoxes =
        predictions.Annotations.Count > 0 && (predictions.Annotations.Flags[0] & AnnotationFlags.HasStoredBox) != 0;

    public PairSimilarity Build() =>
        options.Task switch
        {
            CocoTask.Masks => OfMasks(),
            CocoTask.Keypoints => OfKeypoints(),
            _ => OfBoxes(),
        };

    BoxSimilarity OfBoxes()
    {
        var boxes = new Box[detections.Rows.Length];
        double[]? areas = null;
        MaskReader? masks = null;
        for (var i = 0; i < boxes.Length; i++)
        {
            var row = detections.Rows[i];
            var flags = predictions.Annotations.Flags[row];
            boxes[i] = predictions.Annotations.Boxes[row];
            if ((flags & AnnotationFlags.HasStoredBox) == 0 && (flags & AnnotationFlags.HasMask) != 0)
            {
                masks ??= new(predictions, truth.Images, detections.Rows, ImageRowsOf(detections.Columns.Images));
                areas ??= [.. boxes.Select(box => box.Area)];
                var mask = masks.Read(i);
                boxes[i] = mask?.Bounds ?? boxes[i];
                areas[i] = mask?.Area ?? double.NaN;
            }
            else if (areas is not null)
                areas[i] = boxes[i].Area;
            if (double.IsNaN(boxes[i].Left))
                problems.Add(CocoInputProblemKind.NoGeometry, row, isInPredictions: true);
        }

        var truthBoxes = new Box[truths.Rows.Length];
        for (var i = 0; i < truthBoxes.Length; i++)
        {
            truthBoxes[i] = truth.Annotations.Boxes[truths.Rows[i]];
            if (double.IsNaN(truthBoxes[i].Left))
                problems.Add(CocoInputProblemKind.NoGeometry, truths.Rows[i], isInPredictions: false);
        }

        return new(boxes, truthBoxes, truths.Columns.IsCrowd, areas);
    }

    MaskSimilarity OfMasks()
    {
        const AnnotationFlags any = AnnotationFlags.HasMask | AnnotationFlags.HasPolygon;
        foreach (var row in truths.Rows)
            if ((truth.Annotations.Flags[row] & any) == 0)
                problems.Add(CocoInputProblemKind.NoGeometry, row, isInPredictions: false);
        foreach (var row in detections.Rows)
            if ((predictions.Annotations.Flags[row] & (any | AnnotationFlags.HasStoredBox)) == 0)
                problems.Add(CocoInputProblemKind.NoGeometry, row, isInPredictions: true);
        var detectionMasks = new MaskReader(
            predictions,
            truth.Images,
            detections.Rows,
            ImageRowsOf(detections.Columns.Images)
        )
        {
            // Predictions without a mask get that of their box.
            FallsBackToBox = true,
        };
        var truthMasks = new MaskReader(truth, truth.Images, truths.Rows, ImageRowsOf(truths.Columns.Images));
        return new(
            detectionMasks.Read,
            truthMasks.Read,
            AreasAreThoseOfBoxes ? i => predictions.Annotations.Boxes[detections.Rows[i]].Area : null,
            truths.Columns.IsCrowd
        );
    }

    KeypointsSimilarity OfKeypoints()
    {
        var sigmas = options.Sigmas ?? [.. KeypointSigmas.CocoPerson];
        var truthBoxes = new Box[truths.Rows.Length];
        for (var i = 0; i < truthBoxes.Length; i++)
            truthBoxes[i] = truth.Annotations.Boxes[truths.Rows[i]];
        return new(
            KeypointsOf(predictions, detections.Rows, sigmas.Length, isInPredictions: true),
            KeypointsOf(truth, truths.Rows, sigmas.Length, isInPredictions: false),
            truthBoxes,
            truths.Columns.Areas,
            sigmas,
            AreasAreThoseOfBoxes ? [.. detections.Rows.Select(row => predictions.Annotations.Boxes[row].Area)] : null
        );
    }

    public bool AreasAreThoseOfBoxes => options.Mode == CocoMode.Strict && predictionsHaveBoxes;

    double[][] KeypointsOf(Dataset dataset, int[] rows, int expected, bool isInPredictions)
    {
        var buffer = new KeypointBuffer();
        var triples = new double[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            buffer.Clear();
            dataset.ReadKeypoints(rows[i], buffer);
            triples[i] = new double[3 * buffer.Count];
            for (var k = 0; k < buffer.Count; k++)
                (triples[i][3 * k], triples[i][3 * k + 1], triples[i][3 * k + 2]) = (
                    buffer.Points[k].X,
                    buffer.Points[k].Y,
                    buffer.Points[k].Visibility
                );
            if (buffer.Count != expected)
                problems.Add(CocoInputProblemKind.OtherSkeleton, rows[i], isInPredictions);
        }

        return triples;
    }

    int[] ImageRowsOf(int[] evaluated) => [.. evaluated.Select(image => index.ImageRows[image])];
}
