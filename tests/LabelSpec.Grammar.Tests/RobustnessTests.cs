using CsCheck;
using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Syntax;
using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

public class RobustnessTests
{
    [Fact]
    public void Any_text_has_a_complete_and_well_formed_tree() =>
        MutatedText.Any.Holds(text => TreeShape.Check(SyntaxTree.Parse(text)), iter: 800);

    [Theory]
    [MemberData(nameof(Fixtures.All), MemberType = typeof(Fixtures))]
    public void Every_prefix_of_a_guideline_has_a_tree(string fixture)
    {
        var text = Fixtures.Read(fixture);
        var tree = SyntaxTree.Parse("");
        for (var length = 0; length <= text.Length; length++)
        {
            tree = tree.WithText(text[..length]);
            if (length % 97 == 0)
                TreeShape.Check(tree);
        }

        Assert.Empty(tree.Diagnostics);
    }

    [Theory]
    [InlineData("let x = ", "(", "1", ")")]
    [InlineData("let x = ", "not ", "a", "")]
    [InlineData("let x = ", "-", "1", "")]
    [InlineData("let x = ", "1 + ", "1", "")]
    [InlineData("let x = ", "a implies ", "a", "")]
    [InlineData("let x = ", "a iff ", "a", "")]
    [InlineData("let x = ", "exists a: b where ", "a", "")]
    [InlineData("let x = ", "no a: b where ", "a", "")]
    [InlineData("let x = ", "if a then b else ", "a", "")]
    [InlineData("let x = ", "if ", "a", " then a else a")]
    [InlineData("let x = ", "f(", "a", ")")]
    [InlineData("let x = a", ".b", "", "")]
    [InlineData("rule r { message \"{", "(", "1", ")")]
    [InlineData("", "when a {\n", "", "}\n")]
    [InlineData("class c { attribute a: ", "{", "", "}")]
    [InlineData("class c ", "{", "", "}")]
    [InlineData("test \"t\" { ", "track t: c { ", "", "}")]
    public void Text_that_is_nested_too_deep_has_a_diagnostic(string head, string open, string core, string close)
    {
        const int depth = 100_000;
        var text =
            head
            + string.Concat(Enumerable.Repeat(open, depth))
            + core
            + string.Concat(Enumerable.Repeat(close, depth));

        // A small stack, as threads have on some systems.
        var tree = OnThread(512 * 1024, () => SyntaxTree.Parse(text));

        Assert.NotEmpty(tree.Diagnostics);
        Assert.InRange(DepthOf(tree), 0, 1000);
    }

    [Fact]
    public void Nesting_within_reason_is_fine()
    {
        var text = "let x = " + new string('(', 50) + "1" + new string(')', 50);

        Assert.Empty(OnThread(512 * 1024, () => SyntaxTree.Parse(text)).Diagnostics);
    }

    [Fact]
    public void Long_lists_are_not_deep()
    {
        var text = "let x = " + string.Join(" or ", Enumerable.Range(0, 5000).Select(i => $"a == v{i}"));

        Assert.Empty(SyntaxTree.Parse(text).Diagnostics);
    }

    [Fact]
    public void Nesting_is_reported_with_its_own_code()
    {
        var text = "let x = " + new string('(', 100) + "1" + new string(')', 100);

        var diagnostic = Assert.Single(SyntaxTree.Parse(text).Diagnostics);

        Assert.Equal(SyntaxDiagnostics.NestedTooDeep, diagnostic.Descriptor);
    }

    static SyntaxTree OnThread(int stackSize, Func<SyntaxTree> parse)
    {
        SyntaxTree? tree = null;
        var thread = new Thread(() => tree = parse(), stackSize);
        thread.Start();
        thread.Join();
        return tree!;
    }

    static int DepthOf(SyntaxTree tree)
    {
        var deepest = 0;
        var open = new Stack<(SyntaxNode Node, int Depth)>(tree.Declarations.Select(d => ((SyntaxNode)d, 1)));
        while (open.TryPop(out var next))
        {
            deepest = Math.Max(deepest, next.Depth);
            foreach (var child in next.Node.Children)
                open.Push((child, next.Depth + 1));
        }

        return deepest;
    }
}
