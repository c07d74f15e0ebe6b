using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Checks.Coordinates;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>
/// The picture files of a data set, looked up when a check asks. Annotations are often judged where the pictures are not:
/// pictures count as there when their folder is declared, or when one of some images of a file is found. Safe for many
/// threads.
/// </summary>
public sealed class PictureLookup
{
    /// <summary>Images that are looked up to find out whether the pictures are there at all.</summary>
    const int Probes = 32;

    readonly Dataset dataset;
    readonly PictureCache cache;
    readonly FileGroups groups;
    readonly Lazy<bool>[] isThere;
    readonly Lazy<int[][]> imagesOfGroup;
    readonly FoundPicture?[] found;

    internal PictureLookup(Dataset dataset, FileGroups groups, PictureCache cache)
    {
        this.dataset = dataset;
        this.groups = groups;
        this.cache = cache;
        found = new FoundPicture?[dataset.Images.Count];
        imagesOfGroup = new(GroupImages);
        isThere = [.. Enumerable.Range(0, groups.Count).Select(group => new Lazy<bool>(() => AreThere(group)))];
    }

    internal int GroupCount => groups.Count;

    /// <summary>The images of a group of files, in order.</summary>
    internal ReadOnlySpan<int> ImagesOf(int group) => imagesOfGroup.Value[group];

    internal int GroupOf(int image) => groups.Of(dataset.Images.FileOf(image));

    /// <summary>Whether the pictures of a group of files are there, so that a missing one is missing.</summary>
    internal bool HasPictures(int group) => isThere[group].Value;

    /// <summary>Frames of a video have no picture files of their own.</summary>
    public bool IsLookedUp(int image) =>
        dataset.Images.FileNames[image].Length > 0
        && dataset.Images.Sequences[image] < 0
        && HasPictures(GroupOf(image));

    /// <summary>The picture of an image; null when it is not found.</summary>
    internal FoundPicture? Find(int image)
    {
        if (found[image] is { } known)
            return known.Path.Length == 0 ? null : known;
        var name = dataset.Images.FileNames[image];
        var file = FileOf(image);
        var path = cache.Find(file.FullPath, name, file.ImageRoot);
        var picture = new FoundPicture(path ?? "", path is not null && IsWholeName(path, name));
        found[image] = picture;
        return path is null ? null : picture;
    }

    public PictureHeader HeaderOf(string path) => cache.Read(path);

    // A picture that only has the last part of the name may be another one.
    static bool IsWholeName(string path, string name)
    {
        var relative = name.Replace('\\', '/').TrimStart('/');
        while (
            relative.StartsWith("./", StringComparison.Ordinal) || relative.StartsWith("../", StringComparison.Ordinal)
        )
            relative = relative[(relative.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return path.Replace('\\', '/').EndsWith("/" + relative, StringComparison.Ordinal);
    }

    bool AreThere(int group)
    {
        var images = imagesOfGroup.Value[group];
        if (images.Length > 0 && FileOf(images[0]).ImageRoot is { } declared)
            return PackedFile.FolderExists(declared);
        var step = Math.Max(1, images.Length / Probes);
        for (var i = 0; i < images.Length; i += step)
            if (Find(images[i]) is not null)
                return true;
        return false;
    }

    SourceFile FileOf(int image) => dataset.Files[dataset.Images.FileOf(image)];

    int[][] GroupImages()
    {
        var images = new List<int>[groups.Count];
        for (var group = 0; group < images.Length; group++)
            images[group] = [];
        for (var image = 0; image < dataset.Images.Count; image++)
            if (dataset.Images.FileNames[image].Length > 0 && dataset.Images.Sequences[image] < 0)
                images[GroupOf(image)].Add(image);
        return [.. images.Select(one => one.ToArray())];
    }
}
