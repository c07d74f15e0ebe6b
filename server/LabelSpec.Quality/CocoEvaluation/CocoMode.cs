namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Whether the known peculiarities of pycocotools are kept or put right (listed in docs/coco-evaluation.md).</summary>
public enum CocoMode
{
    /// <summary>The numbers that pycocotools prints.</summary>
    Strict,

    /// <summary>The same measure without the peculiarities that are plainly mistakes.</summary>
    Corrected,
}
