using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Fuzz.Tests;

/// <summary>All that a data set says, geometry and places of fields included.</summary>
static class DatasetText
{
    static readonly Field[] Fields =
    [
        .. Enum.GetValues<FieldKind>().SelectMany(kind => new Field[] { new(kind), new(kind, "occluded", 3, 7) }),
    ];

    public static string Of(Dataset dataset)
    {
        var text = new StringBuilder();
        for (var i = 0; i < dataset.Images.Count; i++)
        {
            var images = dataset.Images;
            Add(images.FileNames[i], images.Widths[i], images.Heights[i], images.Frames[i], images.SpanOf(i));
            AddPlaces(Element.Image(i), i);
        }

        foreach (var declaration in dataset.Categories.Declarations)
            Add(declaration.Span, declaration.Supercategory);
        for (var i = 0; i < dataset.Annotations.Count; i++)
            AddAnnotation(i);
        for (var i = 0; i < dataset.Tracks.Count; i++)
            Add(dataset.Tracks[i].Span, dataset.Tracks[i].Category);
        foreach (var problem in dataset.Problems)
            Add(problem.Code, problem.Span, problem.Count, problem.Message);
        return text.ToString();

        void AddAnnotation(int i)
        {
            var rows = dataset.Annotations;
            Add(rows.Images[i], rows.Categories[i], rows.Shapes[i], rows.Boxes[i], rows.Flags[i], rows.SpanOf(i));
            Add(rows.Angles[i], rows.StoredAreas[i], rows.Scores[i], rows.Tracks[i], rows.Frames[i], rows.Groups[i]);
            var polygon = new PolygonBuffer();
            if (dataset.ReadPolygon(i, polygon))
                foreach (var coordinate in polygon.Coordinates)
                    Add(coordinate);
            var keypoints = new KeypointBuffer();
            if (dataset.ReadKeypoints(i, keypoints))
                foreach (var point in keypoints.Points)
                    Add(point);
            Add(dataset.ReadMask(i).Mask?.Area, dataset.ReadCuboid(i), dataset.ReadCaption(i));
            foreach (var column in rows.Attributes.Columns)
                if (column.TryGet(i, out var value))
                    Add(column.Name, value);
            AddPlaces(Element.Annotation(i), i);
        }

        // Looking for fields reads the element again, which is long for long files.
        void AddPlaces(Element element, int row)
        {
            if (row < 5)
                foreach (var field in Fields)
                    Add(dataset.Locate(element, field));
        }

        void Add(params ReadOnlySpan<object?> values)
        {
            foreach (var value in values)
                text.Append(CultureInfo.InvariantCulture, $"{value} ");
            text.Append('\n');
        }
    }
}
