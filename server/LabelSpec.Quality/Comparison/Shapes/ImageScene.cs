namespace LabelSpec.Quality.Comparison;

/// <summary>Both sides of one picture.</summary>
/// <param name="Width">In pixels; where no file declares it, so much that every shape has room.</param>
sealed record ImageScene(ImagePair Pair, List<ComparedShape> Truth, List<ComparedShape> Work, int Width, int Height)
{
    /// <summary>In px².</summary>
    public double Area => (double)Width * Height;
}
