using System.Collections.Immutable;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>What <c>data.yaml</c>, <c>classes.txt</c> or <c>obj.names</c> say about a data set.</summary>
sealed record YoloDefinition
{
    /// <summary>Index of the file in the data set.</summary>
    public required int File { get; init; }

    /// <summary>The folder that it lies in.</summary>
    public required string Folder { get; init; }

    /// <summary>The class names by their number; null where a number has none.</summary>
    public ImmutableArray<string?> Names { get; init; } = [];

    /// <summary>The number of classes: the stated one, else that of the names.</summary>
    public int ClassCount { get; init; }

    /// <summary>Keypoints of each object, 0 for none, and numbers of each keypoint, 2 or 3.</summary>
    public (int Keypoints, int Dimensions) KeypointShape { get; init; }

    public ImmutableArray<int> FlippedKeypoints { get; init; } = [];

    /// <summary>The stated task; null where the rows have to tell.</summary>
    public YoloTask? Task { get; init; }

    /// <summary>The root that the folders of splits are relative to, as written; empty for none.</summary>
    public string Root { get; init; } = "";

    /// <summary>Split names with their folders or image lists, as written.</summary>
    public ImmutableArray<(string Split, string Path)> Splits { get; init; } = [];
}
