using System.Globalization;
using LabelSpec.Annotations.Pictures.Labels;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// What the values of segmentation pictures mean: the colours that <c>labelmap.txt</c> names, as CVAT and Datumaro write it, else
/// the indexes of Pascal VOC's own classes in the order of the alphabet.
/// </summary>
sealed class VocClasses
{
    /// <summary>Stands for background and for the border around objects, which are no annotations.</summary>
    public const string Nothing = "";

    /// <summary>Beside <c>Annotations</c>.</summary>
    public const string File = "labelmap.txt";

    /// <summary>A line for each class; nothing longer is read.</summary>
    const long LongestFile = 1 << 20;

    static readonly string[] Original =
    [
        "background",
        "aeroplane",
        "bicycle",
        "bird",
        "boat",
        "bottle",
        "bus",
        "car",
        "cat",
        "chair",
        "cow",
        "diningtable",
        "dog",
        "horse",
        "motorbike",
        "person",
        "pottedplant",
        "sheep",
        "sofa",
        "train",
        "tvmonitor",
    ];

    readonly Dictionary<uint, string> byColor = [];

    VocClasses() { }

    /// <param name="root">The folder that holds <c>Annotations</c> and its neighbours.</param>
    /// <param name="companions">Reads what lies there.</param>
    public static VocClasses Of(string root, CompanionFiles companions)
    {
        var classes = new VocClasses();
        foreach (var line in companions.Lines(Path.Combine(root, File), LongestFile))
            classes.Add(line);
        return classes;
    }

    /// <summary>The class of a value; <see cref="Nothing"/> for background and border, null for a class without a name.</summary>
    public string? NameOf(LabelPicture picture, uint value)
    {
        var color = picture.ColorOf(value);
        if (byColor.Count > 0 && picture.Color != PngColor.Grey)
            return color == VocSegmentation.BorderColor ? Nothing
                : !byColor.TryGetValue(color, out var name) ? (color == 0 ? Nothing : null)
                : name == Original[0] ? Nothing
                : name;
        return value is 0 or VocSegmentation.Void ? Nothing
            : value < Original.Length ? Original[value]
            : null;
    }

    /// <summary>Whether a line of the file can hold a name so that it is read again.</summary>
    public static bool CanName(string name) =>
        name.Length > 0 && name == name.Trim() && name[0] != '#' && name.AsSpan().IndexOfAny(":\r\n") < 0;

    // name:r,g,b:parts:actions
    void Add(string line)
    {
        var columns = line.Split(':');
        if (line.StartsWith('#') || columns.Length < 2)
            return;
        var color = columns[1].Split(',');
        if (color.Length != 3)
            return;
        uint value = 0;
        for (var i = 0; i < 3; i++)
            if (byte.TryParse(color[i].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var part))
                value |= (uint)part << (8 * i);
            else
                return;
        byColor.TryAdd(value, columns[0].Trim());
    }
}
