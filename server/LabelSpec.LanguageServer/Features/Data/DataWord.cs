using LabelSpec.Engine.Migration;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>What annotation files write for a symbol of a guideline.</summary>
/// <param name="Labels">Of the classes it belongs to: the class itself, or those that have the attribute.</param>
/// <param name="Attribute">The attribute; null for a class.</param>
/// <param name="Value">The value of the attribute; null for the attribute itself.</param>
/// <param name="OfImages">Whether images have it.</param>
sealed record DataWord(
    IReadOnlySet<string> Labels,
    string? Attribute = null,
    string? Value = null,
    bool OfImages = false
)
{
    /// <summary>Nothing for symbols that annotation files do not know, such as rules.</summary>
    public static IEnumerable<DataWord> Of(Guideline guideline, Symbol symbol)
    {
        switch (symbol)
        {
            case ClassSymbol @class:
                yield return new DataWord(LabelsOf(@class));
                break;
            case AttributeSymbol attribute:
                yield return Of(guideline, attribute, null);
                break;
            case EnumValueSymbol value:
                foreach (var attribute in AttributesWith(guideline, value))
                    yield return Of(guideline, attribute, value.Label);
                break;
        }
    }

    /// <summary>The change that makes data write another word for it.</summary>
    public LabelChange ChangeTo(string old, string to) =>
        Attribute is null ? new LabelChange.OfClass(old, to)
        : Value is null ? new LabelChange.OfAttribute(old, to, OfImages ? null : Labels)
        : new LabelChange.OfValue(Attribute, old, to, OfImages ? null : Labels);

    static DataWord Of(Guideline guideline, AttributeSymbol attribute, string? value) =>
        new(
            guideline
                .Classes.Where(@class => @class.Attributes.Any(own => IsSame(own, attribute)))
                .SelectMany(LabelsOf)
                .ToHashSet(StringComparer.Ordinal),
            attribute.Label,
            value,
            attribute.DeclaredIn is null
        );

    static HashSet<string> LabelsOf(ClassSymbol @class) =>
        @class
            .ConcreteDescendants.Classes.Where(one => @class.IsAbstract || one == @class)
            .SelectMany(one => one.Aliases.Select(alias => alias.Name).Prepend(one.Label))
            .ToHashSet(StringComparer.Ordinal);

    static IEnumerable<AttributeSymbol> AttributesWith(Guideline guideline, EnumValueSymbol value) =>
        guideline
            .Classes.SelectMany(@class => @class.OwnAttributes)
            .Concat(guideline.ImageAttributes)
            .Where(attribute =>
                attribute.Type switch
                {
                    EnumAttributeType one => one.Values.Any(own => own.NameSpan == value.NameSpan),
                    SetAttributeType set => set.Values.Any(own => own.NameSpan == value.NameSpan),
                    _ => false,
                }
            );

    static bool IsSame(AttributeSymbol one, AttributeSymbol other) => one.NameSpan == other.NameSpan;
}
