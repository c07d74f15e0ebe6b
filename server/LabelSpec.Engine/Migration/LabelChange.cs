namespace LabelSpec.Engine.Migration;

/// <summary>One word of annotation files that is another one from now on.</summary>
public abstract record LabelChange(string From, string To)
{
    /// <summary>What files call a class.</summary>
    public sealed record OfClass(string From, string To) : LabelChange(From, To);

    /// <summary>What files call an attribute.</summary>
    /// <param name="Classes">Labels of the classes that it is an attribute of; null for annotations of every class, and for images.</param>
    public sealed record OfAttribute(string From, string To, IReadOnlySet<string>? Classes = null)
        : LabelChange(From, To);

    /// <summary>What files call a value of an attribute.</summary>
    /// <inheritdoc cref="OfAttribute" path="/param"/>
    public sealed record OfValue(string Attribute, string From, string To, IReadOnlySet<string>? Classes = null)
        : LabelChange(From, To);
}
