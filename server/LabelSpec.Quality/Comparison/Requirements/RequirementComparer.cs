using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Judges one requirement over one picture (CVAT, <c>quality_handlers.py</c>): what is not of its type or does not pass its filter
/// might as well not be there.
/// </summary>
sealed class RequirementComparer(ComparisonPlan plan, KeypointLabels keypoints, RequirementPlan own)
{
    readonly ImageJudge judge = new(
        plan.Data,
        own.Strategies,
        own.Requirement.Parameters,
        own.Rules,
        own.Attributes,
        own.Labels.Length
    );

    /// <param name="scene">Both sides as they were read.</param>
    public ImageResult Compare(ImagePair pair, ImageScene scene)
    {
        var (truth, truthCount) = Select(plan.Data.Truth, scene.Truth);
        var (work, workCount) = Select(plan.Data.Work, scene.Work);
        var missing = MissingIn(truth, work);
        return judge.Judge(pair, new(truth, work, scene.Canvas), IgnoredRegions.None) with
        {
            Selection = RequirementSelection.Of(
                new(truthCount, truth.Count, missing.Truth),
                new(workCount, work.Count, missing.Work)
            ),
        };
    }

    (List<ComparedShape> Selected, int Candidates) Select(Dataset dataset, List<ComparedShape> shapes)
    {
        var type = own.Requirement.Type;
        var candidates = type.IsKeypoint
            ? KeypointShapes.Of(dataset, shapes, keypoints)
            : shapes.FindAll(shape => shape.Pool == type.Pool);
        var filter = own.Requirement.Filter;
        var selected = filter.PassesAll
            ? candidates
            : candidates.FindAll(shape => filter.Passes(SubjectOf(dataset, shapes, shape)));
        if (type.IsKeypoint)
            KeypointShapes.SetBounds(selected);
        else
            GroupBounds.Set(selected, own.Strategies);
        return (selected, candidates.Count);
    }

    FilterSubject SubjectOf(Dataset dataset, List<ComparedShape> shapes, ComparedShape shape)
    {
        if (!own.Requirement.Type.IsKeypoint)
            return new(FilterFactsReader.Of(dataset, shape), null);
        var skeleton = shapes.Find(each => each.Row == shape.Row)!;
        return new(
            FilterFactsReader.OfPoint(dataset, shape, keypoints.PointNameOf(shape.Label)),
            FilterFactsReader.Of(dataset, skeleton)
        );
    }

    // What a rule of its own compares, and neither side's annotations have (CVAT, _get_explicit_comparison_attribute_names).
    (ImmutableArray<string> Truth, ImmutableArray<string> Work) MissingIn(
        List<ComparedShape> truth,
        List<ComparedShape> work
    )
    {
        string[] required = [.. own.Requirement.Attributes.Required.Select(rule => rule.Attribute).Distinct()];
        return required.Length == 0
            ? ([], [])
            : (Missing(plan.Data.Truth, truth, required), Missing(plan.Data.Work, work, required));
    }

    ImmutableArray<string> Missing(Dataset dataset, List<ComparedShape> selected, string[] required)
    {
        if (selected.Count == 0)
            return [];
        var known = selected.SelectMany(shape => SubjectAttributes(dataset, shape)).ToHashSet(StringComparer.Ordinal);
        return [.. required.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)];
    }

    IEnumerable<string> SubjectAttributes(Dataset dataset, ComparedShape shape) =>
        (
            own.Requirement.Type.IsKeypoint
                ? FilterFactsReader.OfPoint(dataset, shape, "")
                : FilterFactsReader.Of(dataset, shape)
        ).Attributes.Select(attribute => attribute.Name);
}
