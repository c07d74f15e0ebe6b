namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>Every two annotators, in the order in which evidence lists them.</summary>
static class AnnotatorPairs
{
    public static IEnumerable<(int First, int Second)> Of(int annotators)
    {
        for (var a = 0; a < annotators; a++)
        for (var b = a + 1; b < annotators; b++)
            yield return (a, b);
    }
}
