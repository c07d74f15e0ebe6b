using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Something that is annotated. What parents say is merged in, unless a property says otherwise.</summary>
public sealed class ClassSymbol : Symbol
{
    internal ClassSymbol(string name, int index, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span) => Index = index;

    /// <summary>The position in <see cref="Guideline.Classes"/>.</summary>
    public int Index { get; }

    /// <summary>What annotation files call the class; the name, where the guideline gives no dataset label.</summary>
    public string Label { get; internal set; } = "";

    /// <summary>Whether the label was written out.</summary>
    public bool HasOwnLabel { get; internal set; }

    /// <summary>Other labels under which annotation files may hold the class.</summary>
    public ImmutableArray<ClassAlias> Aliases { get; internal set; } = [];

    /// <summary>Labels of earlier versions.</summary>
    public ImmutableArray<ReplacedLabel> Replaces { get; internal set; } = [];

    public Deprecation? Deprecated { get; internal set; }

    /// <summary>The number of the class in annotation files, or null.</summary>
    public int? Id { get; internal set; }

    /// <summary>A colour as <c>#rrggbb</c>, or null.</summary>
    public string? Color { get; internal set; }

    public string? Hotkey { get; internal set; }

    /// <summary>Only a name for what its descendants have in common; no annotation may have it.</summary>
    public bool IsAbstract { get; internal set; }

    /// <summary>Marks regions in which nothing is judged.</summary>
    public bool IsIgnore { get; internal set; }

    /// <summary>The classes after <c>extends</c>.</summary>
    public ImmutableArray<ClassSymbol> Parents { get; internal set; } = [];

    /// <summary>Parents, their parents and so on, nearest first, each once, without the class itself.</summary>
    public ImmutableArray<ClassSymbol> Ancestors { get; internal set; } = [];

    /// <summary>The class and all that extend it, without abstract ones.</summary>
    public ClassSet ConcreteDescendants { get; internal set; } = ClassSet.Empty;

    /// <summary>The shapes that an annotation may have; empty allows every shape.</summary>
    public ImmutableArray<AllowedShape> Shapes { get; internal set; } = [];

    /// <summary>Attributes of the class and of its ancestors, each name once, the nearest declaration.</summary>
    public ImmutableArray<AttributeSymbol> Attributes { get; internal set; } = [];

    /// <summary>Attributes declared in the class itself.</summary>
    public ImmutableArray<AttributeSymbol> OwnAttributes { get; internal set; } = [];

    /// <summary>Parts of the class and of its ancestors.</summary>
    public ImmutableArray<PartSymbol> Parts { get; internal set; } = [];

    /// <summary>Limits of the class and of its ancestors, nearest first; the rules among <see cref="Guideline.Rules"/> enforce them.</summary>
    public ImmutableArray<ClassLimit> Limits { get; internal set; } = [];

    /// <summary>What belongs to the class, in prose; not inherited.</summary>
    public ImmutableArray<Inclusion> Includes { get; internal set; } = [];

    /// <summary>What does not belong to the class, in prose; not inherited.</summary>
    public ImmutableArray<Exclusion> Excludes { get; internal set; } = [];

    public ImmutableArray<Example> Examples { get; internal set; } = [];

    public ImmutableArray<Example> Counterexamples { get; internal set; } = [];

    /// <summary>Questions for reviewers; not inherited.</summary>
    public ImmutableArray<ReviewQuestion> Questions { get; internal set; } = [];

    /// <summary>The effective attribute of this name, or null.</summary>
    public AttributeSymbol? FindAttribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute;
            }
        }
        return null;
    }

    /// <summary>Whether the class is the other one or extends it.</summary>
    public bool IsA(ClassSymbol other) => this == other || Ancestors.Contains(other);
}
