using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>
/// Judges the keypoints of ground truth. Predictions are left out: they have scores where ground truth has visibility.
/// </summary>
abstract class KeypointCheck(CheckInfo info, CheckContext context) : ShapeCheck(info, context)
{
    public sealed override AnnotationFlags Needs => AnnotationFlags.HasKeypoints;

    public sealed override void Judge(ShapeView shape, CheckReport report)
    {
        if (!shape.Flags.HasFlag(AnnotationFlags.Prediction))
            JudgeKeypoints(shape, report);
    }

    protected abstract void JudgeKeypoints(ShapeView shape, CheckReport report);

    /// <summary>The keypoints of an annotation, for explaining.</summary>
    protected ShapeView ViewOf(int annotation)
    {
        var view = new ShapeView(Data);
        view.MoveTo(annotation);
        return view;
    }

    /// <summary>The declared name of a keypoint, or its number from 1.</summary>
    protected string PointName(int annotation, int point)
    {
        var names = Facts.DeclarationOf(annotation)?.Keypoints ?? [];
        return point < names.Length ? names[point] : $"keypoint {point + 1}";
    }
}
