namespace LabelSpec.Quality.Comparison;

/// <summary>Compares both sides of one picture. One for each thread.</summary>
sealed class ImageComparer
{
    readonly LabelMap labels;
    readonly ProfileStrategies profile;
    readonly SceneReader reader;
    readonly ImageJudge judge;
    readonly KeypointComparer? keypoints;
    readonly RequirementComparer[] requirements;

    public ImageComparer(ComparisonPlan plan)
    {
        (labels, profile) = (plan.Labels, plan.Strategies);
        reader = new(plan.Data, labels, profile);
        judge = new(plan.Data, profile, plan.Parameters, plan.Rules, plan.Attributes, labels.Names.Length);
        keypoints = plan.Keypoints is null ? null : new(plan, plan.Keypoints);
        requirements =
        [
            .. plan.Requirements.Select(requirement => new RequirementComparer(plan, plan.Keypoints!, requirement)),
        ];
    }

    /// <summary>Annotations that were left out so far as their class is not known.</summary>
    public int WithoutLabel => reader.WithoutLabel;

    /// <summary>
    /// What differs; where points of skeletons are compared one by one too, what of them differs; and what each requirement says.
    /// </summary>
    public (ImageResult Annotations, ImageResult? Keypoints, ImageResult[] Requirements) Compare(ImagePair pair)
    {
        var scene = reader.Read(pair);
        var ignored = profile.Ignoring.TakeFrom(scene.Truth, scene.Canvas, labels.IsIgnored);
        profile.Ignoring.TakeFrom(scene.Work, scene.Canvas, labels.IsIgnored);
        GroupBounds.Set(scene, profile);
        return (
            judge.Judge(pair, scene, ignored),
            keypoints?.Compare(pair, scene),
            // Last: each requirement measures groups anew.
            Array.ConvertAll(requirements, requirement => requirement.Compare(pair, scene))
        );
    }
}
