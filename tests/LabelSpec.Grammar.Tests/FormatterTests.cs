using CsCheck;
using LabelSpec.Grammar.Formatting;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

public class FormatterTests
{
    [Theory]
    [MemberData(nameof(Fixtures.All), MemberType = typeof(Fixtures))]
    public void A_formatted_guideline_is_correct_and_stays_as_it_is(string fixture) => Check(Fixtures.Read(fixture));

    [Fact]
    public void Formatting_changes_neither_tokens_nor_comments_nor_meaning() => MutatedText.Any.Holds(Check, iter: 400);

    /// <summary>All blanks are drawn anew; what comes out depends on them only where the author may decide.</summary>
    [Fact]
    public void Formatting_any_layout_of_a_guideline_keeps_its_meaning() =>
        Gen.Select(MutatedText.Fixture, Gen.Int[1, 1000000])
            .Holds((text, seed) => Check(Shuffle(text, new Random(seed))), iter: 150);

    [Fact]
    public void The_formatter_leaves_a_guideline_in_canonical_style_alone()
    {
        var text = Fixtures.Read("urban_driving.labelspec");

        Assert.Equal(text, Formatter.Format(SyntaxTree.Parse(text)));
    }

    [Theory]
    [InlineData("layouts.labelspec")]
    [InlineData("every_form.labelspec")]
    [InlineData("windows.labelspec")]
    [InlineData("comments.labelspec")]
    public void The_canonical_style_is_that_of_the_formatted_fixtures(string fixture) =>
        Assert.Equal(
            Fixtures.Read(Path.Combine("formatted", fixture)),
            Formatter.Format(SyntaxTree.Parse(Fixtures.Read(fixture)))
        );

    [Theory]
    // Comments stay where they were: behind a token, or on a line of their own.
    [InlineData(
        "class a { // one\n// two\n\n\n// three\nid 1 // four\n// five\n\n} // six",
        "class a { // one\n  // two\n\n  // three\n  id 1 // four\n  // five\n} // six\n"
    )]
    [InlineData("let a = 1 /* x */ + 2 // y\n+ 3", "let a = 1 /* x */ + 2 // y\n  + 3\n")]
    [InlineData("\n\n\nclass a\n\n\n\nclass b\n\n", "class a\n\nclass b\n")]
    [InlineData("class a {\n\n\n}", "class a {}\n")]
    [InlineData("\uFEFFclass   a", "\uFEFFclass a\n")]
    [InlineData("class   a\r\nclass   b\r\n", "class a\r\nclass b\r\n")]
    [InlineData("/// Doc.\n\n\nclass a", "/// Doc.\n\nclass a\n")]
    [InlineData("let a = - 1 - - 2", "let a = -1 - -2\n")]
    [InlineData("let a = x in 0 .. 1 and y in 8 ..", "let a = x in 0..1 and y in 8..\n")]
    [InlineData("let a ( b ) = f ( b , ( 1 + 2 ) * 3 ) . c", "let a(b) = f(b, (1 + 2) * 3).c\n")]
    [InlineData("class a { size at least 16x16 }", "class a { size at least 16 x 16 }\n")]
    public void Text_is_formatted_as(string text, string expected) =>
        Assert.Equal(expected, Formatter.Format(SyntaxTree.Parse(text)));

    /// <summary>Where a line ends with a comment, what stands before it fits as it did when the line went on.</summary>
    [Theory]
    [InlineData(
        "rule r {\n  require exists /* c1502 */ b: /* c1505 */ bicycle | motorbike /* c1525 */ where /* c1531 */ overlap(b, r) /* c1545 */ >= 20%\n}\n"
    )]
    [InlineData(
        "case c {\n  ask /* c1 */ \"Is any labeled object only a reflection in glass?\" about /* c2 */ vehicle | pedestrian /* c3 */ sample 2%\n}\n"
    )]
    public void Comments_in_broken_lines_stay_where_they_are_the_second_time(string text) => Check(text);

    [Fact]
    public void Long_conditions_are_broken_at_their_outermost_operators()
    {
        const string text =
            "rule a {\n  for b: car\n  require b.first_attribute == first_value and (b.second_attribute == second_value or b.third_attribute == third_value)\n}\n";

        Assert.Equal(
            "rule a {\n  for b: car\n  require b.first_attribute == first_value\n"
                + "    and (b.second_attribute == second_value or b.third_attribute == third_value)\n}\n",
            Formatter.Format(SyntaxTree.Parse(text))
        );
    }

    [Fact]
    public void A_broken_declaration_is_left_as_it_is()
    {
        const string text = "class   a{id   1}\nrule  b {  for   c: d require (  }\nclass   e{id   2}\n";

        Assert.Equal(
            "class a { id 1 }\nrule  b {  for   c: d require (  }\nclass e { id 2 }\n",
            Formatter.Format(SyntaxTree.Parse(text))
        );
    }

    [Fact]
    public void A_range_is_formatted_alone()
    {
        const string text = "class   a\nclass   b\nclass   c\n";
        var tree = SyntaxTree.Parse(text);

        var edits = Formatter.FormatRange(tree, new TextSpan(text.IndexOf('b'), 1));

        Assert.Equal("class   a\nclass b\nclass   c\n", TextEdit.Apply(text, edits));
    }

    static void Check(string text)
    {
        var tree = SyntaxTree.Parse(text);
        var formatted = Formatter.Format(tree);
        var after = SyntaxTree.Parse(formatted);

        Assert.Equal(Tokens(tree), Tokens(after));
        Assert.Equal(Comments(tree), Comments(after));
        Assert.Equal(Shape(tree), Shape(after));
        Assert.Equal(tree.Diagnostics.Select(d => d.Code), after.Diagnostics.Select(d => d.Code));
        Assert.Equal(formatted, Formatter.Format(after));
    }

    static IEnumerable<string> Tokens(SyntaxTree tree) =>
        tree.Segments.SelectMany(s =>
            s.Tokens.Where(t => t.Kind != TokenKind.EndOfSegment).Select(t => s.TextOf(t).ToString())
        );

    static IEnumerable<string> Comments(SyntaxTree tree) =>
        tree.Segments.SelectMany(s =>
            s.Trivia.Where(t => t.IsComment).Select(t => s.Text.AsSpan(t.Start, t.Length).TrimEnd().ToString())
        );

    static IEnumerable<string> Shape(SyntaxTree tree) =>
        TreeShape
            .AllNodes(tree)
            .Select(n =>
                $"{n.GetType().Name} {(n as Declaration)?.Documentation?.Markdown ?? (n as Member)?.Documentation?.Markdown}"
            );

    static string Shuffle(string text, Random random)
    {
        var result = new System.Text.StringBuilder();
        foreach (var segment in SyntaxTree.Parse(text).Segments)
            for (var i = 0; i < segment.Tokens.Length; i++)
            {
                var trivia = segment.TriviaBefore(i);
                foreach (var item in trivia)
                    result.Append(
                        item.IsComment || item.Kind == TriviaKind.NewLine
                            ? segment.Text.AsSpan(item.Start, item.Length)
                            : new string(' ', random.Next(1, 4))
                    );
                if (trivia.Length > 0 && random.Next(4) == 0)
                    result.Append(random.Next(3) == 0 ? "\n" : " ");
                result.Append(segment.TextOf(segment.Tokens[i]));
            }

        return result.ToString();
    }
}
