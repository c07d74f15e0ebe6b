using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>Judges the picture whose pixels are the segments of an image, where it is found.</summary>
abstract class LabelPictureCheck(CheckInfo info, CheckContext context) : ImageCheck(info, context)
{
    public sealed override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        if (PictureOf(annotations) is not { IsMissing: false } file)
            return;
        report.Judged();
        Judge(image, annotations, file, report);
    }

    protected abstract void Judge(int image, ReadOnlySpan<int> annotations, LabelPictureFile file, CheckReport report);

    protected LabelPictureFile PictureOf(int image) => PictureOf(Rows.OfImage(image))!;

    LabelPictureFile? PictureOf(ReadOnlySpan<int> annotations)
    {
        foreach (var row in annotations)
            if (Rows.Flags[row].HasFlag(AnnotationFlags.MaskInPicture))
                return Data.ReadLabelPicture(row);
        return null;
    }
}
