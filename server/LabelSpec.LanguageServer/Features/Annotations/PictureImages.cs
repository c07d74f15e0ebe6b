using LabelSpec.Annotations.Pictures;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Pictures on disk and what their headers say.</summary>
static class PictureImages
{
    static readonly PictureCache Headers = new(new SkiaPictureReader());

    /// <summary>The picture's path; null where it is not found.</summary>
    public static string? PathOf(AnnotationView view, int image) =>
        PictureFinder.Find(view.Path, view.Dataset.Images.FileNames[image], RootOf(view));

    static string? RootOf(AnnotationView view) =>
        view.Analysis.Target.Project is { } project && project.DatasetOf(view.Path)?.Images is { } images
            ? project.FullPath(images)
            : null;

    public static PictureHeader HeaderOf(string path) => Headers.Read(path);

    public static PictureImage Of(AnnotationView view, int image)
    {
        var images = view.Dataset.Images;
        var path = PathOf(view, image);
        var header = path is null ? default : HeaderOf(path);
        var isAsStored = IsAsStored(images.Widths[image], images.Heights[image], header);
        var (actualWidth, actualHeight) = header is { IsReadable: true }
            ? header.SwapsSides && !isAsStored
                ? (header.Height, header.Width)
                : (header.Width, header.Height)
            : (0, 0);
        var (width, height) = ((double)images.Widths[image], (double)images.Heights[image]);
        if (width <= 0 || height <= 0)
            (width, height) = actualWidth > 0 ? (actualWidth, actualHeight) : BoundsOf(view, image);
        var span = images.SpanOf(image);
        return new PictureImage
        {
            Name = images.FileNames[image],
            Id = images.Ids[image].IsNone ? null : view.Dataset.IdTexts.Show(images.Ids[image]),
            // An editor opens no file in an archive.
            Uri = File.Exists(path) ? DocumentUri.Of(path) : null,
            Missing = path is null ? MissingText(view, images.FileNames[image]) : header.Problem,
            Width = width,
            Height = height,
            ActualWidth = actualWidth > 0 ? actualWidth : null,
            ActualHeight = actualHeight > 0 ? actualHeight : null,
            Unturned = isAsStored ? header.Orientation : null,
            Range = span.IsNone || span.File != view.FileIndex ? null : view.RangeOf(span),
        };
    }

    /// <summary>
    /// Whether the file counts in the pixels as they are stored, although EXIF data turns the picture on its side: its declared size
    /// tells.
    /// </summary>
    static bool IsAsStored(int width, int height, PictureHeader header) =>
        header is { IsReadable: true, SwapsSides: true }
        && header.Width != header.Height
        && (width, height) == (header.Width, header.Height);

    static string MissingText(AnnotationView view, string name) =>
        name.Length == 0 ? "The file names no picture here."
        : RootOf(view) is { } root
            ? $"There is no picture {name} in {Path.GetRelativePath(Path.GetDirectoryName(view.Path)!, root)}, where labelspec.yaml says that the pictures are."
        : $"There is no picture {name} beside this file. Say in labelspec.yaml where they are: images.";

    static (double Width, double Height) BoundsOf(AnnotationView view, int image)
    {
        double right = 1,
            bottom = 1;
        foreach (var row in view.Dataset.Annotations.OfImage(image))
            if (view.Dataset.Annotations.Boxes[row] is { IsFinite: true } box)
                (right, bottom) = (Math.Max(right, box.Left + box.Width), Math.Max(bottom, box.Top + box.Height));
        return (right, bottom);
    }
}
