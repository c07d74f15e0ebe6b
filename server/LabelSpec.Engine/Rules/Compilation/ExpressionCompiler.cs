using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>
/// Turns bound expressions into delegates over the columns of one data set: one method for each kind of value, so that
/// evaluating neither boxes nor looks at the expression again. No code is generated at run time.
/// </summary>
sealed partial class ExpressionCompiler(JudgedData data, CompilationState state)
{
    AnnotationTable Annotations => data.Annotations;

    /// <summary>The row of an annotation, image, track or group that an expression stands for.</summary>
    public RowOf Row(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLetCall call:
                return Row(call.Body);
            case BoundVariable variable:
                var slot = state.SlotOf(variable.Variable);
                return frame => frame.Slots[slot];
            case BoundImage:
                return frame => frame.Image;
            case BoundAnnotationMember { Member: AnnotationMember.Image } member:
                var annotation = Row(member.Target);
                return frame => annotation(frame) is >= 0 and var row ? data.Annotations.Images[row] : -1;
            case BoundAttribute attribute:
                return Reference(attribute);
            case BoundConditional conditional:
                var condition = Truth(conditional.Condition);
                var whenTrue = Row(conditional.WhenTrue);
                var whenFalse = Row(conditional.WhenFalse);
                return frame =>
                    condition(frame) switch
                    {
                        Values.Truth.True => whenTrue(frame),
                        Values.Truth.False => whenFalse(frame),
                        _ => -1,
                    };
            default:
                throw Unexpected(expression);
        }
    }

    RowOf Reference(BoundAttribute attribute)
    {
        var target = Row(attribute.Target);
        var ids = data.Attributes.References(attribute);
        var isImage = attribute.Target.Type is ImageType;
        return frame =>
        {
            var row = target(frame);
            var id = ids.Of(row);
            if (id.IsNone)
                return -1;
            var image = isImage ? row : data.Annotations.Images[row];
            return image < 0 ? -1 : frame.Ids.Find(image, id);
        };
    }

    static InvalidOperationException Unexpected(BoundExpression expression) =>
        new($"Binding let `{expression.Span.Text}` through as {expression.Type}, which has no such value.");
}
