using System.Globalization;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.VisDrone;

/// <summary>Reads the rows of one image or one video.</summary>
sealed class VisDroneReader(FormatFile file)
{
    readonly DatasetPart part = file.Part;
    readonly Dictionary<int, int> frames = [];

    public void Read()
    {
        var columns = new List<(int, int)>();
        var lines = new TextLines(file.Bytes);
        var image = -1;
        while (lines.Next())
        {
            var row = TextRow.Split(lines.Line, (byte)',', columns, lines.Start, file.File);
            var box = VisDroneFormat.BoxColumn(row);
            image =
                box == 2 ? FrameOf(row)
                : image < 0 ? AddImage()
                : image;
            ReadRow(row, box, image);
        }
        if (image < 0)
            part.Images.State[AddImage()] = ImageState.Empty;
    }

    int AddImage() => part.AddImage(new(file.Span) { FileName = file.Stem + ".jpg", State = ImageState.Annotated });

    int FrameOf(in TextRow row)
    {
        var frame = row.Number(0) is >= 0 and <= int.MaxValue and var number ? (int)number : 0;
        if (frame < 1)
            part.Problems.Report(
                RowProblems.NoSuchFrame,
                row.SpanOf(0),
                "VisDrone numbers frames from 1, and this is frame 0; where all frames are one too low, add 1 to each."
            );
        if (!frames.TryGetValue(frame, out var image))
            frames[frame] = image = part.AddImage(
                new(row.Span)
                {
                    FileName = $"{file.Stem}/{frame.ToString("D7", CultureInfo.InvariantCulture)}.jpg",
                    Frame = Math.Max(0, frame - 1),
                    Sequence = file.Stem,
                    State = ImageState.Annotated,
                }
            );
        return image;
    }

    void ReadRow(in TextRow row, int box, int image)
    {
        if (VisDroneFormat.ColumnCount(row) != box + 8)
            part.Problems.Report(
                RowProblems.ColumnCount,
                row.Span,
                $"This row has {VisDroneFormat.ColumnCount(row)} columns; VisDrone rows have 8, and 10 in videos."
            );
        var annotation = new AnnotationRow(row.Span) { Image = image, Frame = part.Images.Frame.At(image) };
        Shapes.SetBox(
            ref annotation,
            new Box(Number(row, box), Number(row, box + 1), Number(row, box + 2), Number(row, box + 3))
        );
        if (box == 2 && row.Number(1) is >= 0 and <= int.MaxValue and var target)
            annotation.Track = part.AddTrack(new(file.File, part.IdOf((long)target), -1, Sources.SourceSpan.None));
        // In ground truth 0 means "does not count"; scores of models lie between.
        var score = RowNumbers.ReadOptional(row, box + 4, part.Problems);
        var number = RowNumbers.ReadOptional(row, box + 5, part.Problems);
        if (score == 0 || number == 0)
            annotation.Flags |= AnnotationFlags.Ignore;
        if (score is not (0 or 1 or double.NaN))
        {
            annotation.Score = score;
            annotation.Flags |= AnnotationFlags.Prediction;
        }
        if (number is >= 0 and < 12)
            annotation.Category = part.Category(VisDroneFormat.Classes[(int)number]);
        else if (!double.IsNaN(number))
            part.Problems.Report(
                RowProblems.UnknownValue,
                row.SpanOf(box + 5),
                $"VisDrone has no class {number}; they go from 0 to 11."
            );
        var index = part.AddAnnotation(annotation);
        RowRanges.Code(row, box + 6, "truncation", 1, part.Problems);
        RowRanges.Code(row, box + 7, "occlusion", 2, part.Problems);
        SetAttribute(index, "truncation", row, box + 6);
        SetAttribute(index, "occlusion", row, box + 7);
    }

    void SetAttribute(int annotation, string name, in TextRow row, int column)
    {
        var number = RowNumbers.ReadOptional(row, column, part.Problems);
        if (!double.IsNaN(number))
            part.SetAttribute(annotation, name, AttributeValue.Of(number));
    }

    double Number(in TextRow row, int column) => RowNumbers.Read(row, column, part.Problems);
}
