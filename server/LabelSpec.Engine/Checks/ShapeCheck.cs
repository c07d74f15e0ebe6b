using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks;

/// <summary>
/// Judges annotations by geometry that has to be decoded. All shape checks see an annotation one after the other
/// through the same <see cref="ShapeView"/>, so that it is decoded once. Called from many threads, each with its own view.
/// </summary>
public abstract class ShapeCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    /// <summary>The check is asked only about annotations that have all of these.</summary>
    public abstract AnnotationFlags Needs { get; }

    public abstract void Judge(ShapeView shape, CheckReport report);
}
