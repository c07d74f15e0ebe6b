using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;
using SemanticShape = LabelSpec.Semantics.Symbols.Classes.ShapeKind;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>Compiles expressions to the texts that messages put in their place.</summary>
sealed class ValueTexts(JudgedData data, ExpressionCompiler compiler)
{
    public Func<Frame, string> Of(BoundExpression expression)
    {
        switch (expression.Type)
        {
            case NumberType type:
                var number = compiler.Number(expression);
                return frame => UnitText.Of(number(frame), type);
            case BoolType:
                var truth = compiler.Truth(expression);
                return frame => UnitText.Of(truth(frame));
            case EnumType:
            case ClassType:
            case ShapeType:
                var code = compiler.Code(expression);
                var type1 = expression.Type;
                return frame => OfCode(code(frame), type1);
            case TextType:
                var text = compiler.Text(expression);
                return frame => text(frame) ?? UnitText.Unknown;
            case IdType when expression is BoundAnnotationMember { Member: AnnotationMember.Id } member:
                var owner = compiler.Row(member.Target);
                return frame => owner(frame) is >= 0 and var own ? IdOf(own) : UnitText.Unknown;
            case IdType:
                var id = compiler.Id(expression);
                return frame =>
                    id(frame) is { IsNone: false } known ? data.Dataset.IdTexts.Show(known) : UnitText.Unknown;
            case PointType:
                var point = compiler.Point(expression);
                return frame => OfPoint(point(frame));
            case SetType:
                var set = compiler.Set(expression);
                return frame => OfSet(set, frame);
            case AnnotationType:
                var row = compiler.Row(expression);
                return frame => row(frame) is >= 0 and var a ? NameOf(a) : UnitText.Unknown;
            case ImageType:
                var image = compiler.Row(expression);
                return frame => image(frame) is >= 0 and var i ? data.Dataset.Images.FileNames[i] : UnitText.Unknown;
            default:
                var name = expression.Span.Text;
                return _ => name;
        }
    }

    /// <summary>The annotation as messages call it: <c>car 117</c>, or <c>car</c> without an id.</summary>
    public string NameOf(int row)
    {
        var category = data.Annotations.Categories[row];
        var name =
            data.Classes.SymbolOf(category)?.Name
            ?? (category < 0 ? "annotation" : data.Dataset.Categories.NameOf(category));
        return (data.Annotations.Flags[row] & AnnotationFlags.HasId) != 0 ? $"{name} {IdOf(row)}" : name;
    }

    /// <summary>
    /// The id as the file writes it. Where the format has none, the number in its image, such as <c>#2</c>: shards have images as a whole and
    /// count alike.
    /// </summary>
    string IdOf(int row)
    {
        if ((data.Annotations.Flags[row] & AnnotationFlags.HasId) != 0)
            return data.Dataset.IdTexts.Show(data.Annotations.Ids[row]);
        var image = data.Annotations.Images[row];
        return image < 0
            ? UnitText.Unknown
            : string.Create(CultureInfo.InvariantCulture, $"#{data.Annotations.OfImage(image).IndexOf(row) + 1}");
    }

    string OfCode(int code, LabelType type) =>
        code < 0
            ? UnitText.Unknown
            : type switch
            {
                ClassType => data.Guideline.Classes[code].Name,
                ShapeType => OfShape((SemanticShape)code),
                _ => data.Codes.TextOf(code),
            };

    static string OfShape(SemanticShape shape) =>
        shape == SemanticShape.RotatedBox ? "rotated_box" : shape.ToString().ToLowerInvariant();

    static string OfPoint(PointValue point) =>
        point.IsMissing
            ? UnitText.Unknown
            : string.Create(CultureInfo.InvariantCulture, $"({point.X:0.##}, {point.Y:0.##})");

    string OfSet(SetOf set, Frame frame)
    {
        if (!set(frame, out var codes))
            return UnitText.Unknown;
        var texts = new List<string>(codes.Length);
        foreach (var code in codes)
            texts.Add(data.Codes.TextOf(code));
        return string.Join(", ", texts);
    }
}
