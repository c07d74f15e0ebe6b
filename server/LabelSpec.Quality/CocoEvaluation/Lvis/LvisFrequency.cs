namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>How many training images show a category.</summary>
public enum LvisFrequency
{
    /// <summary>The ground truth does not say.</summary>
    Unknown,

    /// <summary>Fewer than 10.</summary>
    Rare,

    /// <summary>10 to 99.</summary>
    Common,

    /// <summary>100 and more.</summary>
    Frequent,
}
