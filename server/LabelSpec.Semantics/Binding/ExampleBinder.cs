using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Binding.Scenes;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding;

/// <summary>Binds <c>example</c> and <c>counterexample</c>, in classes, attributes, rules and cases.</summary>
internal sealed class ExampleBinder(ProseBinder prose)
{
    /// <param name="owner">The class whose shape is drawn, or null.</param>
    /// <param name="attributes">Binds the attribute values of the drawn annotation; null where there is no class.</param>
    public (ImmutableArray<Example> Examples, ImmutableArray<Example> Counterexamples) Bind(
        IReadOnlyList<Member> members,
        ClassSymbol? owner,
        SceneAttributeBinder? attributes,
        BindingSite site
    )
    {
        var examples = ImmutableArray.CreateBuilder<Example>(0);
        var counterexamples = ImmutableArray.CreateBuilder<Example>(0);
        foreach (var member in members)
        {
            if (member is ExampleMember node)
            {
                (node.IsCounterexample ? counterexamples : examples).Add(Bind(node, owner, attributes, site));
            }
        }
        return (examples.DrainToImmutable(), counterexamples.DrainToImmutable());
    }

    private Example Bind(ExampleMember node, ClassSymbol? owner, SceneAttributeBinder? attributes, BindingSite site)
    {
        var values =
            node.Attributes is null || owner is null || attributes is null
                ? ImmutableDictionary<string, AttributeValue>.Empty
                : attributes.Bind(node.Attributes.Members, owner, site).Attributes;
        return new Example(
            node.Path.Value,
            GeometryBinder.Bind(node.Geometries, owner, site),
            values,
            node.Text?.Value,
            node.Use is null ? null : prose.BindUse(node.Use, site),
            site.SpanOf(node)
        );
    }
}
