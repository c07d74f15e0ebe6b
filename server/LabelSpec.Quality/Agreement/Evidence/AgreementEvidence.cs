using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>
/// What annotators did, image by image. Every number of a report is computed from it, so that evidence of parts of the
/// images, joined by <see cref="Merge"/>, gives exactly the report of the whole.
/// </summary>
public sealed record AgreementEvidence
{
    public required ImmutableArray<string> Annotators { get; init; }

    /// <summary>Units refer to them by position.</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>In ordinal order of their names.</summary>
    public required ImmutableArray<ImageEvidence> Images { get; init; }

    /// <summary>For every two annotators how often the second did otherwise than the first, by kind.</summary>
    public required ImmutableArray<ImmutableArray<(TideErrorKind Kind, int Count)>> Errors { get; init; }

    internal ImmutableArray<AnnotatorPart> Parts { get; init; } = [];

    /// <summary>Joins what the same annotators did in other images.</summary>
    /// <exception cref="ArgumentException">The annotators are others, or an image of a file is in both.</exception>
    public AgreementEvidence Merge(AgreementEvidence other)
    {
        AnnotatorParts.RequireApart(Parts, other.Parts);
        ImmutableArray<string> classes = [.. Classes.Union(other.Classes, StringComparer.Ordinal)];
        int[] renumbered = [.. other.Classes.Select(name => classes.IndexOf(name))];
        return new()
        {
            Annotators = Annotators,
            Classes = classes,
            Images =
            [
                .. Images
                    .Concat(other.Images.Select(image => image.Renumbered(renumbered)))
                    .OrderBy(image => image.Name, StringComparer.Ordinal)
                    .ThenBy(image => image.Key, StringComparer.Ordinal),
            ],
            Errors =
            [
                .. Errors.Zip(
                    other.Errors,
                    (own, others) => own.Zip(others, (a, b) => (a.Kind, a.Count + b.Count)).ToImmutableArray()
                ),
            ],
            Parts = [.. Parts, .. other.Parts],
        };
    }

    /// <summary>The same with its classes in another order.</summary>
    internal AgreementEvidence With(ImmutableArray<string> classes)
    {
        if (classes.SequenceEqual(Classes))
            return this;
        int[] renumbered = [.. Classes.Select(name => classes.IndexOf(name))];
        return this with { Classes = classes, Images = [.. Images.Select(image => image.Renumbered(renumbered))] };
    }
}
