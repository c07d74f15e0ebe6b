using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Mot;

/// <summary>Reads the rows of one sequence.</summary>
sealed class MotReader(FormatFile file, MotSequence sequence)
{
    readonly DatasetPart part = file.Part;
    readonly Dictionary<int, int> frames = [];

    /// <summary>The coordinate of the first pixel: the benchmark counts from 1.</summary>
    readonly int origin = file.Options.Coordinates?.Origin ?? 1;

    public void Read()
    {
        var columns = new List<(int, int)>();
        var lines = new TextLines(file.Bytes);
        while (lines.Next())
            ReadRow(TextRow.Split(lines.Line, (byte)',', columns, lines.Start, file.File));
    }

    void ReadRow(in TextRow row)
    {
        if (row.Count is < 7 or > 10)
            part.Problems.Report(
                RowProblems.ColumnCount,
                row.Span,
                $"This row has {row.Count} columns; MOT rows have 7 to 10: frame, id, left, top, width, height, confidence …"
            );
        var frame = Number(row, 0) is >= 0 and <= int.MaxValue and var number ? (int)number : 0;
        CheckFrame(frame, row);
        var annotation = new AnnotationRow(row.Span) { Image = ImageOf(frame, row), Frame = Math.Max(0, frame - 1) };
        Shapes.SetBox(
            ref annotation,
            new Box(Number(row, 2) - origin, Number(row, 3) - origin, Number(row, 4), Number(row, 5))
        );
        SetIdentity(ref annotation, row);
        SetCategory(ref annotation, row);
        var index = part.AddAnnotation(annotation);
        var visibility = row.Count == 9 ? RowNumbers.ReadOptional(row, 8, part.Problems) : double.NaN;
        RowRanges.Between(
            row,
            row.Count == 9 ? 8 : -1,
            "visibility",
            "the share that is to be seen,",
            0,
            1,
            part.Problems
        );
        if (!double.IsNaN(visibility))
            part.SetAttribute(index, "visibility", AttributeValue.Of(visibility));
    }

    void CheckFrame(int frame, in TextRow row)
    {
        if (frame < 1)
            part.Problems.Report(
                RowProblems.NoSuchFrame,
                row.SpanOf(0),
                "MOT numbers frames from 1, and this is frame 0; where all frames are one too low, add 1 to each."
            );
        else if (sequence.Length > 0 && frame > sequence.Length)
            part.Problems.Report(
                RowProblems.NoSuchFrame,
                row.SpanOf(0),
                $"This is frame {frame}, and seqinfo.ini says that the sequence has {sequence.Length}."
            );
    }

    // In ground truth the confidence says whether the row counts; elsewhere it is a score.
    void SetIdentity(ref AnnotationRow annotation, in TextRow row)
    {
        var id = Number(row, 1);
        var confidence = RowNumbers.ReadOptional(row, 6, part.Problems);
        if (id is >= 0 and <= int.MaxValue)
        {
            annotation.Id = part.IdOf((long)id);
            annotation.Track = part.AddTrack(new(file.File, annotation.Id, -1, Sources.SourceSpan.None));
        }
        if (confidence == 0)
            annotation.Flags |= AnnotationFlags.Ignore;
        if (id != -1 && confidence is 0 or 1)
            return;
        annotation.Flags |= AnnotationFlags.Prediction;
        // −1 stands for what is not known.
        annotation.Score = confidence == -1 ? double.NaN : confidence;
    }

    void SetCategory(ref AnnotationRow annotation, in TextRow row)
    {
        var number = row.Count is 8 or 9 ? RowNumbers.ReadOptional(row, 7, part.Problems) : 1;
        if (double.IsNaN(number) || number == -1)
            number = 1;
        annotation.Category = part.Category(sequence.ClassOf(number));
        if (!sequence.IsKnown(number))
            part.Problems.Report(RowProblems.UnknownValue, row.SpanOf(7), $"There is no class {number} here.");
    }

    int ImageOf(int frame, in TextRow row)
    {
        if (!frames.TryGetValue(frame, out var image))
            frames[frame] = image = part.AddImage(
                new(row.Span)
                {
                    Id = part.IdOf(frame),
                    FileName = sequence.FileName(frame),
                    Width = sequence.Width,
                    Height = sequence.Height,
                    Frame = Math.Max(0, frame - 1),
                    Sequence = sequence.Name,
                    State = ImageState.Annotated,
                }
            );
        return image;
    }

    double Number(in TextRow row, int column) => RowNumbers.Read(row, column, part.Problems);
}
