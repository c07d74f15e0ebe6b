using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Quality.Problems;

/// <summary>Makes findings about inputs of scores.</summary>
public static class ScoreFinding
{
    /// <summary>About a data set as a whole: it stands at the beginning of its first file.</summary>
    public static Finding OfDataset(ScoreProblemKind kind, string message, Dataset dataset) =>
        Make(
            kind,
            message,
            new Places(dataset).LocationOf(dataset.Files.IsEmpty ? SourceSpan.None : new(0, 0, 0)),
            null,
            null
        );

    /// <summary>About a place in a file of a data set.</summary>
    public static Finding OfPlace(ScoreProblemKind kind, string message, Dataset dataset, SourceSpan place) =>
        Make(kind, message, new Places(dataset).LocationOf(place), null, null);

    public static Finding OfAnnotation(ScoreProblemKind kind, string message, Dataset dataset, int row)
    {
        var places = new Places(dataset);
        return Make(
            kind,
            message,
            places.LocationOf(places.SpanOf(SubjectKind.Annotation, row)),
            NameOfImage(dataset, dataset.Annotations.Images[row]),
            IdOf(dataset, row)
        );
    }

    public static Finding OfImage(ScoreProblemKind kind, string message, Dataset dataset, int image)
    {
        var places = new Places(dataset);
        return Make(
            kind,
            message,
            places.LocationOf(places.SpanOf(SubjectKind.Image, image)),
            NameOfImage(dataset, image),
            null
        );
    }

    /// <summary>A second annotation that a finding speaks of.</summary>
    public static RelatedPlace Related(Dataset dataset, int row, string message)
    {
        var places = new Places(dataset);
        return new(IdOf(dataset, row), places.LocationOf(places.SpanOf(SubjectKind.Annotation, row)), message);
    }

    /// <summary>The picture's name, or else the image's id; null for no image.</summary>
    public static string? NameOfImage(Dataset dataset, int image) =>
        image < 0 ? null
        : dataset.Images.FileNames[image] is { Length: > 0 } name ? name
        : dataset.IdTexts.Show(dataset.Images.Ids[image]);

    static string? IdOf(Dataset dataset, int row) =>
        (dataset.Annotations.Flags[row] & AnnotationFlags.HasId) != 0
            ? dataset.IdTexts.Show(dataset.Annotations.Ids[row])
            : null;

    static Finding Make(ScoreProblemKind kind, string message, Location location, string? image, string? annotation) =>
        new()
        {
            Rule = kind.Code,
            Severity = kind.Severity,
            Message = message,
            Location = location,
            Image = image,
            Annotation = annotation,
            Fingerprint = $"{kind.Code}:{image}:{annotation}",
            HelpTopic = kind.Code,
        };
}
