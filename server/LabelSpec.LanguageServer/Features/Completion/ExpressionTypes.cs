using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// The type of an expression that is still being written. What the compiler bound is asked first; where it gave up, the
/// chain of names is followed by hand.
/// </summary>
static class ExpressionTypes
{
    public static LabelType? Of(CompletionPlace place, Expression expression)
    {
        var analysis = place.Analysis;
        var end = analysis.Tree.SpanOf(expression).End;
        if (
            analysis.Compilation.Index.ExpressionAt(analysis.File, end) is { Type.IsError: false } bound
            && bound.Span.End == end
            && bound.Span.Start == analysis.Tree.SpanOf(expression).Start
        )
            return bound.Type;
        return expression switch
        {
            ParenthesizedExpression inner => Of(place, inner.Inner),
            NameExpression name => OfName(place, name.Name.Value),
            MemberExpression member => Of(place, member.Target) is { } target
                ? MemberOf(analysis.Compilation.Guideline, target, member.Name.Value)
                : null,
            _ => null,
        };
    }

    public static LabelType? OfName(CompletionPlace place, string name)
    {
        var names = place.Names;
        if (names.Variables.FirstOrDefault(visible => visible.Name == name) is { Type.IsError: false } known)
            return known.Type;
        if (names.Self is { } self && MemberOf(place.Guideline, self, name) is { } own)
            return own;
        if (name == "image")
            return ImageType.Instance;
        if (name == "dataset")
            return DatasetType.Instance;
        if (IsParameter(place, name))
            return new AnnotationType(ClassSet.Of(place.Guideline.Classes.Where(@class => !@class.IsAbstract), "any"));
        return place.Guideline.Lets.FirstOrDefault(let => let.Name == name)?.Type;
    }

    /// <summary>What a `let` takes has a type only where it is used; until then it may be an annotation of any class.</summary>
    static bool IsParameter(CompletionPlace place, string name) =>
        place
            .Tree.PathAt(place.Analysis.Text.AsSpan(0, place.Offset).TrimEnd().Length)
            .OfType<LetDeclaration>()
            .Any(let => let.Parameters?.Any(parameter => parameter.Value == name) == true);

    /// <summary>The type of a member or attribute; null where there is none of this name.</summary>
    public static LabelType? MemberOf(Guideline guideline, LabelType target, string name)
    {
        if (AttributesOf(guideline, target).Where(attribute => attribute.Name == name).ToList() is { Count: > 0 } found)
            return TypeOf(found);
        return target switch
        {
            AnnotationType annotation => AnnotationMembers.All.FirstOrDefault(member => member.Name == name)?.Type
                ?? (KeypointsOf(annotation.Classes).Any(point => point.Name == name) ? PointType.Instance : null),
            ImageType => ImageMembers.All.FirstOrDefault(member => member.Name == name)?.Type,
            TrackType => TrackMembers.All.FirstOrDefault(member => member.Name == name)?.Type,
            GroupType => GroupMembers.All.FirstOrDefault(member => member.Name == name)?.Type,
            DatasetType => DatasetMembers.All.FirstOrDefault(member => member.Name == name)?.Type,
            PointType => PointMembers.All.FirstOrDefault(member => member.Name == name)?.Type,
            _ => null,
        };
    }

    public static IEnumerable<AttributeSymbol> AttributesOf(Guideline guideline, LabelType target) =>
        target switch
        {
            AnnotationType annotation => ClassesOf(guideline, annotation.Classes)
                .SelectMany(@class => @class.Attributes),
            TrackType track => ClassesOf(guideline, track.Classes).SelectMany(@class => @class.Attributes),
            ImageType => guideline.ImageAttributes,
            _ => [],
        };

    /// <summary>An abstract class that nothing extends yet stands for no class, but its attributes are there.</summary>
    static IEnumerable<ClassSymbol> ClassesOf(Guideline guideline, ClassSet classes) =>
        classes.Classes.IsEmpty
            ? classes.Text.Split('|', StringSplitOptions.TrimEntries).Select(guideline.FindClass).OfType<ClassSymbol>()
            : classes.Classes;

    public static IEnumerable<KeypointSymbol> KeypointsOf(ClassSet classes) =>
        classes
            .Classes.SelectMany(@class => @class.Shapes)
            .Select(shape => shape.Skeleton)
            .OfType<SkeletonSymbol>()
            .Distinct()
            .SelectMany(skeleton => skeleton.Points);

    /// <summary>Attributes of one name, of several classes, as the type of an expression.</summary>
    public static LabelType? TypeOf(IReadOnlyList<AttributeSymbol> attributes) =>
        attributes[0].Type switch
        {
            BoolAttributeType => BoolType.Instance,
            EnumAttributeType => EnumOf(attributes),
            SetAttributeType => new SetType(EnumOf(attributes)),
            IntAttributeType => NumberType.Number,
            NumberAttributeType number => new NumberType(number.Unit),
            TextAttributeType => TextType.Instance,
            RefAttributeType reference => new AnnotationType(reference.Classes),
            _ => null,
        };

    static EnumType EnumOf(IReadOnlyList<AttributeSymbol> attributes)
    {
        ImmutableArray<EnumValueSymbol> values = [.. attributes.SelectMany(ValuesOf).DistinctBy(value => value.Name)];
        return new EnumType(attributes[0].Name, [.. values.Select(value => value.Name)]) { Symbols = values };
    }

    public static IEnumerable<EnumValueSymbol> ValuesOf(AttributeSymbol attribute) =>
        attribute.Type switch
        {
            EnumAttributeType one => one.Values,
            SetAttributeType set => set.Values,
            _ => [],
        };
}
