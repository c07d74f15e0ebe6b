namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>What the label files of one folder have in common.</summary>
sealed record YoloFolder
{
    /// <summary>Absolute path of the folder of label files.</summary>
    public required string Path { get; init; }

    /// <summary>The definition that names the classes; null without one.</summary>
    public YoloDefinition? Definition { get; init; }

    public YoloTask Task { get; init; }

    public string? Split { get; init; }

    /// <summary>Absolute path of the folder of pictures; null when there is none.</summary>
    public string? PictureFolder { get; init; }

    /// <summary>File names of the pictures by their names without extension.</summary>
    public IReadOnlyDictionary<string, string> Pictures { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of pictures relative to the data set, with a slash at its end; empty for none.</summary>
    public string NamePrefix { get; init; } = "";
}
