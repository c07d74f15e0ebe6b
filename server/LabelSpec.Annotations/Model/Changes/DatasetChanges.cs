using System.Collections.Immutable;

namespace LabelSpec.Annotations.Model.Changes;

/// <summary>
/// What distinguishes the data after an edit of one text from the data before. Found by comparing, column by column, so that
/// nothing that reading made of the edit can be missed.
/// </summary>
public sealed class DatasetChanges
{
    DatasetChanges(RowMap images, RowMap annotations) => (Images, Annotations) = (images, annotations);

    public RowMap Images { get; }

    public RowMap Annotations { get; }

    /// <summary>Rows before that are gone, or are not the same any more.</summary>
    public required ImmutableArray<int> OldImages { get; init; }

    /// <summary>Rows now that are new, or are not the same any more.</summary>
    public required ImmutableArray<int> NewImages { get; init; }

    /// <inheritdoc cref="OldImages"/>
    public required ImmutableArray<int> OldAnnotations { get; init; }

    /// <inheritdoc cref="NewImages"/>
    public required ImmutableArray<int> NewAnnotations { get; init; }

    /// <summary>
    /// The changes between two readings of the same files, of which at most one has another text; null where something
    /// differs that all rows depend on: categories, names of attributes, what a format means by its numbers.
    /// </summary>
    public static DatasetChanges? Between(Dataset before, Dataset after)
    {
        var ids = new IdComparison(before.IdTexts, after.IdTexts);
        if (
            EditedFile.Of(before, after) is not { } edited
            || !Context.IsSame(before, after, edited, ids)
            || ImageComparison.Of(before, after, edited, ids) is not { } images
            || AnnotationComparison.Of(before, after, edited, ids, images) is not { } annotations
        )
            return null;
        return new(images.Map, annotations.Map)
        {
            OldImages = images.Old,
            NewImages = images.New,
            OldAnnotations = annotations.Old,
            NewAnnotations = annotations.New,
        };
    }
}
