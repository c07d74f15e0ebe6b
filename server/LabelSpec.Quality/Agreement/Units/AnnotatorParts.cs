using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Problems;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>The work of the same annotators, of which parts were read apart, as the whole that it is.</summary>
sealed class AnnotatorParts
{
    readonly IReadOnlyList<AnnotatorPart> parts;

    /// <exception cref="ArgumentException">A track was cut beyond repair.</exception>
    public AnnotatorParts(IReadOnlyList<AnnotatorPart> parts)
    {
        this.parts = parts;
        if (parts is [var only])
        {
            (Annotators, Images) = (only.Annotators, only.Images);
            return;
        }

        Annotators = Join([.. parts.Select(part => part.Annotators)]);
        Images = new(Annotators);
    }

    /// <summary>All parts of each annotator as one data set: what one run over all of their files works with.</summary>
    public IReadOnlyList<AnnotatorWork> Annotators { get; }

    public SharedImages Images { get; }

    /// <summary>
    /// Whether annotators have the same images in common in the parts as in the whole, and name classes where they do there. A name
    /// without its folders, by which images are recognised too, may be unique in a part and not in the whole; and two parts may hold
    /// one image.
    /// </summary>
    public bool AddUp =>
        parts.Count == 1
        || (
            Show(Images)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(
                    parts.SelectMany(part => Show(part.Images)).Order(StringComparer.Ordinal),
                    StringComparer.Ordinal
                )
            && Annotators
                .Select((whole, who) => (whole, who))
                .All(each =>
                    parts.All(part => ClassList.NameAlike(part.Annotators[each.who].Dataset, each.whole.Dataset))
                )
        );

    /// <summary>What makes it doubtful that the work can be held against each other.</summary>
    public IReadOnlyList<Finding> Findings(Guideline? guideline) =>
        new AnnotatorFindings(
            Annotators,
            Images,
            new(Annotators, guideline),
            parts.Select(part => part.Facts).Aggregate((a, b) => a + b)
        ).Find();

    /// <exception cref="ArgumentException">The annotators are others, or an image of a file is in both.</exception>
    public static void RequireApart(IReadOnlyList<AnnotatorPart> parts, IReadOnlyList<AnnotatorPart> others)
    {
        if (
            !ShareDataset([.. parts.Concat(others).Select(part => part.Annotators)])
            && !NamesOf(parts[0]).SequenceEqual(NamesOf(others[0]))
        )
            throw new ArgumentException("Evidence of other annotators cannot be joined.", nameof(others));
        PartImages.RequireApart(DatasetsOf(parts), DatasetsOf(others));
    }

    static IReadOnlyList<AnnotatorWork> Join(IReadOnlyList<IReadOnlyList<AnnotatorWork>> works) =>
        ShareDataset(works)
            ? AnnotatorWork.Of([
                (works[0][0].Name, JoinedDataset.Of([.. works.Select(part => part[0].Dataset)]).Dataset),
            ])
            :
            [
                .. works[0]
                    .Select(
                        (work, who) =>
                            new AnnotatorWork(
                                work.Name,
                                JoinedDataset.Of([.. works.Select(part => part[who].Dataset)]).Dataset
                            )
                    ),
            ];

    // Annotators whom a data set names: some of them may be in some parts only.
    static bool ShareDataset(IReadOnlyList<IReadOnlyList<AnnotatorWork>> works) =>
        works.All(part => part.DistinctBy(work => work.Dataset).Count() == 1);

    static IEnumerable<string> NamesOf(AnnotatorPart part) => part.Annotators.Select(work => work.Name);

    static IEnumerable<Dataset> DatasetsOf(IEnumerable<AnnotatorPart> parts) =>
        parts.SelectMany(part => part.Annotators).Select(work => work.Dataset).Distinct();

    static IEnumerable<string> Show(SharedImages images)
    {
        for (var image = 0; image < images.Count; image++)
        {
            var rows = Enumerable
                .Range(0, images.Annotators)
                .Select(annotator => images.RowsOf(image, annotator).Count);
            yield return $"{images.KeyOf(image)} {string.Join(',', rows)}";
        }
    }
}
