namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What is wrong with a detection, or with an object that was not found (TIDE, Bolya et al., 2020).</summary>
public enum TideErrorKind
{
    /// <summary>In the right place with the wrong category.</summary>
    Classification,

    /// <summary>The right category, placed badly.</summary>
    Localization,

    /// <summary>Wrong category and placed badly.</summary>
    Both,

    /// <summary>A second detection of an object that is found already.</summary>
    Duplicate,

    /// <summary>Nothing is there.</summary>
    Background,

    /// <summary>An object that no detection explains, not even a wrong one.</summary>
    Missed,
}
