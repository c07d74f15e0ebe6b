using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Tests;

/// <summary>Things that hold for the tree of every text.</summary>
public class TreeShapeTests
{
    [Theory]
    [MemberData(nameof(Fixtures.All), MemberType = typeof(Fixtures))]
    public void Children_lie_in_order_inside_of_their_parents(string fixture) =>
        TreeShape.Check(SyntaxTree.Parse(Fixtures.Read(fixture)));

    [Fact]
    public void Every_kind_of_node_occurs_in_the_fixtures()
    {
        var found = Fixtures
            .Texts.SelectMany(text => TreeShape.AllNodes(SyntaxTree.Parse(text)))
            .Select(node => node.GetType().Name)
            .ToHashSet();
        var kinds = typeof(SyntaxNode)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Except([nameof(ErrorDeclaration), nameof(ErrorMember), nameof(ErrorType), nameof(MissingExpression)]);

        Assert.Equal([], kinds.Where(kind => !found.Contains(kind)));
    }
}
