using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>The pixels of a picture, in which shapes are drawn and distances measured.</summary>
readonly record struct Canvas(int Width, int Height)
{
    const int Largest = 1 << 15;

    /// <summary>In px².</summary>
    public double Area => (double)Width * Height;

    /// <summary>The first declared size; where no file declares one, so much that every shape has room.</summary>
    /// <param name="images">The rows of the picture in each data set.</param>
    public static Canvas Of(IReadOnlyList<(Dataset Data, int[] Rows)> images)
    {
        foreach (var (data, rows) in images)
        foreach (var row in rows)
            if (data.Images.Widths[row] > 0 && data.Images.Heights[row] > 0)
                return new(data.Images.Widths[row], data.Images.Heights[row]);
        double right = 1,
            bottom = 1;
        foreach (var (data, rows) in images)
        foreach (var row in rows)
        foreach (var annotation in data.Annotations.OfImage(row))
        {
            right = double.MaxNumber(right, data.Annotations.Boxes[annotation].Right);
            bottom = double.MaxNumber(bottom, data.Annotations.Boxes[annotation].Bottom);
        }

        return new((int)Math.Min(Math.Ceiling(right), Largest), (int)Math.Min(Math.Ceiling(bottom), Largest));
    }
}
