using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Coordinates;

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

    // How formats store boxes, so that numbers that make no sense so can be tried in another way.
    static readonly string[] CornerAndSize = ["coco", "lvis", "datumaro"];
    static readonly string[] TwoCorners = ["voc", "cvat", "cvat_images", "cvat_video", "labelme", "supervisely"];
    static readonly string[] CentreAndSize = ["yolo"];

    // Written for tools that count from 1, and by many tools that count from 0.
    static readonly string[] FromOne = ["voc"];

    // Corners and rings go one way around.
    static readonly string[] RingsWithSense = ["dota", "geojson"];

    // Keypoints that are not labelled have the coordinates 0, 0. Others keep the place where one was drawn before.
    static readonly string[] KeypointsAtOrigin = ["coco", "datumaro", "yolo"];

    // Detectors of the benchmark write what they have; only its order counts.
    static readonly string[] ScoresOnlyRank = ["mot"];

    // Tasks may be about texts, sounds and tables.
    static readonly string[] PicturesOptional = ["labelstudio"];

    // Four corners are those of a turned box.
    static readonly string[] BoxesByCorners = ["dota"];

    // Classes overlap by design, and an object has all that it is: bottle and alcohol.
    static readonly string[] ClassesOverlap = ["lvis"];

    // An object of one frame may have several shapes, one for each of its parts.
    static readonly string[] ObjectsWithParts = ["openlabel"];

    // Classes are told by ids; names are for people, and two things may have one.
    static readonly string[] NamesForPeople = ["openimages"];

    readonly BoxLayout[] layouts;
    readonly bool[] countsFromOne;
    readonly HashSet<string> declaredFolders;
    readonly string[] folders;
    readonly bool[] idZeroIsLost;
    readonly bool[] boxesMayLeave;
    readonly bool[] sizesDeclared;
    readonly bool[] ringsHaveSense;
    readonly bool[] objectsHaveParts;
    readonly bool[] unlabelledAtOrigin;
    readonly bool[] scoresOnlyRank;
    readonly bool[] picturesOptional;
    readonly bool[] boxesByCorners;
    readonly bool[] classesOverlap;
    readonly bool[] namesForPeople;

    public FormatConventions(Dataset dataset)
    {
        idZeroIsLost = Table(dataset, IdZeroLost);
        boxesMayLeave = Table(dataset, BoxesMayLeave);
        sizesDeclared = Table(dataset, SizesDeclared);
        ringsHaveSense = Table(dataset, RingsWithSense);
        objectsHaveParts = Table(dataset, ObjectsWithParts);
        unlabelledAtOrigin = Table(dataset, KeypointsAtOrigin);
        scoresOnlyRank = Table(dataset, ScoresOnlyRank);
        picturesOptional = Table(dataset, PicturesOptional);
        boxesByCorners = Table(dataset, BoxesByCorners);
        classesOverlap = Table(dataset, ClassesOverlap);
        namesForPeople = Table(dataset, NamesForPeople);
        layouts = new BoxLayout[idZeroIsLost.Length];
        Assign(Table(dataset, CornerAndSize), BoxLayout.CornerAndSize);
        Assign(Table(dataset, TwoCorners), BoxLayout.TwoCorners);
        Assign(Table(dataset, CentreAndSize), BoxLayout.CentreAndSize);
        countsFromOne = Table(dataset, FromOne);
        folders = [.. dataset.Files.Select(file => file.Folder)];
        declaredFolders =
        [
            .. dataset.Conventions.Where(convention => convention.IsDeclared).Select(convention => convention.Folder),
        ];
        AnyIdZeroIsLost = idZeroIsLost.Contains(true);
    }

    public bool AnyIdZeroIsLost { get; }

    public bool IdZeroIsLost(int file) => idZeroIsLost[file];

    public bool BoxesMayLeaveImage(int file) => boxesMayLeave[file];

    /// <summary>Whether the format has a place for the size of each image, so that a missing size is missing.</summary>
    public bool DeclaresImageSize(int file) => sizesDeclared[file];

    /// <summary>Whether it means something which way rings go around.</summary>
    public bool RingsHaveSense(int file) => ringsHaveSense[file];

    /// <summary>Whether an object may have several shapes in one frame.</summary>
    public bool ObjectsHaveParts(int file) => objectsHaveParts[file];

    /// <summary>Whether the format leaves keypoints that are not labelled at the origin.</summary>
    public bool UnlabelledAtOrigin(int file) => unlabelledAtOrigin[file];

    /// <summary>Whether scores may have any value, as only their order counts.</summary>
    public bool ScoresRank(int file) => scoresOnlyRank[file];

    /// <summary>Whether what is annotated need not be a picture.</summary>
    public bool NeedsNoPicture(int file) => picturesOptional[file];

    /// <summary>Whether four corners stand for a turned box.</summary>
    public bool CornersStandForBoxes(int file) => boxesByCorners[file];

    /// <summary>Whether one object may be annotated once for each of its classes.</summary>
    public bool ObjectsHaveSeveralClasses(int file) => classesOverlap[file];

    /// <summary>Whether two classes may rightly have one name.</summary>
    public bool SharesNames(int file) => namesForPeople[file];

    /// <summary>What the four numbers of the file's boxes are.</summary>
    public BoxLayout BoxLayoutOf(int file) => layouts[file];

    /// <summary>Whether the format counts pixels from 1.</summary>
    public bool CountsFromOne(int file) => countsFromOne[file];

    /// <summary>Whether the user has said what the file's coordinates mean.</summary>
    public bool IsDeclared(int file) => declaredFolders.Count > 0 && declaredFolders.Contains(folders[file]);

    void Assign(bool[] files, BoxLayout layout)
    {
        for (var file = 0; file < files.Length; file++)
            if (files[file])
                layouts[file] = layout;
    }

    static bool[] Table(Dataset dataset, string[] formats)
    {
        var table = new bool[dataset.Files.Length];
        IAnnotationFormat? last = null;
        var isAmong = false;
        for (var file = 0; file < table.Length; file++)
        {
            // Files of one format mostly come one after another.
            if (dataset.Files[file].Format != last)
                (last, isAmong) = (
                    dataset.Files[file].Format,
                    dataset.Files[file].Format is { } format && formats.Contains(format.Id)
                );
            table[file] = isAmong;
        }

        return table;
    }
}
