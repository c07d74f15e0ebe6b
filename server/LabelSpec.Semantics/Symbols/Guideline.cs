using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Symbols;

/// <summary>
/// A labeling guideline with every name resolved and every expression typed. It never changes, and holds all files
/// that it was bound from, imports included, in one flat set of declarations.
/// </summary>
public sealed class Guideline
{
    private readonly ClassLookup classes;

    internal Guideline(ImmutableArray<ClassSymbol> classes)
    {
        Classes = classes;
        this.classes = new ClassLookup(classes);
    }

    /// <summary>The name in the header, or empty without one.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The semantic version in the header, as written, or empty without one.</summary>
    public string Version { get; internal init; } = "";

    public string? Title { get; internal init; }

    public string? Owner { get; internal init; }

    public string? Language { get; internal init; }

    /// <summary>Markdown of the doc comment of the header.</summary>
    public string? Documentation { get; internal init; }

    /// <summary>The entry file first, then its imports in the order in which they were reached.</summary>
    public ImmutableArray<SourceFile> Files { get; internal init; } = [];

    /// <summary>All classes; <see cref="ClassSymbol.Index"/> is the position in here.</summary>
    public ImmutableArray<ClassSymbol> Classes { get; }

    public ImmutableArray<SkeletonSymbol> Skeletons { get; internal init; } = [];

    public ImmutableArray<LetSymbol> Lets { get; internal init; } = [];

    /// <summary>Every rule, those written as rules and those that class members, overlaps and so on stand for.</summary>
    public ImmutableArray<RuleSymbol> Rules { get; internal init; } = [];

    /// <summary>Changes to built-in checks.</summary>
    public ImmutableArray<CheckTuning> Checks { get; internal init; } = [];

    public ImmutableArray<AttributeSymbol> ImageAttributes { get; internal init; } = [];

    public ImmutableArray<OverlapSymbol> Overlaps { get; internal init; } = [];

    public ImmutableArray<DistinguishSymbol> Distinctions { get; internal init; } = [];

    public ImmutableArray<CaseSymbol> Cases { get; internal init; } = [];

    /// <summary>Scenes with expectations: the <c>test</c>s, and the examples and counterexamples that have a shape.</summary>
    public ImmutableArray<TestSymbol> Tests { get; internal init; } = [];

    public QualitySymbol? Quality { get; internal init; }

    /// <summary>The class that a guideline calls so, or null.</summary>
    public ClassSymbol? FindClass(string name) => classes.ByName(name);

    /// <summary>
    /// The class that an annotation file means by a label: its dataset label or its name, or else one of its aliases. Old names
    /// (<see cref="ClassSymbol.Replaces"/>) are not found here, as data that still has them is out of date.
    /// </summary>
    public ClassSymbol? FindClassByLabel(string label) => classes.ByLabel(label);

    /// <summary>The class that replaced this label in an earlier version, or null.</summary>
    public ClassSymbol? FindClassByReplacedLabel(string label) => classes.ByReplacedLabel(label);

    public AttributeSymbol? FindImageAttribute(string name)
    {
        foreach (var attribute in ImageAttributes)
        {
            if (attribute.Name == name)
            {
                return attribute;
            }
        }
        return null;
    }
}
