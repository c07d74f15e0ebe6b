namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// What different annotators drew of one object: at most one annotation of each, and at least one in all.
/// </summary>
/// <param name="Image">Index in the shared images.</param>
/// <param name="Rows">For each annotator the row of their annotation; -1 where they drew nothing.</param>
/// <param name="Classes">For each annotator the class they gave it; -1 likewise.</param>
/// <param name="Excused">Who drew nothing as they said that nothing is judged there.</param>
public sealed record Unit(int Image, int[] Rows, int[] Classes, bool[] Excused)
{
    /// <summary>How many annotators drew it.</summary>
    public int Members => Rows.Count(row => row >= 0);
}
