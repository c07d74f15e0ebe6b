using LabelSpec.Annotations.Model;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>Finds annotations by their places. Rows stand in the order of files and of their bytes.</summary>
public static class AnnotationRows
{
    /// <summary>The annotation around a byte of a file; −1 for none.</summary>
    public static int At(Dataset dataset, int file, long offset)
    {
        var rows = dataset.Annotations;
        var (low, high) = (0, rows.Count - 1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var span = rows.SpanOf(middle);
            if (span.File == file && span.Contains(offset))
                return middle;
            if (span.File < file || (span.File == file && span.Start < offset))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>What the file calls the class of the annotation around a byte of it; null where it calls it nothing.</summary>
    public static string? CategoryAt(Dataset dataset, int file, long offset) =>
        At(dataset, file, offset) is >= 0 and var row && dataset.Annotations.Categories[row] is >= 0 and var category
            ? dataset.Categories.NameOf(category)
            : null;

    /// <summary>Who made the annotation around a byte of a file; null where nobody is named.</summary>
    public static string? AnnotatorAt(Dataset dataset, int file, long offset) =>
        dataset.Annotations.Annotators.IsPresent
        && At(dataset, file, offset) is >= 0 and var row
        && dataset.Annotations.Annotators[row] is >= 0 and var who
            ? dataset.Annotations.AnnotatorNames[who]
            : null;
}
