namespace LabelSpec.Quality.Comparison;

/// <summary>Which of two shapes hides the other, and what a hidden shape looks like.</summary>
interface IPainting
{
    /// <summary>Whether the first lies above the second.</summary>
    /// <param name="order">Position of the first among the shapes of its side.</param>
    /// <param name="otherOrder">Position of the second.</param>
    bool IsAbove(ComparedShape shape, int order, ComparedShape other, int otherOrder);

    /// <summary>The pixels that count when it is asked what hides what.</summary>
    Geometry.RleMask? PixelsOf(ComparedShape shape, Canvas canvas);
}
