using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>One attribute of the guideline, with its column in the data if any row has it.</summary>
sealed class AttributeEntry
{
    readonly AttributeVerdict[] verdicts;
    readonly bool[] isMissing;

    public AttributeEntry(AttributeSymbol symbol, AttributeColumn? column)
    {
        Symbol = symbol;
        Column = column;
        var pool = column is null ? [] : column.Pool;
        verdicts = new AttributeVerdict[pool.Length];
        isMissing = new bool[pool.Length];
        for (var code = 0; code < pool.Length; code++)
        {
            verdicts[code] = AttributeValues.Judge(symbol.Type, pool[code]);
            isMissing[code] = AttributeValues.IsMissing(pool[code]);
        }
    }

    public AttributeSymbol Symbol { get; }

    public AttributeColumn? Column { get; }

    /// <summary>Whether a row lacks the attribute, or has it without a value.</summary>
    public bool IsMissing(int row) => Column is null || Column.CodeOf(row) is var code && (code < 0 || isMissing[code]);

    /// <summary>How a row's value fits; a missing one fits.</summary>
    public AttributeVerdict VerdictOf(int row) =>
        Column is null || Column.CodeOf(row) < 0 ? AttributeVerdict.Fits : verdicts[Column.CodeOf(row)];
}
