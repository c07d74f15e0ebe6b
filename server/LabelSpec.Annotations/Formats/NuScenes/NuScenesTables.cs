namespace LabelSpec.Annotations.Formats.NuScenes;

/// <summary>The tables of the schema, in an order in which each refers to earlier ones only.</summary>
static class NuScenesTables
{
    /// <summary>Those that rows are made of; the others (poses, maps, logs …) are recognised and passed over.</summary>
    public static readonly string[] Needed =
    [
        "category",
        "attribute",
        "visibility",
        "instance",
        "scene",
        "sample",
        "sample_data",
        "sample_annotation",
        "object_ann",
    ];

    static readonly HashSet<string> All = new(
        [.. Needed, "sensor", "calibrated_sensor", "ego_pose", "log", "map", "surface_ann", "lidarseg", "panoptic"],
        StringComparer.Ordinal
    );

    /// <summary>The table that a file holds, by its name; null for none.</summary>
    public static string? NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && All.Contains(name[..^5])
            ? name[..^5]
            : null;
    }
}
