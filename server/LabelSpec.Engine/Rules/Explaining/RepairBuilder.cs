using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
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

    Repair? Clip(ClipFix fix, Frame frame, int row)
    {
        var image = data.FrameOf(data.Annotations.Images[row]);
        var kind = data.Annotations.Shapes[row];
        var element = Element.Annotation(row);
        var box = data.Annotations.Boxes[row].ClampTo(image);
        if (image.IsEmpty || box.IsEmpty || kind is not (ShapeKind.Box or ShapeKind.Polygon))
            return null;
        var changes = ImmutableArray.CreateBuilder<ElementChange>();
        if (kind == ShapeKind.Polygon)
        {
            var rings = Rings(frame.Shapes.Of(row), keepHoles: true, ring => RingClip.To(image, ring));
            changes.Add(new ElementChange.SetPolygon(element, rings));
            box = BoundsOf(rings);
        }
        if (kind == ShapeKind.Box || HasStoredBox(row))
            changes.Add(new ElementChange.SetBox(element, box));
        return new(fix.Title ?? $"Clip {texts.NameOf(row)} to the image", changes.ToImmutable());
    }

    Repair? Fill(FillFix fix, Frame frame, int row)
    {
        // Masks are rewritten by no format yet.
        if (data.Annotations.Shapes[row] != ShapeKind.Polygon)
            return null;
        var rings = Rings(frame.Shapes.Of(row), keepHoles: false, ring => ring.ToArray());
        return new(
            fix.Title ?? $"Fill the holes of {texts.NameOf(row)}",
            new ElementChange.SetPolygon(Element.Annotation(row), rings)
        );
    }

    Repair? Merge(MergeFix fix, Frame frame)
    {
        var rows = fix.Targets.Select(target => RowOf(target, frame)).ToArray();
        var first = Element.Annotation(rows[0]);
        var changes = ImmutableArray.CreateBuilder<ElementChange>();
        if (rows.All(row => data.Annotations.Shapes[row] == ShapeKind.Box))
            changes.Add(
                new ElementChange.SetBox(
                    first,
                    rows.Select(row => data.Annotations.Boxes[row]).Aggregate((a, b) => a.Union(b))
                )
            );
        else if (rows.All(row => data.Annotations.Shapes[row] == ShapeKind.Polygon))
        {
            ImmutableArray<ImmutableArray<double>> rings =
            [
                .. rows.SelectMany(row => Rings(frame.Shapes.Of(row), keepHoles: true, ring => ring.ToArray())),
            ];
            changes.Add(new ElementChange.SetPolygon(first, rings));
            if (HasStoredBox(rows[0]))
                changes.Add(new ElementChange.SetBox(first, BoundsOf(rings)));
        }
        else
            return null;
        foreach (var row in rows.AsSpan(1))
            changes.Add(new ElementChange.Remove(Element.Annotation(row)));
        return new(fix.Title ?? $"Merge {string.Join(" and ", rows.Select(texts.NameOf))}", changes.ToImmutable());
    }

    delegate double[] RingChange(ReadOnlySpan<double> ring);

    static ImmutableArray<ImmutableArray<double>> Rings(Shape shape, bool keepHoles, RingChange change)
    {
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        for (var part = 0; part < shape.Parts; part++)
            if ((keepHoles || !shape.Holes[part]) && change(shape.PartAt(part)) is { Length: >= 6 } ring)
                rings.Add([.. ring]);
        return rings.ToImmutable();
    }

    static Box BoundsOf(ImmutableArray<ImmutableArray<double>> rings) =>
        Ring.Bounds(rings.SelectMany(ring => ring).ToArray());

    bool HasStoredBox(int row) => (data.Annotations.Flags[row] & AnnotationFlags.HasStoredBox) != 0;
}
