using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding;

/// <summary>The names that can be seen at a place, innermost first. Immutable: an inner scope refers to its outer one.</summary>
internal sealed class Scope
{
    private readonly Scope? outer;
    private readonly string? name;
    private readonly BoundExpression? value;

    public Scope(BindingSite site, ScopeKind kind)
    {
        Site = site;
        Kind = kind;
    }

    private Scope(Scope outer, string? name = null, BoundExpression? value = null)
    {
        this.outer = outer;
        this.name = name;
        this.value = value;
        Site = outer.Site;
        Kind = outer.Kind;
        Image = outer.Image;
        Self = outer.Self;
        Step = outer.Step;
        LetDepth = outer.LetDepth;
    }

    public BindingSite Site { get; private init; }

    public ScopeKind Kind { get; }

    /// <summary>What <c>image</c> means here; null where there is no single image.</summary>
    public BoundExpression? Image { get; private init; }

    /// <summary>The annotation whose attributes may be named bare, inside of classes; or the image, inside of <c>image</c>.</summary>
    public BoundExpression? Self { get; private init; }

    /// <summary>The two variables of a <c>step</c>.</summary>
    public (VariableSymbol From, VariableSymbol To)? Step { get; private init; }

    /// <summary>Where quantifiers look that do not say it: in the group of the rule, in the image, in the track, or everywhere.</summary>
    public BoundDomain DefaultDomain =>
        Kind == ScopeKind.Group ? new BoundDomain(DomainKind.Group, null)
        : Image is not null ? new BoundDomain(DomainKind.Image, Image is BoundImage ? null : Image)
        : Kind == ScopeKind.Track ? new BoundDomain(DomainKind.Track, null)
        : new BoundDomain(DomainKind.Dataset, null);

    /// <summary>How many <c>let</c>s are being expanded around this place.</summary>
    public int LetDepth { get; private init; }

    public Scope With(VariableSymbol variable) =>
        new(this, variable.Name, new BoundVariable(variable, variable.NameSpan));

    /// <summary>A name that stands for an expression: a parameter of a <c>let</c>.</summary>
    public Scope With(string parameter, BoundExpression argument) => new(this, parameter, argument);

    public Scope WithImage(BoundExpression? image) => new(this) { Image = image };

    public Scope WithSelf(BoundExpression self) => new(this) { Self = self };

    public Scope WithStep(VariableSymbol from, VariableSymbol to) => new(this) { Step = (from, to) };

    /// <summary>The scope for the body of a <c>let</c>: it sees the image and the step of its use, and none of its variables.</summary>
    public Scope ForLet(BindingSite site) =>
        new(site, Kind)
        {
            Image = Image,
            Step = Step,
            LetDepth = LetDepth + 1,
        };

    /// <summary>The same place with only the image to name, for conditions that stand outside of the rule; their text was indexed there.</summary>
    public Scope WithoutVariables() => new(Site with { Index = null }, Kind) { Image = Image };

    public BoundExpression? Find(string wanted)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.name == wanted)
            {
                return scope.value;
            }
        }
        return null;
    }

    /// <summary>Every name, inner ones first; a hidden outer name comes later.</summary>
    public IEnumerable<(string Name, BoundExpression Value)> Names()
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.name is not null)
            {
                yield return (scope.name, scope.value!);
            }
        }
    }
}
