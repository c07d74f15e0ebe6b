namespace LabelSpec.Annotations.Formats.CityscapesPng;

/// <summary>The classes of Cityscapes by id, by the id for training and by colour, as its label definition has them.</summary>
static class CityscapesClasses
{
    /// <summary>For each id its name, its colour as R, G, B, and its id for training, −1 for none.</summary>
    static readonly (string Name, uint Color, int Train)[] All =
    [
        ("unlabeled", Rgb(0, 0, 0), -1),
        ("ego vehicle", Rgb(0, 0, 0), -1),
        ("rectification border", Rgb(0, 0, 0), -1),
        ("out of roi", Rgb(0, 0, 0), -1),
        ("static", Rgb(0, 0, 0), -1),
        ("dynamic", Rgb(111, 74, 0), -1),
        ("ground", Rgb(81, 0, 81), -1),
        ("road", Rgb(128, 64, 128), 0),
        ("sidewalk", Rgb(244, 35, 232), 1),
        ("parking", Rgb(250, 170, 160), -1),
        ("rail track", Rgb(230, 150, 140), -1),
        ("building", Rgb(70, 70, 70), 2),
        ("wall", Rgb(102, 102, 156), 3),
        ("fence", Rgb(190, 153, 153), 4),
        ("guard rail", Rgb(180, 165, 180), -1),
        ("bridge", Rgb(150, 100, 100), -1),
        ("tunnel", Rgb(150, 120, 90), -1),
        ("pole", Rgb(153, 153, 153), 5),
        ("polegroup", Rgb(153, 153, 153), -1),
        ("traffic light", Rgb(250, 170, 30), 6),
        ("traffic sign", Rgb(220, 220, 0), 7),
        ("vegetation", Rgb(107, 142, 35), 8),
        ("terrain", Rgb(152, 251, 152), 9),
        ("sky", Rgb(70, 130, 180), 10),
        ("person", Rgb(220, 20, 60), 11),
        ("rider", Rgb(255, 0, 0), 12),
        ("car", Rgb(0, 0, 142), 13),
        ("truck", Rgb(0, 0, 70), 14),
        ("bus", Rgb(0, 60, 100), 15),
        ("caravan", Rgb(0, 0, 90), -1),
        ("trailer", Rgb(0, 0, 110), -1),
        ("train", Rgb(0, 80, 100), 16),
        ("motorcycle", Rgb(0, 0, 230), 17),
        ("bicycle", Rgb(119, 11, 32), 18),
    ];

    /// <summary>The first class whose objects are told apart; all behind it are too.</summary>
    const uint FirstWithInstances = 24;

    public static string? NameOf(uint id) => id < All.Length ? All[id].Name : null;

    public static bool HasInstances(uint id) => id >= FirstWithInstances && id < All.Length;

    /// <summary>The id of a class by its id for training; null for none.</summary>
    public static uint? OfTraining(uint train) => IndexOf(one => one.Train == train);

    /// <summary>The id of a class by its colour, the first where several have it; null for none.</summary>
    public static uint? OfColor(uint color) => IndexOf(one => one.Color == color);

    static uint? IndexOf(Predicate<(string Name, uint Color, int Train)> isMeant) =>
        Array.FindIndex(All, isMeant) is var id and >= 0 ? (uint)id : null;

    // As label pictures number colours.
    static uint Rgb(uint red, uint green, uint blue) => red | green << 8 | blue << 16;
}
