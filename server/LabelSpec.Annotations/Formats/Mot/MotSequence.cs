using System.Globalization;

namespace LabelSpec.Annotations.Formats.Mot;

/// <summary>What lies beside a file of MOT rows: <c>seqinfo.ini</c> above it, and perhaps <c>labels.txt</c> with class names.</summary>
sealed class MotSequence
{
    /// <summary>Such files have a few lines; nothing longer is read.</summary>
    const long LongestFile = 64 << 10;

    /// <summary>The classes of the benchmark, from 1.</summary>
    static readonly string[] Standard =
    [
        "pedestrian",
        "person on vehicle",
        "car",
        "bicycle",
        "motorbike",
        "non motorized vehicle",
        "static person",
        "distractor",
        "occluder",
        "occluder on the ground",
        "occluder full",
        "reflection",
        "crowd",
    ];

    string[] classes = Standard;

    public string Name { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>How many frames the sequence has; 0 where nobody says.</summary>
    public int Length { get; private set; }

    string ImageFolder { get; set; } = "img1";

    string Extension { get; set; } = ".jpg";

    public static string FolderOf(string path) => Path.GetDirectoryName(path) ?? "";

    /// <param name="path">The file of rows.</param>
    /// <param name="linesOf">Reads the lines of a file beside it, of at most so many bytes.</param>
    public static MotSequence Of(string path, Func<string, long, string[]> linesOf)
    {
        var folder = FolderOf(path);
        var isInside = Path.GetFileName(folder) is "gt" or "det";
        var root = isInside ? Path.GetDirectoryName(folder) ?? folder : folder;
        var stem = Path.GetFileNameWithoutExtension(path);
        var sequence = new MotSequence { Name = isInside || stem is "gt" or "det" ? Path.GetFileName(root) : stem };
        foreach (var line in linesOf(Path.Combine(root, "seqinfo.ini"), LongestFile))
            sequence.Set(line);
        var names = linesOf(Path.Combine(folder, "labels.txt"), LongestFile);
        if (names.Length > 0)
            sequence.classes = names;
        return sequence;
    }

    public string FileName(int frame) =>
        $"{ImageFolder}/{frame.ToString("D6", CultureInfo.InvariantCulture)}{Extension}";

    /// <summary>The name of a class number; the number as text where it has none.</summary>
    public string ClassOf(double number) =>
        IsKnown(number) ? classes[(int)number - 1] : number.ToString(CultureInfo.InvariantCulture);

    public bool IsKnown(double number) => number >= 1 && number <= classes.Length && number == Math.Floor(number);

    public string? NumberOf(string name)
    {
        var index = Array.IndexOf(classes, name);
        return index < 0 ? null : (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    void Set(string line)
    {
        if (line.Split('=', 2) is not [var key, var value])
            return;
        value = value.Trim();
        switch (key.Trim())
        {
            case "name" when value.Length > 0:
                Name = value;
                break;
            case "imDir" when value.Length > 0:
                ImageFolder = value;
                break;
            case "imExt" when value.Length > 0:
                Extension = value;
                break;
            case "imWidth" when int.TryParse(value, CultureInfo.InvariantCulture, out var width):
                Width = Math.Max(0, width);
                break;
            case "imHeight" when int.TryParse(value, CultureInfo.InvariantCulture, out var height):
                Height = Math.Max(0, height);
                break;
            case "seqLength" when int.TryParse(value, CultureInfo.InvariantCulture, out var length):
                Length = Math.Max(0, length);
                break;
            default:
                break;
        }
    }
}
