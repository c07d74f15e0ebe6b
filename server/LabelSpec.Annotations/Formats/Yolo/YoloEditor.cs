using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Turns changes into edits of columns and rows.</summary>
static class YoloEditor
{
    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        EditCollector.Plan(dataset, changes, Refusal);

    /// <summary>Adds the change's edits, or says why there can be none.</summary>
    static string? Refusal(Dataset dataset, ElementChange change, ImmutableArray<ByteEdit>.Builder edits)
    {
        if (change.Element.Kind != ElementKind.Annotation)
            return "YOLO files hold rows only; images and classes are not edited";
        return change switch
        {
            ElementChange.Remove remove => Remove(dataset, remove, edits),
            ElementChange.SetCategory set => SetCategory(dataset, set, edits),
            ElementChange.SetBox set => SetBox(dataset, set, edits),
            ElementChange.SetPolygon set => SetPolygon(dataset, set, edits),
            _ => "YOLO files do not store this",
        };
    }

    static string? Remove(Dataset dataset, ElementChange.Remove remove, ImmutableArray<ByteEdit>.Builder edits)
    {
        var span = dataset.SpanOf(remove.Element);
        var bytes = dataset.Files[span.File].Bytes;
        var (start, end) = (span.Start, span.End);
        while (start > 0 && bytes.Slice(start - 1, 1) is not [(byte)'\n'] and not [0xBF])
            start--;
        while (end < bytes.Length && bytes.Slice(end++, 1) is not [(byte)'\n'])
            continue;
        edits.Add(new(span.File, start, end, ""));
        return null;
    }

    static string? SetCategory(Dataset dataset, ElementChange.SetCategory set, ImmutableArray<ByteEdit>.Builder edits)
    {
        var span = dataset.SpanOf(set.Element);
        var folder = Path.GetDirectoryName(dataset.Files[span.File].FullPath) ?? "";
        var declaration = dataset
            .Categories.Declarations.Where(d => d.Name == set.Category && !d.Id.IsNone && Governs(dataset, d, folder))
            .MaxBy(d => dataset.Files[d.Span.File].FullPath.Length);
        if (declaration is null)
            return $"no definition of the data set names a class '{set.Category}'";
        Replace(dataset, span, 0, $"{declaration.Id.Value}", edits);
        return null;
    }

    static bool Governs(Dataset dataset, CategoryDeclaration declaration, string folder)
    {
        var file = dataset.Files[declaration.Span.File];
        var root = Path.GetDirectoryName(file.FullPath) ?? "";
        return file.Format is YoloFormat
            && (
                folder == root
                || folder.StartsWith(root + "/", StringComparison.Ordinal)
                || folder.StartsWith(root + "\\", StringComparison.Ordinal)
            );
    }

    static string? SetBox(Dataset dataset, ElementChange.SetBox set, ImmutableArray<ByteEdit>.Builder edits)
    {
        var (width, height) = SizeOf(dataset, set.Element.Index);
        var box = set.Box;
        if (dataset.Annotations.Flags[set.Element.Index].HasFlag(AnnotationFlags.HasPolygon))
        {
            if (dataset.Annotations.Shapes[set.Element.Index] != ShapeKind.RotatedBox)
                return "the box of this row follows from its polygon";
            var corners = RotatedBox.FromBox(box, dataset.Annotations.Angles[set.Element.Index]).Corners();
            return SetNumbers(dataset, set.Element, corners, width, height, edits);
        }

        double[] numbers = [box.Center.X, box.Center.Y, box.Width, box.Height];
        return SetNumbers(dataset, set.Element, numbers, width, height, edits);
    }

    static string? SetPolygon(Dataset dataset, ElementChange.SetPolygon set, ImmutableArray<ByteEdit>.Builder edits)
    {
        if (!dataset.Annotations.Flags[set.Element.Index].HasFlag(AnnotationFlags.HasPolygon))
            return "this row is no polygon";
        if (set.Parts.Length != 1)
            return "a YOLO row is a single ring";
        var (width, height) = SizeOf(dataset, set.Element.Index);
        var (ring, span) = (set.Parts[0], dataset.SpanOf(set.Element));
        var row = dataset.Files[span.File].Bytes.Slice(span.Start, span.Length);
        var old = YoloLocator.Range(
            row,
            1,
            YoloTokens.Count(row) - (double.IsNaN(dataset.Annotations.Scores[set.Element.Index]) ? 1 : 2)
        );
        var first = YoloLocator.Range(row, 1, 1);
        var style = row.Slice(first.Start, first.Length);
        var numbers = new string[ring.Length];
        for (var i = 0; i < ring.Length; i++)
            numbers[i] = DecimalText.Like(style, ring[i] / (i % 2 == 0 ? width : height));
        edits.Add(
            new(span.File, span.Start + old.Start, span.Start + old.Start + old.Length, string.Join(' ', numbers))
        );
        return null;
    }

    static string? SetNumbers(
        Dataset dataset,
        Element element,
        double[] numbers,
        int width,
        int height,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var span = dataset.SpanOf(element);
        var row = dataset.Files[span.File].Bytes.Slice(span.Start, span.Length);
        if (YoloTokens.Count(row) <= numbers.Length)
            return "the row lacks a part of its box";
        for (var i = 0; i < numbers.Length; i++)
        {
            var share = numbers[i] / (i % 2 == 0 ? width : height);
            var (start, length) = YoloLocator.Range(row, 1 + i, 1);
            var text = DecimalText.Like(row.Slice(start, length), share);
            if (!row.Slice(start, length).SequenceEqual(System.Text.Encoding.UTF8.GetBytes(text)))
                Replace(dataset, span, 1 + i, text, edits);
        }

        return null;
    }

    static void Replace(
        Dataset dataset,
        SourceSpan span,
        int column,
        string text,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var row = dataset.Files[span.File].Bytes.Slice(span.Start, span.Length);
        var (start, length) = YoloLocator.Range(row, column, 1);
        edits.Add(new(span.File, span.Start + start, span.Start + start + length, text));
    }

    static (int Width, int Height) SizeOf(Dataset dataset, int annotation)
    {
        var image = dataset.Annotations.Images[annotation];
        return (dataset.Images.Widths[image], dataset.Images.Heights[image]);
    }
}
