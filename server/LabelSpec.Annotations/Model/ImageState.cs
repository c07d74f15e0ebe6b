namespace LabelSpec.Annotations.Model;

/// <summary>What a file says about an image beyond its annotations: "nothing here" is not "nobody looked yet".</summary>
public enum ImageState : byte
{
    /// <summary>The format does not tell.</summary>
    Unknown,
    Annotated,

    /// <summary>Looked at, and explicitly without objects.</summary>
    Empty,

    /// <summary>Not looked at yet.</summary>
    NotAnnotated,

    /// <summary>Skipped or rejected by the annotator.</summary>
    Skipped,
}
