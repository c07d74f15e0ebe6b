namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// Where what belongs to annotation files lies: beside their folder, or beside the folder <c>Annotations</c> above it; lists and
/// pictures are then named with the folders between.
/// </summary>
/// <param name="Path">The folder that holds <c>ImageSets</c> and <c>SegmentationObject</c>.</param>
/// <param name="Prefix">The folders from <c>Annotations</c> to the files, with a slash behind; empty for none.</param>
readonly record struct VocRoot(string Path, string Prefix)
{
    public const string Annotations = "Annotations";

    public static VocRoot Of(string folder)
    {
        folder = System.IO.Path.GetFullPath(folder);
        for (var above = folder; above is not null; above = System.IO.Path.GetDirectoryName(above))
            if (System.IO.Path.GetFileName(above) == Annotations && above != folder)
                return new(
                    System.IO.Path.GetDirectoryName(above) ?? "",
                    System.IO.Path.GetRelativePath(above, folder).Replace(System.IO.Path.DirectorySeparatorChar, '/')
                        + "/"
                );
        return new(System.IO.Path.GetDirectoryName(folder) ?? "", "");
    }
}
