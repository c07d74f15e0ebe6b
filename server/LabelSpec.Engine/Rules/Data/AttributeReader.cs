using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>
/// An attribute as rules read it: the column's distinct values were typed once, so that a row costs two look-ups.
/// Classes of one expression may each declare the attribute in their own way, hence the variants.
/// </summary>
/// <param name="variantOfCategory">For each category, shifted by one, the variant, −1 where the class has no such attribute; null for images.</param>
/// <param name="missing">The value that stands for unknown.</param>
sealed class AttributeReader<T>(
    AnnotationTable? annotations,
    int[]? variantOfCategory,
    AttributeVariant<T>[] variants,
    T missing
)
{
    public T Of(int row)
    {
        if (row < 0)
            return missing;
        if (annotations is null)
            return variants[0].Of(row);
        var variant = variantOfCategory![annotations.Categories[row] + 1];
        return variant < 0 ? missing : variants[variant].Of(row);
    }
}

/// <summary>One declaration of an attribute over the column that files hold it in.</summary>
/// <param name="column">Null where no row has it.</param>
/// <param name="values">The typed value of each code of the column.</param>
/// <param name="absent">The value of rows without it: the default, or unknown.</param>
sealed class AttributeVariant<T>(AttributeColumn? column, T[] values, T absent)
{
    public T Of(int row)
    {
        if (column is null)
            return absent;
        var code = column.CodeOf(row);
        return code < 0 ? absent : values[code];
    }
}
