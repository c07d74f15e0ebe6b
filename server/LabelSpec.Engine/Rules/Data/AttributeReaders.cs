using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>Makes readers of attributes for the data at hand.</summary>
sealed class AttributeReaders(Dataset dataset, ClassMap classes, EnumCodes codes)
{
    readonly Dictionary<(AttributeSymbol, Type), object> variants = [];
    Dictionary<string, RecordId>? textIds;

    /// <summary>The ids of annotations and tracks that are texts, by the text.</summary>
    public Dictionary<string, RecordId> TextIds => textIds ??= FindTextIds();

    public AttributeReader<double> Numbers(BoundAttribute attribute, bool withDefault = true) =>
        Make(
            attribute,
            double.NaN,
            (in AttributeValue value, AttributeSymbol _) => AttributeValues.ToNumber(value),
            symbol => symbol.Default is NumberValue number && withDefault ? number.Value : double.NaN
        );

    public AttributeReader<Truth> Truths(BoundAttribute attribute, bool withDefault = true) =>
        Make(
            attribute,
            Truth.Unknown,
            (in AttributeValue value, AttributeSymbol _) => AttributeValues.ToTruth(value),
            symbol => symbol.Default is BoolValue flag && withDefault ? Kleene.Of(flag.Value) : Truth.Unknown
        );

    public AttributeReader<int> Codes(BoundAttribute attribute, bool withDefault = true) =>
        Make(
            attribute,
            -1,
            (in AttributeValue value, AttributeSymbol symbol) => AttributeValues.ToCode(value, ValuesOf(symbol), codes),
            symbol => symbol.Default is TextValue text && withDefault ? codes.CodeOf(LabelOf(symbol, text.Value)) : -1
        );

    public AttributeReader<string?> Texts(BoundAttribute attribute, bool withDefault = true) =>
        Make<string?>(
            attribute,
            null,
            (in AttributeValue value, AttributeSymbol _) => AttributeValues.ToText(value),
            symbol => symbol.Default is TextValue text && withDefault ? text.Value : null
        );

    public AttributeReader<int[]?> Sets(BoundAttribute attribute, bool withDefault = true) =>
        Make<int[]?>(
            attribute,
            null,
            (in AttributeValue value, AttributeSymbol symbol) => AttributeValues.ToSet(value, ValuesOf(symbol), codes),
            symbol =>
                symbol.Default is SetValue set && withDefault
                    ? [.. set.Values.Select(value => codes.CodeOf(LabelOf(symbol, value)))]
                    : null
        );

    /// <summary>The ids that a <c>ref</c> attribute holds.</summary>
    public AttributeReader<RecordId> References(BoundAttribute attribute)
    {
        return Make(
            attribute,
            RecordId.None,
            (in AttributeValue value, AttributeSymbol _) =>
                value.Kind switch
                {
                    AttributeValueKind.Number when value.AsNumber == Math.Floor(value.AsNumber) => new RecordId(
                        (long)value.AsNumber
                    ),
                    AttributeValueKind.Text when long.TryParse(value.AsText, out var number) => new RecordId(number),
                    AttributeValueKind.Text => TextIds.GetValueOrDefault(value.AsText, RecordId.None),
                    _ => RecordId.None,
                },
            _ => RecordId.None
        );
    }

    delegate T Typing<T>(in AttributeValue value, AttributeSymbol symbol);

    AttributeReader<T> Make<T>(BoundAttribute attribute, T missing, Typing<T> type, Func<AttributeSymbol, T> absent)
    {
        if (attribute.Target.Type is ImageType)
        {
            var variant = VariantOf(dataset.Images.Attributes, attribute.Attributes[0], type, absent);
            return new AttributeReader<T>(null, null, [variant], missing);
        }

        var declarations = new List<AttributeSymbol>();
        var variantOfCategory = new int[classes.Categories + 1];
        Array.Fill(variantOfCategory, -1);
        for (var category = 0; category < classes.Categories; category++)
        {
            if (classes.SymbolOf(category)?.FindAttribute(attribute.Name) is not { } symbol)
                continue;
            if (!declarations.Contains(symbol))
                declarations.Add(symbol);
            variantOfCategory[category + 1] = declarations.IndexOf(symbol);
        }
        return new AttributeReader<T>(
            dataset.Annotations,
            variantOfCategory,
            [.. declarations.Select(symbol => VariantOf(dataset.Annotations.Attributes, symbol, type, absent))],
            missing
        );
    }

    AttributeVariant<T> VariantOf<T>(
        AttributeTable table,
        AttributeSymbol symbol,
        Typing<T> type,
        Func<AttributeSymbol, T> absent
    )
    {
        var column = table.Find(symbol.Label) ?? table.Find(symbol.Name);
        var whenAbsent = absent(symbol);
        if (column is null)
            return new AttributeVariant<T>(null, [], whenAbsent);
        return new AttributeVariant<T>(column, TypedPool(column, symbol, type, whenAbsent), whenAbsent);
    }

    T[] TypedPool<T>(AttributeColumn column, AttributeSymbol symbol, Typing<T> type, T whenAbsent)
    {
        // Rules that read the same attribute share its typed values, unless a default is in the way of null.
        var hasNull = false;
        foreach (ref readonly var value in column.Pool)
            hasNull |= value.Kind == AttributeValueKind.Null;
        if (!hasNull && variants.TryGetValue((symbol, typeof(T)), out var known))
            return (T[])known;
        var typed = new T[column.Pool.Length];
        for (var code = 0; code < typed.Length; code++)
            typed[code] =
                column.Pool[code].Kind == AttributeValueKind.Null ? whenAbsent : type(column.Pool[code], symbol);
        if (!hasNull)
            variants[(symbol, typeof(T))] = typed;
        return typed;
    }

    Dictionary<string, RecordId> FindTextIds()
    {
        var ids = new Dictionary<string, RecordId>(StringComparer.Ordinal);
        Add(dataset.Annotations.Ids);
        for (var track = 0; track < dataset.Tracks.Count; track++)
            Add([dataset.Tracks[track].Id]);
        return ids;

        void Add(ReadOnlySpan<RecordId> found)
        {
            foreach (var id in found)
                if (id.IsText)
                    ids.TryAdd(dataset.IdTexts.Show(id), id);
        }
    }

    static ImmutableArray<EnumValueSymbol> ValuesOf(AttributeSymbol symbol) =>
        symbol.Type switch
        {
            EnumAttributeType type => type.Values,
            SetAttributeType type => type.Values,
            _ => [],
        };

    static string LabelOf(AttributeSymbol symbol, string value) =>
        ValuesOf(symbol).FirstOrDefault(candidate => candidate.Name == value)?.Label ?? value;
}
