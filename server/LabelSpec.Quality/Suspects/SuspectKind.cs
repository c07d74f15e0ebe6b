namespace LabelSpec.Quality.Suspects;

/// <summary>What is probably wrong with the ground truth.</summary>
public enum SuspectKind
{
    /// <summary>The model is sure of an object that nobody annotated.</summary>
    Missing,

    /// <summary>An annotation where the model, which finds most of its class, sees nothing.</summary>
    Spurious,

    /// <summary>The model is sure of other edges.</summary>
    BadlyPlaced,

    /// <summary>The model is sure of another class.</summary>
    Swapped,

    /// <summary>A second annotation of an object.</summary>
    Duplicate,
}
