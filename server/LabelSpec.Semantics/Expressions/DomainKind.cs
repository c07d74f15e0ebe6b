namespace LabelSpec.Semantics.Expressions;

/// <summary>Where quantifiers and aggregates look.</summary>
public enum DomainKind
{
    /// <summary>The annotations of one image.</summary>
    Image,

    /// <summary>The annotations of one track.</summary>
    Track,

    /// <summary>The annotations of one group.</summary>
    Group,

    /// <summary>All annotations of the data.</summary>
    Dataset,

    /// <summary>All images of the data; the variable is an image. Written <c>i in dataset.images</c>.</summary>
    Images,
}
