using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>The field that all failed comparisons are about, if there is one.</summary>
static class FailedField
{
    /// <param name="atoms">What failed.</param>
    /// <param name="subject">The annotation that the violation stands at; null for the image.</param>
    public static Field Of(IReadOnlyList<DecidingAtom> atoms, VariableSymbol? subject)
    {
        Field? common = null;
        foreach (var atom in atoms)
        {
            if (FieldOf(atom.Expression, subject) is not { } field || common is { } known && known != field)
                return Field.Whole;
            common = field;
        }
        return common ?? Field.Whole;
    }

    static Field? FieldOf(BoundExpression expression, VariableSymbol? subject) =>
        expression switch
        {
            BoundAttribute attribute when IsSubject(attribute.Target, subject) => Field.Attribute(
                attribute.Attributes[0].Label
            ),
            BoundPresence presence => FieldOf(presence.Operand, subject),
            BoundAnnotationMember member when IsSubject(member.Target, subject) => FieldOf(member.Member),
            BoundPointMember member => FieldOf(member.Target, subject),
            BoundKeypoint { Keypoints: [var (_, point), ..] } keypoint when IsSubject(keypoint.Target, subject) =>
                Field.Keypoint(point.Index),
            BoundClassTest test when IsSubject(test.Target, subject) => Field.Category,
            BoundImageMember or BoundNumber => null,
            _ => CommonOf(expression, subject),
        };

    // A computed value is about a field if all that it is computed of is.
    static Field? CommonOf(BoundExpression expression, VariableSymbol? subject)
    {
        Field? common = null;
        foreach (var part in BoundParts.Of(expression))
        {
            if (part is BoundNumber or BoundImageMember || part.Type is AnnotationType)
                continue;
            if (FieldOf(part, subject) is not { } field || common is { } known && known != field)
                return null;
            common = field;
        }
        return common;
    }

    static bool IsSubject(BoundExpression target, VariableSymbol? subject) =>
        target is BoundVariable variable ? variable.Variable == subject : target is BoundImage && subject is null;

    static Field? FieldOf(AnnotationMember member) =>
        member switch
        {
            AnnotationMember.Class => Field.Category,
            AnnotationMember.Crowd => Field.Crowd,
            AnnotationMember.Score => Field.Score,
            AnnotationMember.Id => Field.Id,
            AnnotationMember.Width
            or AnnotationMember.Height
            or AnnotationMember.Left
            or AnnotationMember.Top
            or AnnotationMember.Right
            or AnnotationMember.Bottom
            or AnnotationMember.Center
            or AnnotationMember.Aspect => Field.Box,
            AnnotationMember.Vertices
            or AnnotationMember.Holes
            or AnnotationMember.LargestHole
            or AnnotationMember.SmallestHole
            or AnnotationMember.Components
            or AnnotationMember.SmallestComponent
            or AnnotationMember.Clockwise
            or AnnotationMember.SelfIntersects
            or AnnotationMember.Perimeter => Field.Segmentation,
            _ => null,
        };
}
