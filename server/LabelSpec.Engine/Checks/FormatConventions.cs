using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks;

/// <summary>
/// What a format means by its conventions rather than by its text, so that its habits are not reported as defects. Each
/// is explained on the pages of the checks it concerns.
/// </summary>
public sealed class FormatConventions
{
    // Read by COCO's evaluation code, which loses annotations with id 0.
    static readonly string[] IdZeroLost = ["coco", "lvis"];

    // Full bodies and tracked objects are boxed to where they would end, also beyond the image.
    static readonly string[] BoxesMayLeave = ["crowdhuman", "mot", "nuscenes", "kitti"];

    // Formats with a place for the size of each image.
    static readonly string[] SizesDeclared =
    [
        "coco",
        "lvis",
        "voc",
        "cvat",
        "cvat_images",
        "cvat_video",
        "datumaro",
        "labelme",
        "cityscapes",
        "supervisely",
    ];

    readonly bool[] idZeroIsLost;
    readonly bool[] boxesMayLeave;
    readonly bool[] sizesDeclared;

    public FormatConventions(Dataset dataset)
    {
        idZeroIsLost = Table(dataset, IdZeroLost);
        boxesMayLeave = Table(dataset, BoxesMayLeave);
        sizesDeclared = Table(dataset, SizesDeclared);
        AnyIdZeroIsLost = idZeroIsLost.Contains(true);
    }

    public bool AnyIdZeroIsLost { get; }

    public bool IdZeroIsLost(int file) => idZeroIsLost[file];

    public bool BoxesMayLeaveImage(int file) => boxesMayLeave[file];

    /// <summary>Whether the format has a place for the size of each image, so that a missing size is missing.</summary>
    public bool DeclaresImageSize(int file) => sizesDeclared[file];

    static bool[] Table(Dataset dataset, string[] formats) =>
        [.. dataset.Files.Select(file => file.Format is { } format && formats.Contains(format.Id))];
}
