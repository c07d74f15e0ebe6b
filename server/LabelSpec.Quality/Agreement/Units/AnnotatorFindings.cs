using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>What makes it doubtful that the work of these annotators can be held against each other.</summary>
sealed class AnnotatorFindings(
    IReadOnlyList<AnnotatorWork> annotators,
    SharedImages images,
    ClassList classes,
    ShapeFacts facts
)
{
    const int NamesShown = 3;

    readonly List<Finding> findings = [];

    public ImmutableArray<Finding> Find()
    {
        if (annotators.Count < 2)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.OneAnnotator,
                    "There is one annotator only, who has nobody to agree with.",
                    annotators[0].Dataset
                )
            );
        else
        {
            FindImages();
            FindSizes();
            FindClassLists();
        }

        FindClassesOfGuideline();
        FindShapes();
        if (facts.WithoutClass > 0)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.WithoutClass,
                    $"{facts.WithoutClass} annotations name no class that their file declares and are left out; labelspec "
                        + "check shows them.",
                    annotators[0].Dataset
                )
            );
        if (!facts.HasShapes)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NoObjects,
                    "Nobody drew anything: there is no object to agree on.",
                    annotators[0].Dataset
                )
            );
        return [.. findings];
    }

    void FindImages()
    {
        foreach (var (annotator, index) in annotators.Select((annotator, i) => (annotator, i)))
        {
            var own = Enumerable.Range(0, images.Count).Where(image => images.LookedAt(image, index)).ToList();
            var shared = own.Count(image => images.LookedAt(image) > 1);
            if (shared == 0)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.NothingShared,
                        $"{annotator.Name} looked at no image that anybody else looked at: images are recognised by file "
                            + "name, or by id where there are no names.",
                        annotator.Dataset
                    )
                );
            else if (shared < own.Count)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.OtherImages,
                        $"{own.Count - shared} of {own.Count} images of {annotator.Name} were seen by nobody else and say "
                            + "nothing about agreement.",
                        annotator.Dataset
                    )
                );
        }
    }

    void FindSizes()
    {
        for (var annotator = 1; annotator < annotators.Count; annotator++)
        {
            var different = Enumerable
                .Range(0, images.Count)
                .Where(image => HasOtherSize(image, annotator))
                .Select(images.NameOf)
                .ToList();
            if (different.Count > 0)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.DifferentSize,
                        $"{different.Count} images ({Some(different)}) have another size for {annotators[annotator].Name} "
                            + "than for others: coordinates may not mean the same.",
                        annotators[annotator].Dataset
                    )
                );
        }
    }

    bool HasOtherSize(int image, int annotator)
    {
        var own = SizeOf(image, annotator);
        if (own is not { Width: > 0 })
            return false;
        for (var other = 0; other < annotator; other++)
            if (SizeOf(image, other) is { Width: > 0 } size && size != own)
                return true;
        return false;
    }

    (int Width, int Height)? SizeOf(int image, int annotator)
    {
        var table = annotators[annotator].Dataset.Images;
        return images.RowOf(image, annotator) is >= 0 and var row ? (table.Widths[row], table.Heights[row]) : null;
    }

    // Only files that declare their classes, used or not, say which ones there are.
    void FindClassLists()
    {
        var declaring = annotators.Where(annotator => !annotator.Dataset.Categories.Declarations.IsEmpty).ToList();
        var all = declaring.SelectMany(annotator => DeclaredBy(annotator.Dataset)).ToHashSet();
        foreach (var annotator in declaring.DistinctBy(annotator => annotator.Dataset))
        {
            var lacking = all.Except(DeclaredBy(annotator.Dataset)).Order().Select(code => classes.Names[code]);
            if (lacking.ToList() is { Count: > 0 } names)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.OtherClassList,
                        $"The file of {annotator.Name} does not declare {Some(names)}, which others do: work by different "
                            + "guidelines differs for that reason too.",
                        annotator.Dataset
                    )
                );
        }
    }

    IEnumerable<int> DeclaredBy(Dataset dataset) =>
        Enumerable.Range(0, dataset.Categories.Count).Select(category => classes.Of(dataset, category));

    void FindClassesOfGuideline()
    {
        if (!classes.HasGuideline)
            return;
        var unknown = classes.Names.Where((_, code) => classes.Symbols[code] is null).ToList();
        if (unknown.Count > 0)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NotInGuideline,
                    $"The guideline has no class {Some(unknown)}: the annotators worked by another guideline, or another "
                        + "version of it.",
                    annotators[0].Dataset
                )
            );
    }

    void FindShapes()
    {
        var kinds = new SortedDictionary<(int Class, int Annotator), SortedSet<ShapePool>>();
        foreach (var (category, annotator, pool) in facts.Kinds)
        {
            var key = (classes.Names.IndexOf(category), annotator);
            if (!kinds.TryGetValue(key, out var pools))
                kinds.Add(key, pools = []);
            pools.Add(pool);
        }

        foreach (var category in kinds.GroupBy(entry => entry.Key.Class))
        {
            var first = category.First();
            if (category.FirstOrDefault(other => !other.Value.Overlaps(first.Value)) is { Value: { } different } second)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.DifferentShapes,
                        $"{classes.Names[category.Key]} is {ShapePoolName.Of(first.Value.Min)} for "
                            + $"{annotators[first.Key.Annotator].Name} and {ShapePoolName.Of(different.Min)} for "
                            + $"{annotators[second.Key.Annotator].Name}: shapes of different kinds are never one object.",
                        annotators[second.Key.Annotator].Dataset
                    )
                );
        }
    }

    static string Some(List<string> names) =>
        string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? ", …" : "");
}
