using LabelSpec.Cli.Running;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Cli.Scoring;

/// <summary>Reads the work of several annotators.</summary>
static class AnnotatorInputs
{
    // Clusters remember their annotators in the bits of one number.
    const int MostAnnotators = 64;

    public static IReadOnlyList<AnnotatorWork> Read(IReadOnlyList<string> paths, ScoredData data)
    {
        var annotators = AnnotatorWork.Of([.. NamesOf(paths).Zip(paths, (name, path) => (name, data.Read(path)))]);
        return annotators.Count > MostAnnotators
            ? throw CommandFailure.Usage(
                $"{annotators.Count} annotators are more than the {MostAnnotators} that can be compared at once"
            )
            : annotators;
    }

    // File names without their endings; where those are alike, the paths; a file that is named twice is numbered.
    static IEnumerable<string> NamesOf(IReadOnlyList<string> paths)
    {
        List<string> names = [.. paths.Select(path => Path.GetFileNameWithoutExtension(path.TrimEnd('/', '\\')))];
        if (names.Distinct().Count() == names.Count && names.TrueForAll(name => name.Length > 0))
            return names;
        return paths.Select(
            (path, i) =>
                paths.Take(i).Count(earlier => earlier == path) is > 0 and var times ? $"{path} ({times + 1})" : path
        );
    }
}
