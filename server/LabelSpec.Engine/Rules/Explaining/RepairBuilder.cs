using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>Turns the fixes of a rule into changes of the data. A fix that the shape at hand does not allow gives none.</summary>
sealed class RepairBuilder(
    JudgedData data,
    ExpressionCompiler compiler,
    ValueTexts texts,
    Func<VariableSymbol, int> slotOf
)
{
    readonly ShapeRepairs shapes = new(data);

    public Func<Frame, Repair?> Of(RuleFix fix) =>
        fix switch
        {
            RemoveFix remove => frame => Remove(remove, RowOf(remove.Target, frame)),
            SetClassFix set => frame => SetClass(set, RowOf(set.Target, frame)),
            SetAttributeFix set => SetAttribute(set),
            ClipFix clip => frame => Clip(clip, frame, RowOf(clip.Target, frame)),
            FillFix fill => frame => Fill(fill, frame, RowOf(fill.Target, frame)),
            MergeFix merge => frame => Merge(merge, frame),
            _ => static _ => null,
        };

    int RowOf(VariableSymbol variable, Frame frame) => frame.Slots[slotOf(variable)];

    Repair Remove(RemoveFix fix, int row) =>
        new(fix.Title ?? $"Remove {texts.NameOf(row)}", new ElementChange.Remove(Element.Annotation(row)));

    Repair SetClass(SetClassFix fix, int row) =>
        new(
            fix.Title ?? $"Make {texts.NameOf(row)} a {fix.Class.Name}",
            new ElementChange.SetCategory(Element.Annotation(row), fix.Class.Label)
        );

    Func<Frame, Repair?> SetAttribute(SetAttributeFix fix)
    {
        var value = ValueOf(fix.Value);
        var shown = texts.Of(fix.Value);
        return frame =>
        {
            if (value(frame) is not { } known)
                return null;
            var row = fix.Target is null ? frame.Image : RowOf(fix.Target, frame);
            var element = fix.Target is null ? Element.Image(row) : Element.Annotation(row);
            return new(
                fix.Title ?? $"Set {fix.AttributeName} to {shown(frame)}",
                new ElementChange.SetAttribute(element, LabelOf(fix, row), known)
            );
        };
    }

    string LabelOf(SetAttributeFix fix, int row)
    {
        var attribute = fix.Target is null
            ? data.Guideline.FindImageAttribute(fix.AttributeName)
            : data.Classes.SymbolOf(data.Annotations.Categories[row])?.FindAttribute(fix.AttributeName);
        return attribute?.Label ?? fix.AttributeName;
    }

    Func<Frame, AttributeValue?> ValueOf(BoundExpression value)
    {
        switch (value.Type)
        {
            case BoolType:
                var truth = compiler.Truth(value);
                return frame => truth(frame) is var t && t != Truth.Unknown ? AttributeValue.Of(t == Truth.True) : null;
            case NumberType:
                var number = compiler.Number(value);
                return frame => number(frame) is var n && double.IsFinite(n) ? AttributeValue.Of(n) : null;
            default:
                var text = compiler.Text(value);
                return frame => text(frame) is { } known ? AttributeValue.Of(known) : null;
        }
    }

    Repair? Clip(ClipFix fix, Frame frame, int row) =>
        Of(fix.Title ?? $"Clip {texts.NameOf(row)} to the image", shapes.Clip(frame.Shapes.Of(row), row));

    Repair? Fill(FillFix fix, Frame frame, int row) =>
        Of(fix.Title ?? $"Fill the holes of {texts.NameOf(row)}", shapes.Fill(frame.Shapes.Of(row), row));

    Repair? Merge(MergeFix fix, Frame frame)
    {
        var rows = fix.Targets.Select(target => RowOf(target, frame)).ToArray();
        var merged = shapes.Merge([.. rows.Select(frame.Shapes.Of)], rows[0]);
        var others = rows[1..].Select(row => new ElementChange.Remove(Element.Annotation(row)));
        return Of(
            fix.Title ?? $"Merge {string.Join(" and ", rows.Select(texts.NameOf))}",
            merged.IsEmpty ? merged : [.. merged, .. others]
        );
    }

    static Repair? Of(string title, ImmutableArray<ElementChange> changes) =>
        changes.IsEmpty ? null : new Repair(title, changes);
}
