using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Tests;

public class RecoveryTests
{
    const string TenMistakes = """
        guideline driving version 2.3.0

        class car {
          shpe box
          alias automobile
          color #12
          attribute state on | off
          include "taxis"
        }

        clas truck extends vehicle { id 4 }

        rule a: eror {
          for c: car
          require c.width > 10pixels
          forbid c.height &&
          fix remove c
        }

        rule b {
          for pair a, b: car
          require iou(a, b < 0.5
          message "too close {a.id"
        }

        class bus { shape box
          id 5

        class tram { id 6 }
        """;

    [Fact]
    public void Every_mistake_has_one_diagnostic_at_its_place() =>
        Assert.Equal(
            [
                "1:27 LS0012 2.3",
                "4:3 LS0011 shpe",
                "5:9 LS0012 automobile",
                "6:9 LS0007 #12",
                "7:19 LS0012 on",
                "11:1 LS0010 clas",
                "13:9 LS0023 eror",
                "15:23 LS0005 pixels",
                "16:19 LS0021 &&",
                "22:22 LS0018 0.5",
                "23:22 LS0020 {a.id",
                "26:11 LS0014 {",
            ],
            Summary(SyntaxTree.Parse(TenMistakes))
        );

    [Fact]
    public void What_is_not_mistaken_is_still_there()
    {
        var tree = SyntaxTree.Parse(TenMistakes);

        Assert.Equal(
            ["car", "a", "b", "bus", "tram"],
            tree.Declarations.Select(d => d.DeclaredName?.Value).OfType<string>()
        );
        var car = tree.Declarations.OfType<ClassDeclaration>().First();
        Assert.Equal(
            [
                typeof(ErrorMember),
                typeof(ErrorMember),
                typeof(ColorMember),
                typeof(AttributeMember),
                typeof(IncludeMember),
            ],
            car.Members.Select(m => m.GetType())
        );
        Assert.Equal("shpe box", car.Members[0].ToText());
        var bus = tree.Declarations.OfType<ClassDeclaration>().Single(c => c.Name.Value == "bus");
        Assert.Equal([typeof(ShapeMember), typeof(IdMember)], bus.Members.Select(m => m.GetType()));
    }

    [Theory]
    [InlineData("class car extneds vehicle { shape box }", "LS0012 extneds", "class car extends vehicle { shape box }")]
    [InlineData("class car shape box }", "LS0013 shape", "class car { shape box }")]
    [InlineData("class car { shape box", "LS0014 {", "class car { shape box\n}")]
    [InlineData("class car { shape box } }", "LS0015 }", "class car { shape box } ")]
    [InlineData("class { shape box }", "LS0016 {", null)]
    [InlineData("class car { size at leest 8px }", "LS0012 leest", "class car { size at least 8px }")]
    [InlineData("class car {\n  attribute a:\n  attribute b: bool\n}", "LS0017 :", null)]
    [InlineData(
        "class car { attribute a: bool requird }",
        "LS0012 requird",
        "class car { attribute a: bool required }"
    )]
    [InlineData("class car { count 1.. per imge }", "LS0012 imge", "class car { count 1.. per image }")]
    [InlineData("class car { require x }", "LS0022 require", null)]
    [InlineData("rule a", "LS0013 a", "rule a {")]
    [InlineData("rule a { for b: c require b. }", "LS0016 }", null)]
    [InlineData("rule a { for b: c require b.d < }", "LS0017 }", null)]
    [InlineData("rule a { for b: c require b.d = 3 }", "LS0021 =", "rule a { for b: c require b.d == 3 }")]
    [InlineData("rule a { for b: c require b.d||b.e }", "LS0021 ||", "rule a { for b: c require b.d or b.e }")]
    [InlineData("rule a { for b: c require !b.d }", "LS0021 !", "rule a { for b: c require not b.d }")]
    [InlineData("rule a { for b c require b.d }", "LS0012 c", "rule a { for b: c require b.d }")]
    [InlineData("rule a { for b: c require iou(b, b > 1 }", "LS0018 }", "rule a { for b: c require iou(b, b > 1) }")]
    [InlineData("rule a { for b: c require b.d ? 3 }", "LS0001 ?", "rule a { for b: c require b.d  3 }")]
    [InlineData("rule a { message \"x }\n}", "LS0002 \"x }", "rule a { message \"x }\"\n}")]
    [InlineData("rule a { message \"{b.}\" }", "LS0016 .", null)]
    [InlineData("rule a: warnin { for b: c require d }", "LS0023 warnin", "rule a: warning { for b: c require d }")]
    [InlineData("rul a { for b: c require d }", "LS0010 rul", "rule a { for b: c require d }")]
    [InlineData("let a 3", "LS0012 3", "let a = 3")]
    [InlineData("let a = 3pixel", "LS0005 pixel", null)]
    [InlineData("let a = 3degg", "LS0005 degg", "let a = 3deg")]
    [InlineData("let a = \"\\d\"", "LS0006 \\d", "let a = \"\\\\d\"")]
    [InlineData("let a = `b", "LS0004 `b", "let a = `b`")]
    [InlineData("let a = 1 /* b", "LS0003 /* b", "let a = 1 /* b */")]
    [InlineData("when a == b { class c }", "LS0010 class", null)]
    [InlineData("shape box", "LS0022 shape", null)]
    [InlineData("blah blub", "LS0010 blah", null)]
    public void A_mistake_is_named_where_it_is_and_fixed_where_it_can_be(string text, string expected, string? repaired)
    {
        var tree = SyntaxTree.Parse(text);

        var diagnostic = Assert.Single(tree.Diagnostics);
        Assert.Equal(expected, $"{diagnostic.Code} {tree.Source.Slice(diagnostic.Span)}");
        Assert.Equal(repaired, diagnostic.Fix is { } fix ? TextEdit.Apply(text, fix.Edits) : null);
    }

    [Fact]
    public void A_text_that_is_not_closed_ends_before_the_block_of_what_it_names()
    {
        const string text = "class a \"x y {\n  id 1\n}";

        var unclosed = SyntaxTree.Parse(text).Diagnostics.Single(diagnostic => diagnostic.Code == "LS0002");

        var repaired = TextEdit.Apply(text, unclosed.Fix!.Edits);
        Assert.Equal("class a \"x y\" {\n  id 1\n}", repaired);
        Assert.Empty(SyntaxTree.Parse(repaired).Diagnostics);
    }

    /// <summary>A block is that of the member before it, though an earlier one on the line could have one, too.</summary>
    [Theory]
    [InlineData("image 1 x 1 a: car tag { b = c }", "SceneImage, SceneAnnotation {}", "")]
    [InlineData("image 1 x 1 \"f\" car tag { b = c }", "SceneImage, SceneAnnotation {}", "")]
    [InlineData("image 1 x 1 `a`: car tag { b = c }", "SceneImage, SceneAnnotation {}", "")]
    [InlineData("image 1 x 1 { } a: car tag { b = c }", "SceneImage {}, SceneAnnotation {}", "")]
    [InlineData("image 1 x 1 frame 1 { b = c }", "SceneImage, SceneFrame {}", "")]
    [InlineData("image 1 x 1 image: car tag { b = c }", "SceneImage, SceneAnnotation {}", "")]
    [InlineData("image 1 x 1 track t: car { frame 1 tag }", "SceneImage, SceneTrack {}", "")]
    [InlineData("a: car tag b: car tag { b = c }", "SceneAnnotation, SceneAnnotation {}", "")]
    [InlineData("a: car tag track t: car { frame 1 tag }", "SceneAnnotation, SceneTrack {}", "")]
    [InlineData("a: car tag\n  track t: car { frame 1 tag }", "SceneAnnotation, SceneTrack {}", "")]
    [InlineData("a: car tag track t { b = c }", "SceneAnnotation {}", "")]
    [InlineData("frame 1 a: car tag { b = c }", "SceneFrame, SceneAnnotation {}", "LS0013 a")]
    [InlineData("image 1 x 1 fiel \"f\" { b = c }", "SceneImage {}", "LS0012 fiel")]
    [InlineData("image 1 x 1 file: \"f\" { b = c }", "SceneImage {}", "LS0012 file")]
    public void A_block_is_that_of_the_member_before_it(string scene, string members, string mistakes)
    {
        var tree = SyntaxTree.Parse($"test \"t\" {{ {scene} }}");

        var test = Assert.IsType<TestDeclaration>(tree.Declarations[0]);
        Assert.Equal(
            members,
            string.Join(
                ", ",
                test.Members.Select(member =>
                    member.GetType().Name + (member.Children.OfType<MemberBlock>().Any() ? " {}" : "")
                )
            )
        );
        Assert.Equal(mistakes, string.Join(", ", Summary(tree).Select(line => line[(line.IndexOf(' ') + 1)..])));
    }

    [Fact]
    public void An_attribute_does_not_take_the_block_of_the_next_one()
    {
        var tree = SyntaxTree.Parse("class a { attribute b: bool attribute c: bool { alias \"d\" } }");

        Assert.Empty(tree.Diagnostics);
        var attributes = tree.Declarations.OfType<ClassDeclaration>().Single().Members.Cast<AttributeMember>();
        Assert.Equal([false, true], attributes.Select(attribute => attribute.Body is not null));
    }

    [Fact]
    public void A_name_that_is_missing_while_it_is_typed_leaves_the_rest_of_the_member()
    {
        var tree = SyntaxTree.Parse("rule a {\n  for b: c\n  require b.\n  message \"x\"\n}");

        var rule = Assert.IsType<RuleDeclaration>(tree.Declarations[0]);
        var require = Assert.IsType<RequireMember>(rule.Members[1]);
        var member = Assert.IsType<MemberExpression>(require.Condition);
        Assert.True(member.Name.IsMissing);
        Assert.IsType<NameExpression>(member.Target);
        Assert.IsType<MessageMember>(rule.Members[2]);
    }

    [Fact]
    public void A_forgotten_brace_does_not_reach_beyond_the_next_declaration()
    {
        var tree = SyntaxTree.Parse(
            "class a {\n  attribute x: {\n    one\n\nclass b { id 1 }\nrule r { for c: b require c.x }"
        );

        Assert.All(tree.Diagnostics, d => Assert.Equal(SyntaxDiagnostics.MissingCloseBrace, d.Descriptor));
        Assert.Equal(["a", "b", "r"], tree.Declarations.Select(d => d.DeclaredName?.Value));
    }

    static IEnumerable<string> Summary(SyntaxTree tree) =>
        tree.Diagnostics.Select(d =>
            $"{tree.Source.Lines.PositionOf(d.Span.Start)} {d.Code} {tree.Source.Slice(d.Span)}"
        );
}
