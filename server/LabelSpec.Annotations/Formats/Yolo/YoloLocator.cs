using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Finds the columns of a row.</summary>
static class YoloLocator
{
    public static SourceSpan Locate(Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        if (whole.IsNone || element.Kind != ElementKind.Annotation)
            return whole;
        var row = dataset.Files[whole.File].Bytes.Slice(whole.Start, whole.Length);
        var (first, count) = Columns(dataset, element.Index, row, field);
        var found = first < 0 ? (Start: -1, Length: 0) : Range(row, first, count);
        return found.Start < 0 ? whole : new(whole.File, whole.Start + found.Start, found.Length);
    }

    /// <summary>The bytes from one column to the end of another; a start of −1 where the row is shorter.</summary>
    public static (int Start, int Length) Range(ReadOnlySpan<byte> row, int first, int count)
    {
        var tokens = new YoloTokens(row);
        var start = -1;
        for (var column = 0; tokens.Next(); column++)
        {
            if (column == first)
                start = tokens.Start;
            if (column == first + count - 1)
                return (start, tokens.Start + tokens.Length - start);
        }

        return (-1, 0);
    }

    static (int First, int Count) Columns(Dataset dataset, int index, ReadOnlySpan<byte> row, Field field)
    {
        var annotations = dataset.Annotations;
        var isPolygon = annotations.Flags[index].HasFlag(AnnotationFlags.HasPolygon);
        var last = YoloTokens.Count(row) - 1;
        var hasScore = !double.IsNaN(annotations.Scores[index]);
        var coordinates = last - (hasScore ? 1 : 0);
        return field.Kind switch
        {
            FieldKind.Category => (0, 1),
            FieldKind.Box => isPolygon ? (1, coordinates) : (1, 4),
            FieldKind.BoxPart when !isPolygon => (1 + field.Index, 1),
            FieldKind.Segmentation or FieldKind.Part when isPolygon => (1, coordinates),
            FieldKind.Vertex when isPolygon => (1 + 2 * field.Vertex, 2),
            FieldKind.Keypoints => (5, coordinates - 4),
            FieldKind.Keypoint => KeypointColumns(dataset, index, coordinates, field.Index),
            FieldKind.KeypointVisibility => KeypointColumns(dataset, index, coordinates, field.Index)
                is { Count: 3 } columns
                ? (columns.First + 2, 1)
                : (-1, 0),
            FieldKind.Score when hasScore => (last, 1),
            _ => (-1, 0),
        };
    }

    static (int First, int Count) KeypointColumns(Dataset dataset, int index, int coordinates, int keypoint)
    {
        var points = new KeypointBuffer();
        if (!dataset.ReadKeypoints(index, points))
            return (-1, 0);
        var dimensions = (coordinates - 4) / points.Count;
        return (5 + dimensions * keypoint, dimensions);
    }
}
