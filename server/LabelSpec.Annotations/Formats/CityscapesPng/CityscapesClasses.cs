namespace LabelSpec.Annotations.Formats.CityscapesPng;

/// <summary>The classes of Cityscapes by their id, as its label definition numbers them.</summary>
static class CityscapesClasses
{
    static readonly string[] Names =
    [
        "unlabeled",
        "ego vehicle",
        "rectification border",
        "out of roi",
        "static",
        "dynamic",
        "ground",
        "road",
        "sidewalk",
        "parking",
        "rail track",
        "building",
        "wall",
        "fence",
        "guard rail",
        "bridge",
        "tunnel",
        "pole",
        "polegroup",
        "traffic light",
        "traffic sign",
        "vegetation",
        "terrain",
        "sky",
        "person",
        "rider",
        "car",
        "truck",
        "bus",
        "caravan",
        "trailer",
        "train",
        "motorcycle",
        "bicycle",
    ];

    /// <summary>The first class whose objects are told apart; all behind it are too.</summary>
    const uint FirstWithInstances = 24;

    public static string? NameOf(uint id) => id < Names.Length ? Names[id] : null;

    public static bool HasInstances(uint id) => id >= FirstWithInstances && id < Names.Length;
}
