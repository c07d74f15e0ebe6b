using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>
/// Pictures of segments that are not where the others of the file are: one finding for each file. Where none is found, none is
/// expected.
/// </summary>
sealed class MissingLabelPictures(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4021", "missing_label_pictures", "Pictures of segments are missing", Severity.Error);

    public override void Judge(CheckReport report)
    {
        foreach (var (_, (images, missing)) in Collect())
        {
            report.Judged(images);
            if (missing.Count > 0 && missing.Count < images)
                report.Violated(Violation.OfImage(missing[0]) with { Value = missing.Count, Limit = images });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var missing = Collect()[Data.Images.FileOf(violation.Subject)].Missing;
        return new(
            $"{missing.Count} of {Wording.Count((long)violation.Limit, "picture")} of segments are not found, such as "
                + $"{Wording.Quoted(missing.Take(4).Select(NameOfPicture))}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("missing", missing.Count), new DecidingValue("pictures", violation.Limit)],
            Related =
            [
                .. missing
                    .Skip(1)
                    .Take(4)
                    .Select(image => new RelatedSubject(SubjectKind.Image, image, NameOfPicture(image))),
            ],
        };
    }

    string NameOfPicture(int image) => Path.GetFileName(Data.ReadLabelPicture(SegmentOf(image))!.Path);

    int SegmentOf(int image)
    {
        foreach (var row in Rows.OfImage(image))
            if (Rows.Flags[row].HasFlag(AnnotationFlags.MaskInPicture))
                return row;
        return -1;
    }

    // In order of files, and of images in them.
    SortedDictionary<int, (int Images, List<int> Missing)> Collect()
    {
        var files = new SortedDictionary<int, (int Images, List<int> Missing)>();
        for (var image = 0; image < Data.Images.Count; image++)
        {
            if (SegmentOf(image) is not (>= 0 and var row) || Data.ReadLabelPicture(row) is not { } picture)
                continue;
            var file = Data.Images.FileOf(image);
            var (images, missing) = files.GetValueOrDefault(file, (0, []));
            if (picture.IsMissing)
                missing.Add(image);
            files[file] = (images + 1, missing);
        }

        return files;
    }
}
