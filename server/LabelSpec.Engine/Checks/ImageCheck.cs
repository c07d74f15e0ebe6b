namespace LabelSpec.Engine.Checks;

/// <summary>Judges an image with all its annotations. Called from many threads at once.</summary>
public abstract class ImageCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    /// <param name="image">Index of the image.</param>
    /// <param name="annotations">Its annotations, in file order.</param>
    /// <param name="report">Where to leave violations.</param>
    public abstract void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report);
}
