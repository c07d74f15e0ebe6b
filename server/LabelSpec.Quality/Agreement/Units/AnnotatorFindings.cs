using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>What makes it doubtful that the work of these annotators can be held against each other.</summary>
sealed class AnnotatorFindings(ShapePlan plan, UnitFinder finder)
{
    const int NamesShown = 3;

    readonly List<Finding> findings = [];

    public ImmutableArray<Finding> Find()
    {
        if (plan.Annotators.Count < 2)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.OneAnnotator,
                    "There is one annotator only, who has nobody to agree with.",
                    plan.Annotators[0].Dataset
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
        if (finder.WithoutClass > 0)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.WithoutClass,
                    $"{finder.WithoutClass} annotations name no class that their file declares and are left out; labelspec "
                        + "check shows them.",
                    plan.Annotators[0].Dataset
                )
            );
        if (finder.Shapes.All(image => image.Nodes.Count == 0))
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NoObjects,
                    "Nobody drew anything: there is no object to agree on.",
                    plan.Annotators[0].Dataset
                )
            );
        return [.. findings];
    }

    void FindImages()
    {
        foreach (var (annotator, index) in plan.Annotators.Select((annotator, i) => (annotator, i)))
        {
            var own = Enumerable
                .Range(0, plan.Images.Count)
                .Where(image => plan.Images.LookedAt(image, index))
                .ToList();
            var shared = own.Count(image => plan.Images.LookedAt(image) > 1);
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
        for (var annotator = 1; annotator < plan.Annotators.Count; annotator++)
        {
            var different = Enumerable
                .Range(0, plan.Images.Count)
                .Where(image => HasOtherSize(image, annotator))
                .Select(plan.Images.NameOf)
                .ToList();
            if (different.Count > 0)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.DifferentSize,
                        $"{different.Count} images ({Some(different)}) have another size for {plan.Annotators[annotator].Name} "
                            + "than for others: coordinates may not mean the same.",
                        plan.Annotators[annotator].Dataset
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
        var images = plan.Annotators[annotator].Dataset.Images;
        return plan.Images.RowOf(image, annotator) is >= 0 and var row
            ? (images.Widths[row], images.Heights[row])
            : null;
    }

    // Only files that declare their classes, used or not, say which ones there are.
    void FindClassLists()
    {
        var declaring = plan.Annotators.Where(annotator => !annotator.Dataset.Categories.Declarations.IsEmpty).ToList();
        var all = declaring.SelectMany(annotator => DeclaredBy(annotator.Dataset)).ToHashSet();
        foreach (var annotator in declaring.DistinctBy(annotator => annotator.Dataset))
        {
            var lacking = all.Except(DeclaredBy(annotator.Dataset)).Order().Select(code => plan.Classes.Names[code]);
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
        Enumerable.Range(0, dataset.Categories.Count).Select(category => plan.Classes.Of(dataset, category));

    void FindClassesOfGuideline()
    {
        if (!plan.Classes.HasGuideline)
            return;
        var unknown = plan.Classes.Names.Where((_, code) => plan.Classes.Symbols[code] is null).ToList();
        if (unknown.Count > 0)
            findings.Add(
                ScoreFinding.OfDataset(
                    ScoreProblems.NotInGuideline,
                    $"The guideline has no class {Some(unknown)}: the annotators worked by another guideline, or another "
                        + "version of it.",
                    plan.Annotators[0].Dataset
                )
            );
    }

    void FindShapes()
    {
        var kinds = new SortedDictionary<(int Class, int Annotator), SortedSet<ShapePool>>();
        foreach (var node in finder.Shapes.SelectMany(image => image.Nodes))
        {
            if (!kinds.TryGetValue((node.Class, node.Annotator), out var pools))
                kinds.Add((node.Class, node.Annotator), pools = []);
            pools.Add(node.Pool);
        }

        foreach (var category in kinds.GroupBy(entry => entry.Key.Class))
        {
            var first = category.First();
            if (category.FirstOrDefault(other => !other.Value.Overlaps(first.Value)) is { Value: { } different } second)
                findings.Add(
                    ScoreFinding.OfDataset(
                        ScoreProblems.DifferentShapes,
                        $"{plan.Classes.Names[category.Key]} is {ShapePoolName.Of(first.Value.Min)} for "
                            + $"{plan.Annotators[first.Key.Annotator].Name} and {ShapePoolName.Of(different.Min)} for "
                            + $"{plan.Annotators[second.Key.Annotator].Name}: shapes of different kinds are never one object.",
                        plan.Annotators[second.Key.Annotator].Dataset
                    )
                );
        }
    }

    static string Some(List<string> names) =>
        string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? ", …" : "");
}
