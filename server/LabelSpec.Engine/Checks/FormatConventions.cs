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

    readonly Dataset dataset;

    // Which of the formats that occur a file has: a hundred thousand files mostly have one.
    readonly byte[] formatOf;
    readonly List<IAnnotationFormat?> formats = [];
    readonly HashSet<string> declaredFolders;
    readonly BoxLayout[] layouts;
    readonly bool[] countsFromOne;
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
        formatOf = FormatsOf(dataset);
        idZeroIsLost = Table(IdZeroLost);
        boxesMayLeave = Table(BoxesMayLeave);
        sizesDeclared = Table(SizesDeclared);
        ringsHaveSense = Table(RingsWithSense);
        objectsHaveParts = Table(ObjectsWithParts);
        unlabelledAtOrigin = Table(KeypointsAtOrigin);
        scoresOnlyRank = Table(ScoresOnlyRank);
        picturesOptional = Table(PicturesOptional);
        boxesByCorners = Table(BoxesByCorners);
        classesOverlap = Table(ClassesOverlap);
        namesForPeople = Table(NamesForPeople);
        layouts = new BoxLayout[formats.Count];
        Assign(Table(CornerAndSize), BoxLayout.CornerAndSize);
        Assign(Table(TwoCorners), BoxLayout.TwoCorners);
        Assign(Table(CentreAndSize), BoxLayout.CentreAndSize);
        countsFromOne = Table(FromOne);
        this.dataset = dataset;
        declaredFolders =
        [
            .. dataset.Conventions.Where(convention => convention.IsDeclared).Select(convention => convention.Folder),
        ];
        AnyIdZeroIsLost = idZeroIsLost.Contains(true);
    }

    public bool AnyIdZeroIsLost { get; }

    public bool IdZeroIsLost(int file) => idZeroIsLost[formatOf[file]];

    public bool BoxesMayLeaveImage(int file) => boxesMayLeave[formatOf[file]];

    /// <summary>Whether the format has a place for the size of each image, so that a missing size is missing.</summary>
    public bool DeclaresImageSize(int file) => sizesDeclared[formatOf[file]];

    /// <summary>Whether it means something which way rings go around.</summary>
    public bool RingsHaveSense(int file) => ringsHaveSense[formatOf[file]];

    /// <summary>Whether an object may have several shapes in one frame.</summary>
    public bool ObjectsHaveParts(int file) => objectsHaveParts[formatOf[file]];

    /// <summary>Whether the format leaves keypoints that are not labelled at the origin.</summary>
    public bool UnlabelledAtOrigin(int file) => unlabelledAtOrigin[formatOf[file]];

    /// <summary>Whether scores may have any value, as only their order counts.</summary>
    public bool ScoresRank(int file) => scoresOnlyRank[formatOf[file]];

    /// <summary>Whether what is annotated need not be a picture.</summary>
    public bool NeedsNoPicture(int file) => picturesOptional[formatOf[file]];

    /// <summary>Whether four corners stand for a turned box.</summary>
    public bool CornersStandForBoxes(int file) => boxesByCorners[formatOf[file]];

    /// <summary>Whether one object may be annotated once for each of its classes.</summary>
    public bool ObjectsHaveSeveralClasses(int file) => classesOverlap[formatOf[file]];

    /// <summary>Whether two classes may rightly have one name.</summary>
    public bool SharesNames(int file) => namesForPeople[formatOf[file]];

    /// <summary>What the four numbers of the file's boxes are.</summary>
    public BoxLayout BoxLayoutOf(int file) => layouts[formatOf[file]];

    /// <summary>Whether the format counts pixels from 1.</summary>
    public bool CountsFromOne(int file) => countsFromOne[formatOf[file]];

    /// <summary>Whether the user has said what the file's coordinates mean.</summary>
    public bool IsDeclared(int file) =>
        declaredFolders.Count > 0 && declaredFolders.Contains(dataset.Files[file].Folder);

    void Assign(bool[] ofFormat, BoxLayout layout)
    {
        for (var format = 0; format < ofFormat.Length; format++)
            if (ofFormat[format])
                layouts[format] = layout;
    }

    bool[] Table(string[] ids) => [.. formats.Select(format => format is not null && ids.Contains(format.Id))];

    byte[] FormatsOf(Dataset dataset)
    {
        var found = new byte[dataset.Files.Length];
        for (var file = 0; file < found.Length; file++)
        {
            var format = dataset.Files[file].Format;
            // Files of one format mostly come one after another.
            if (file > 0 && formats[found[file - 1]] == format)
                found[file] = found[file - 1];
            else if (formats.IndexOf(format) is >= 0 and var known)
                found[file] = (byte)known;
            else
            {
                found[file] = checked((byte)formats.Count);
                formats.Add(format);
            }
        }

        return found;
    }
}
