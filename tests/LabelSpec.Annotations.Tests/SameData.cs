using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests;

/// <summary>Compares data sets to the last bit: every column, place, polygon, mask and problem.</summary>
static class SameData
{
    public static void Assert(Dataset expected, Dataset actual)
    {
        Xunit.Assert.Equal(
            expected.Problems.Select(problem => (problem.Code, problem.Message, problem.Span, problem.Count)),
            actual.Problems.Select(problem => (problem.Code, problem.Message, problem.Span, problem.Count))
        );
        AssertImages(expected, actual);
        AssertCategories(expected, actual);
        Xunit.Assert.Equal(expected.Annotations.Count, actual.Annotations.Count);
        AssertAttributes(expected.Annotations.Attributes, actual.Annotations.Attributes);
        for (var row = 0; row < expected.Annotations.Count; row++)
        {
            Xunit.Assert.Equal(Columns(expected, row), Columns(actual, row));
            var span = expected.Annotations.SpanOf(row);
            Xunit.Assert.Equal(expected.PositionOf(span), actual.PositionOf(span));
            AssertGeometry(expected, actual, row);
        }
    }

    static void AssertImages(Dataset expected, Dataset actual)
    {
        Xunit.Assert.Equal(expected.Images.Count, actual.Images.Count);
        AssertAttributes(expected.Images.Attributes, actual.Images.Attributes);
        for (var row = 0; row < expected.Images.Count; row++)
            Xunit.Assert.Equal(
                (Id(expected, expected.Images.Ids[row]), expected.Images.FileNames[row], expected.Images.SpanOf(row)),
                (Id(actual, actual.Images.Ids[row]), actual.Images.FileNames[row], actual.Images.SpanOf(row))
            );
        Xunit.Assert.Equal(expected.Images.Widths.ToArray(), actual.Images.Widths.ToArray());
        Xunit.Assert.Equal(expected.Images.Heights.ToArray(), actual.Images.Heights.ToArray());
    }

    static void AssertCategories(Dataset expected, Dataset actual)
    {
        Xunit.Assert.Equal(expected.Categories.Names.ToArray(), actual.Categories.Names.ToArray().AsEnumerable());
        Xunit.Assert.Equal(
            expected.Categories.Declarations.Select(one =>
                (Id(expected, one.Id), one.Name, one.Supercategory, one.Span)
            ),
            actual.Categories.Declarations.Select(one => (Id(actual, one.Id), one.Name, one.Supercategory, one.Span))
        );
        Xunit.Assert.Equal(Tracks(expected), Tracks(actual));
        Xunit.Assert.Equal(expected.Annotations.AnnotatorNames.ToArray(), actual.Annotations.AnnotatorNames.ToArray());
        Xunit.Assert.Equal(expected.Images.SequenceNames.ToArray(), actual.Images.SequenceNames.ToArray());
    }

    static IEnumerable<object> Tracks(Dataset data) =>
        Enumerable
            .Range(0, data.Tracks.Count)
            .Select(track => data.Tracks[track])
            .Select(track => (object)(Id(data, track.Id), track.Category, track.Span));

    // Texts are numbered in the order in which parts were joined.
    static string Id(Dataset data, RecordId id) => data.IdTexts.Show(id);

    static void AssertAttributes(AttributeTable expected, AttributeTable actual) =>
        Xunit.Assert.Equal(
            expected.Columns.Select(column => (column.Name, Codes: Show(column))),
            actual.Columns.Select(column => (column.Name, Codes: Show(column)))
        );

    static string Show(AttributeColumn column) =>
        string.Join(',', column.Entries) + string.Join('|', column.Pool.ToArray().Select(value => value.AsText));

    static string Columns(Dataset data, int row)
    {
        var table = data.Annotations;
        var box = table.Boxes[row];
        object[] values =
        [
            data.IdTexts.Show(table.Ids[row]),
            table.Images[row],
            table.Categories[row],
            data.IdTexts.Show(table.DanglingImageId(row)),
            data.IdTexts.Show(table.DanglingCategoryId(row)),
            table.Shapes[row],
            table.Flags[row],
            Bits(box.Left),
            Bits(box.Top),
            Bits(box.Width),
            Bits(box.Height),
            Bits(table.Angles[row]),
            Bits(table.StoredAreas[row]),
            Bits(table.Scores[row]),
            table.StoredKeypointCounts[row],
            table.Tracks[row],
            table.Frames[row],
            table.Groups[row],
            table.ZOrders[row],
            table.Annotators[row],
            table.SpanOf(row),
        ];
        return string.Join(' ', values);
    }

    static void AssertGeometry(Dataset expected, Dataset actual, int row)
    {
        Xunit.Assert.Equal(Polygon(expected, row), Polygon(actual, row));
        var (a, b) = (expected.ReadMask(row), actual.ReadMask(row));
        Xunit.Assert.Equal(a.Problem, b.Problem);
        Xunit.Assert.Equal(a.Mask?.Runs.ToArray(), b.Mask?.Runs.ToArray());
        var (some, same) = (new KeypointBuffer(), new KeypointBuffer());
        Xunit.Assert.Equal(expected.ReadKeypoints(row, some), actual.ReadKeypoints(row, same));
        Xunit.Assert.Equal(some.Points.ToArray(), same.Points.ToArray());
        Xunit.Assert.Equal(expected.ReadCaption(row), actual.ReadCaption(row));
        foreach (var field in (Field[])[Field.Id, Field.Box, Field.Area, Field.Segmentation, Field.VertexOf(0, 1)])
            Xunit.Assert.Equal(
                expected.Locate(Element.Annotation(row), field),
                actual.Locate(Element.Annotation(row), field)
            );
    }

    static string Polygon(Dataset data, int row)
    {
        var buffer = new PolygonBuffer();
        return !data.ReadPolygon(row, buffer)
            ? "none"
            : string.Join(
                ' ',
                Enumerable
                    .Range(0, buffer.PartCount)
                    .Select(part => string.Join(',', buffer.PartAt(part).ToArray().Select(Bits)))
            );
    }

    static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
