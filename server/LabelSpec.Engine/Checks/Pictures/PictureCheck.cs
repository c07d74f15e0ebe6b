using LabelSpec.Annotations.Formats;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>Judges the picture files of images that are found.</summary>
abstract class PictureCheck(CheckInfo info, CheckContext context) : ImageCheck(info, context)
{
    protected static Field FileName { get; } = new(FieldKind.FileName);

    protected PictureLookup? Pictures { get; } = context.Pictures;

    // Whether pictures are there at all is found out from some of them.
    internal sealed override IEnumerable<bool> Circumstances =>
        Pictures is null ? [] : Enumerable.Range(0, Pictures.GroupCount).Select(Pictures.HasPictures);

    public sealed override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        if (
            Pictures is { } pictures
            && pictures.IsLookedUp(image)
            && pictures.Find(image) is { HasWholeName: true } found
        )
            Judge(image, found.Path, report);
    }

    protected abstract void Judge(int image, string path, CheckReport report);

    protected string PathOf(int image) => Pictures!.Find(image)!.Path;
}
