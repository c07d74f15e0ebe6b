using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests;

/// <summary>Words that could belong to what stands before or behind them.</summary>
public sealed class OpenRangeTests
{
    [Theory]
    [InlineData("number 0.. m", "a.height_m > 2m")]
    [InlineData("number 0..9 m", "a.height_m > 2m")]
    [InlineData("number ..9 m", "a.height_m > 2m")]
    [InlineData("number m", "a.height_m > 2m")]
    [InlineData("number 0..", "a.height_m > 2")]
    [InlineData("number 0..top", "a.height_m > 2")]
    public void A_unit_behind_an_open_range_is_the_unit(string type, string condition) =>
        Spec.Bind(
            $"let top = 9 class car {{ shape box attribute height_m: {type} }} rule r {{ for a: car require {condition} }}"
        );

    [Theory]
    [InlineData("polygon 0 0, 9 0, 9 9 hole 2 1, 3 1, 3 2", 2)]
    [InlineData("polygon 0 0, 9 0, 9 9; hole 2 1, 3 1, 3 2", 2)]
    [InlineData("polygon 0 0, 9 0, 9 9 hole 2 1, 3 1, 3 2 hole 5 4, 6 4, 6 5; 20 0, 29 0, 29 9", 4)]
    public void A_hole_needs_no_semicolon_before_it(string polygon, int rings)
    {
        var tree = SyntaxTree.Parse(
            $"class car {{ shape polygon }} test \"t\" {{ image 9 x 9 a: car {polygon} hole: car box 1 1 1 1 }}"
        );

        Assert.Empty(tree.Diagnostics);
        Assert.Equal(rings, Find<GeometryRing>(tree).Count());
        Assert.Equal(rings / 2, Find<GeometryRing>(tree).Count(ring => ring.IsHole));
        Assert.Equal(tree.Text, SyntaxTree.Parse(tree.Text).Text);
    }

    static IEnumerable<T> Find<T>(SyntaxTree tree)
        where T : SyntaxNode => tree.Declarations.SelectMany(All).OfType<T>();

    static IEnumerable<SyntaxNode> All(SyntaxNode node) => node.Children.SelectMany(All).Prepend(node);
}
