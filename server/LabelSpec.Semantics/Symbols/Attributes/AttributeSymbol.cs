using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>A property that annotators give to an annotation, or to an image.</summary>
public sealed class AttributeSymbol : Symbol
{
    internal AttributeSymbol(string name, AttributeType type, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span) => Type = type;

    public AttributeType Type { get; }

    /// <summary>What annotation files call it; the name, where the guideline gives no dataset label.</summary>
    public string Label { get; internal init; } = "";

    /// <summary>The class that declares it, or null for an attribute of the image.</summary>
    public ClassSymbol? DeclaredIn { get; internal init; }

    /// <summary>The annotation that <see cref="RequiredWhen"/> and <see cref="OnlyWhen"/> speak of; null for an attribute of the image.</summary>
    public VariableSymbol? Self { get; internal init; }

    /// <summary>Must be there, always.</summary>
    public bool IsRequired { get; internal init; }

    /// <summary>Must be there when this holds; a rule enforces it.</summary>
    public BoundExpression? RequiredWhen { get; internal set; }

    /// <summary>Must not be there unless this holds; a rule enforces it.</summary>
    public BoundExpression? OnlyWhen { get; internal set; }

    /// <summary>May not change along a track; a rule enforces it.</summary>
    public bool IsConstant { get; internal init; }

    /// <summary>The value of an absent attribute, or null.</summary>
    public AttributeValue? Default { get; internal init; }

    public ImmutableArray<Inclusion> Includes { get; internal set; } = [];

    public ImmutableArray<Exclusion> Excludes { get; internal set; } = [];

    public ImmutableArray<Example> Examples { get; internal set; } = [];

    public ImmutableArray<Example> Counterexamples { get; internal set; } = [];
}
