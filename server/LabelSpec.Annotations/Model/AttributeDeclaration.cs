using System.Collections.Immutable;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Model;

/// <summary>An attribute as a file declares it (CVAT labels, Supervisely tags).</summary>
public sealed record AttributeDeclaration
{
    public required string Name { get; init; }

    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>The format's own word: <c>select</c>, <c>checkbox</c>, <c>number</c> …</summary>
    public string InputType { get; init; } = "";

    public bool IsMutable { get; init; }

    public string? Default { get; init; }

    public ImmutableArray<string> Values { get; init; } = [];
}
