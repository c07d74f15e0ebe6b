using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Finds what an attribute name means for a set of classes, each of which may declare its own.</summary>
internal sealed class AttributeResolver
{
    private readonly Dictionary<(ClassSet, string), ResolvedAttribute?> known = [];

    public ResolvedAttribute? Of(ClassSet classes, string name)
    {
        if (!known.TryGetValue((classes, name), out var result))
        {
            result = Resolve(classes, name);
            known.Add((classes, name), result);
        }
        return result;
    }

    public static ResolvedAttribute? OfImage(ImmutableArray<AttributeSymbol> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name)
            {
                return new ResolvedAttribute([attribute], TypeOf(attribute));
            }
        }
        return null;
    }

    public static LabelType TypeOf(AttributeSymbol attribute) =>
        attribute.Type switch
        {
            BoolAttributeType => BoolType.Instance,
            IntAttributeType => NumberType.Number,
            NumberAttributeType number => new NumberType(number.Unit),
            TextAttributeType => TextType.Instance,
            EnumAttributeType values => EnumOf(attribute.Name, values.Values),
            SetAttributeType values => new SetType(EnumOf(attribute.Name, values.Values)),
            RefAttributeType reference => new AnnotationType(reference.Classes),
            _ => ErrorType.Instance,
        };

    private static EnumType EnumOf(string name, ImmutableArray<EnumValueSymbol> values) =>
        new(name, values.Select(value => value.Name).ToImmutableArray()) { Symbols = values };

    private static ResolvedAttribute? Resolve(ClassSet classes, string name)
    {
        List<AttributeSymbol>? found = null;
        foreach (var symbol in classes)
        {
            if (symbol.FindAttribute(name) is { } attribute && found?.Contains(attribute) != true)
            {
                (found ??= []).Add(attribute);
            }
        }
        if (found is null)
        {
            return null;
        }
        LabelType? type = TypeOf(found[0]);
        for (var i = 1; i < found.Count && type is not null; i++)
        {
            type = Join(type, TypeOf(found[i]));
        }
        return new ResolvedAttribute([.. found], type);
    }

    private static LabelType? Join(LabelType left, LabelType right) =>
        (left, right) switch
        {
            (ErrorType, _) or (_, ErrorType) => ErrorType.Instance,
            (EnumType first, EnumType second) => Union(first, second),
            (SetType { Element: EnumType first }, SetType { Element: EnumType second }) => new SetType(
                Union(first, second)
            ),
            (NumberType first, NumberType second) => first.Unit.IsCompatibleWith(second.Unit)
                ? new NumberType(first.Unit.Or(second.Unit))
                : null,
            (AnnotationType first, AnnotationType second) => first.Classes.IsSubsetOf(second.Classes) ? second
            : second.Classes.IsSubsetOf(first.Classes) ? first
            : null,
            _ => left == right ? left : null,
        };

    private static EnumType Union(EnumType first, EnumType second) =>
        new(first.AttributeName, first.Values.Union(second.Values).ToImmutableArray())
        {
            Symbols = first.Symbols.AddRange(second.Symbols),
        };
}
