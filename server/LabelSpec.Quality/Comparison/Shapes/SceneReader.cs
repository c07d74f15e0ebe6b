using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>Reads both sides of one picture. One for each thread.</summary>
sealed class SceneReader(ComparedData data, LabelMap labels, ProfileStrategies profile)
{
    readonly ShapeReader reader = new(profile);

    /// <summary>Annotations that were left out as their class is not known.</summary>
    public int WithoutLabel => reader.WithoutLabel;

    public ImageScene Read(ImagePair pair)
    {
        var canvas = Canvas.Of([(data.Truth, pair.TruthRows), (data.Work, pair.WorkRows)]);
        return new(
            Read(data.Truth, pair.TruthRows, labels.OfTruth, canvas),
            Read(data.Work, pair.WorkRows, labels.OfWork, canvas),
            canvas
        );
    }

    List<ComparedShape> Read(Dataset dataset, int[] images, Func<int, int> labelOf, Canvas canvas)
    {
        var shapes = new List<ComparedShape>();
        foreach (var image in images)
            reader.Read(dataset, dataset.Annotations.OfImage(image), labelOf, canvas, shapes);
        shapes.Sort(profile.Order);
        return shapes;
    }
}
