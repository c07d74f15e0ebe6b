using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Comparisons;

/// <summary>Conflicts by type, with the place to look at first on each line.</summary>
static class ConflictsText
{
    /// <param name="max">How many of each type are shown; 0 shows all.</param>
    public static void Write(TextWriter writer, ComparisonResult result, int max, Palette palette)
    {
        var conflicts = result
            .Images.SelectMany(image => image.Conflicts.Select(conflict => (image, conflict)))
            .GroupBy(item => item.conflict.Type)
            .OrderBy(group => group.Key);
        foreach (var group in conflicts)
        {
            var shown = 0;
            foreach (var (image, conflict) in group)
            {
                if (max > 0 && shown++ >= max)
                    break;
                WriteConflict(writer, image, conflict, palette);
            }

            if (max > 0 && group.Count() > max)
                writer.WriteLine(
                    $"    … {Count.Of(group.Count() - max)} more of {ConflictNames.Of(group.Key)} (--max 0 shows all)"
                );
            writer.WriteLine();
        }
    }

    static void WriteConflict(TextWriter writer, ImageResult image, Conflict conflict, Palette palette)
    {
        var (dataset, row) = conflict.Work >= 0 ? (image.Data.Work, conflict.Work) : (image.Data.Truth, conflict.Truth);
        var severity = palette.Of(conflict.Severity, SeverityName.Of(conflict.Severity));
        writer.WriteLine(
            $"{Printable.Of(ComparedData.PlaceOf(dataset, row))}: {severity}[{ConflictNames.Of(conflict.Type)}] {Printable.Of(SentenceOf(image, conflict))}"
        );
        if (conflict is { Work: >= 0, Truth: >= 0 })
            writer.WriteLine(
                $"    {Printable.Of(ComparedData.PlaceOf(image.Data.Truth, conflict.Truth))}: the ground truth"
            );
    }

    static string SentenceOf(ImageResult image, Conflict conflict)
    {
        var work = conflict.Work < 0 ? "" : LabelOf(image.Data.Work, conflict.Work);
        var truth = conflict.Truth < 0 ? "" : LabelOf(image.Data.Truth, conflict.Truth);
        var similarity = conflict.Similarity.ToString("0.00", CultureInfo.InvariantCulture);
        return conflict.Type switch
        {
            ConflictType.MissingAnnotation =>
                $"{truth} of the ground truth has no partner in {image.Name}{Nearest(image.Data.Work, conflict)}",
            ConflictType.ExtraAnnotation =>
                $"{work} has no partner in the ground truth of {image.Name}{Nearest(image.Data.Truth, conflict)}",
            ConflictType.MismatchingLabel => $"{work} should be {truth} (similarity {similarity}) in {image.Name}",
            ConflictType.LowOverlap => $"{work} is placed badly (similarity {similarity}) in {image.Name}",
            ConflictType.MismatchingDirection => $"{work} runs the other way in {image.Name}",
            ConflictType.MismatchingAttributes => $"{work} has other values in {image.Name}: "
                + string.Join(
                    ", ",
                    conflict.Attributes.Select(difference =>
                        $"{difference.Name} is {difference.Work ?? "absent"}, should be {difference.Truth ?? "absent"}"
                    )
                ),
            ConflictType.MismatchingGroups => $"{work} is grouped with others than in the ground truth of {image.Name}",
            ConflictType.CoveredAnnotation => $"{work} is hidden by others (visible {similarity}) in {image.Name}",
            ConflictType.DuplicateAnnotation =>
                $"{work} marks an object that has its annotation already (similarity {similarity}) in {image.Name}",
            _ => $"{work} is nearly a partner of {truth} (similarity {similarity}) in {image.Name}",
        };
    }

    static string Nearest(Dataset others, Conflict conflict) =>
        conflict.SecondBest is { } nearest
            ? $"; nearest is {LabelOf(others, nearest.Row)} with {nearest.Similarity.ToString("0.00", CultureInfo.InvariantCulture)}"
            : "";

    static string LabelOf(Dataset dataset, int row) =>
        dataset.Annotations.Categories[row] is >= 0 and var category
            ? dataset.Categories.NameOf(category)
            : "an object";
}
