using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Quality.Comparison;

/// <summary>The two data sets that rows of results refer to.</summary>
public sealed record ComparedData(Dataset Truth, Dataset Work)
{
    /// <summary>The id of an annotation as its file writes it; empty where the format has no ids.</summary>
    public static string IdOf(Dataset dataset, int row) =>
        dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasId)
            ? dataset.IdTexts.Show(dataset.Annotations.Ids[row])
            : "";

    /// <summary>Where an annotation stands: <c>file:line:column</c>.</summary>
    public static string PlaceOf(Dataset dataset, int row)
    {
        var span = dataset.Annotations.SpanOf(row);
        SourcePosition position = dataset.PositionOf(span);
        return $"{dataset.Files[span.File].Path}:{position.Line}:{position.Column}";
    }
}
