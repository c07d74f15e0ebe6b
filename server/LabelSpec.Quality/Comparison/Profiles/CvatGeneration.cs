namespace LabelSpec.Quality.Comparison;

/// <summary>The form of CVAT's quality report.</summary>
public enum CvatGeneration
{
    /// <summary>One set of settings for a task (v2.5 to v2.73).</summary>
    Settings,

    /// <summary>One requirement for each annotation type (v2.74 on).</summary>
    Requirements,
}
