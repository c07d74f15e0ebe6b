using System.Text.RegularExpressions;
using CsCheck;
using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.CodeLenses;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.FileRenames;
using LabelSpec.LanguageServer.Features.InlayHints;
using LabelSpec.LanguageServer.Features.LinkedEditing;
using LabelSpec.LanguageServer.Features.SemanticTokens;
using LabelSpec.LanguageServer.Features.SignatureHelp;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Features;

public sealed class PresentationTests
{
    [Fact]
    public void Tokens_are_told_apart_by_what_they_mean()
    {
        var analysis = Analysis(
            "/// Doc\nabstract class thing\nclass car extends thing { shape box attribute s: on | off }\nlet f(x) = x.width < 3px\nrule r: warning { for a: car require a.s == on and iou(a, a) > 0.5 message \"{a.s} no\" }"
        );

        var tokens = GuidelineTokens
            .In(analysis, new TextSpan(0, analysis.Text.Length))
            .Select(token => $"{analysis.Text.Substring(token.Span.Start, token.Span.Length)}:{token.Class}")
            .ToList();

        Assert.Contains("/// Doc:Comment", tokens);
        Assert.Contains("abstract:Modifier", tokens);
        Assert.Contains("car:Class", tokens);
        Assert.Contains("box:Type", tokens);
        Assert.Contains("s:Property", tokens);
        Assert.Contains("on:EnumMember", tokens);
        Assert.Contains("f:Function", tokens);
        Assert.Contains("a:Parameter", tokens);
        Assert.Contains("width:Property", tokens);
        Assert.Contains("iou:Function", tokens);
        Assert.Contains("3px:Number", tokens);
        Assert.Contains("r:Event", tokens);
        Assert.Contains("warning:EnumMember", tokens);
        Assert.EndsWith(
            "a:Parameter s:Property } no\":String",
            string.Join(" ", tokens).Replace(" .:String", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tokens_stand_in_order_do_not_overlap_and_stay_on_their_lines()
    {
        var text = File.ReadAllText(
            Path.Combine(RepositoryFiles.Sample("urban_driving"), "guideline", "urban_driving.labelspec")
        );
        var analysis = Analysis(text);

        var tokens = GuidelineTokens.In(analysis, new TextSpan(0, text.Length));

        Assert.True(tokens.Count > 500);
        for (var i = 1; i < tokens.Count; i++)
            Assert.True(tokens[i - 1].Span.End <= tokens[i].Span.Start, $"{tokens[i - 1]} {tokens[i]}");
        Assert.All(tokens, token => Assert.DoesNotContain('\n', text.Substring(token.Span.Start, token.Span.Length)));
    }

    [Fact]
    public void A_difference_of_tokens_leads_from_one_to_the_other() =>
        Gen.Int[0, 3]
            .Array[0, 12]
            .Select(Gen.Int[0, 3].Array[0, 12])
            .Holds(
                (before, after) =>
                {
                    if (TokenEncoding.Difference(before, after) is not var (start, deleted, data))
                        Assert.Equal(before, after);
                    else
                        Assert.Equal(after, before[..start].Concat(data).Concat(before[(start + deleted)..]));
                }
            );

    [Theory]
    [InlineData("class car\nrule r { for a: car, b: car forbid iou($0", "iou(a, b)", 0)]
    [InlineData("class car\nrule r { for a: car, b: car forbid iou(a, $0) > 1 }", "iou(a, b)", 1)]
    [InlineData(
        "class car\nlet near(x, y) = distance(x, y) < 3px\nrule r { for a: car, b: car forbid near(a,$0b) }",
        "near(x, y)",
        1
    )]
    [InlineData("class car\nrule r { for a: car require min(a.width, max(1, 2), $0) > 1 }", "min(", 1)]
    public void Signatures(string text, string label, int active)
    {
        var fixture = Fixture.Parse(text);

        var call = GuidelineSignatures.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset);

        Assert.NotNull(call);
        Assert.StartsWith(label, call.Label, StringComparison.Ordinal);
        Assert.True(call.Active >= active);
        Assert.All(call.Parameters, p => Assert.True(p.Start < p.End && p.End <= call.Label.Length));
    }

    [Theory]
    [InlineData("class car { $0 }")]
    [InlineData("class car\nrule r { for a: car require (a.width + $0) > 1px }")]
    public void No_signature(string text)
    {
        var fixture = Fixture.Parse(text);

        Assert.Null(GuidelineSignatures.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset));
    }

    [Fact]
    public void Names_of_one_rule_are_edited_together_and_those_of_the_guideline_are_not()
    {
        var fixture = Fixture.Parse("class $1car\nrule r { for «$0a»: car require «a».width > 1px }");
        var analysis = fixture.Context<GuidelineContent>().Analysis();

        Assert.Equal(
            fixture.Spans.Select(span => (span.Start, span.End)),
            LinkedEditingFeature.LinkedAt(analysis, fixture.Offset).Spans.Select(span => (span.Start, span.End))
        );
        Assert.Empty(LinkedEditingFeature.LinkedAt(analysis, fixture.Place(1)).Spans);
    }

    /// <summary>VS Code makes the pattern a regular expression without the flag `u`, as this does, and stops where it does not fit.</summary>
    [Theory]
    [InlineData("for $0a: car require a.width > 1px", "a")]
    [InlineData("for $0größe_2: car require größe_2.width > 1px", "größe_2")]
    [InlineData("for `my $0car`: car require `my car`.width > 1px", "my car")]
    public void The_pattern_of_linked_names_takes_them_in_a_browser_too(string rule, string name)
    {
        var fixture = Fixture.Parse($"class car\nrule r {{ {rule} }}");
        var analysis = fixture.Context<GuidelineContent>().Analysis();

        var (spans, pattern) = LinkedEditingFeature.LinkedAt(analysis, fixture.Offset);

        Assert.Equal(2, spans.Count);
        Assert.All(spans, span => Assert.Equal(name, analysis.Text.Substring(span.Start, span.Length)));
        Assert.Matches(new Regex($"^(?:{pattern})$", RegexOptions.ECMAScript), name);
    }

    [Fact]
    public void A_name_that_is_quoted_in_one_place_only_is_not_linked()
    {
        var fixture = Fixture.Parse("class car\nrule r { for $0a: car require `a`.width > 1px }");

        Assert.Empty(
            LinkedEditingFeature.LinkedAt(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset).Spans
        );
    }

    [Fact]
    public void Colours_of_a_range_end_with_it()
    {
        const string Text = "/* one\ntwo\nthree */\nclass car { include \"\"\"\n  a\n  b\n  \"\"\" }\n";
        var analysis = Analysis(Text);
        var second = TextSpan.FromBounds(
            Text.IndexOf("two", StringComparison.Ordinal),
            Text.IndexOf("\nthree", StringComparison.Ordinal)
        );

        Assert.Equal(second, Assert.Single(GuidelineTokens.In(analysis, second)).Span);
    }

    [Fact]
    public void Names_in_messages_are_what_they_are_elsewhere()
    {
        const string Text =
            "class car { attribute speed: number }\nrule r { for a: car require a.speed > 3 message \"é 🚗 {a.id}: {a.speed} {max(a.width, 1px)} {image.name}\" }\n";
        var analysis = Analysis(Text);

        var tokens = GuidelineTokens
            .In(analysis, TextSpan.FromBounds(Text.IndexOf("message", StringComparison.Ordinal), Text.Length))
            .Where(token => token.Class != TokenClass.String)
            .Select(token => $"{Text.Substring(token.Span.Start, token.Span.Length)} {token.Class}");

        Assert.Equal(
            [
                "message Keyword",
                "a Parameter",
                "id Property",
                "a Parameter",
                "speed Property",
                "max Function",
                "a Parameter",
                "width Property",
                "image Variable",
                "name Property",
            ],
            tokens
        );
    }

    [Theory]
    [InlineData("rule r { for a: car require a.width < 3% * «image».width }", TokenClass.Variable)]
    [InlineData("rule r { for dataset require count(a in «dataset».annotations) > 1 }", TokenClass.Variable)]
    [InlineData("check «box_partly_outside»: warning", TokenClass.Event)]
    [InlineData("check box_partly_outside: warning { «tolerance» 2px }", TokenClass.Property)]
    [InlineData("quality { accept «recall» of car >= 90% }", TokenClass.Property)]
    [InlineData("quality { «match» iou >= 0.5 }", TokenClass.Keyword)]
    [InlineData("guideline g version \"1.0.0\" { «title» \"G\" }", TokenClass.Property)]
    public void Names_that_the_language_gives_are_coloured(string text, object expected)
    {
        var fixture = Fixture.Parse(text + "\nclass car { shape box }\n");
        var (_, start, end) = fixture.Spans[0];

        var token = Assert.Single(
            GuidelineTokens.In(fixture.Context<GuidelineContent>().Analysis(), TextSpan.FromBounds(start, end)),
            token => token.Span.Start == start
        );

        Assert.Equal((TokenClass)expected, token.Class);
        Assert.Equal(end, token.Span.End);
    }

    [Fact]
    public void Hints_show_what_is_inherited_and_measured()
    {
        var analysis = Analysis("class a { attribute x: bool }\nclass b extends a\nlet limit = 3px\n");

        var hints = GuidelineHints.In(analysis, new TextSpan(0, analysis.Text.Length)).Select(hint => hint.Text);

        Assert.Equal([" + x", ": px"], hints);
    }

    [Fact]
    public void Lenses_say_how_tests_went()
    {
        var analysis = Analysis(
            "class car { shape box }\nrule wide { for a: car require a.width > 5px }\ntest \"t\" { image 9 x 9\n a: car box 1 1 2 2\n expect wide at a }\ntest \"u\" { image 9 x 9\n a: car box 1 1 2 2\n expect nothing }"
        );
        var report = SpecTestRunner.Run(analysis.Compilation.Guideline);

        var lenses = GuidelineLenses.In(analysis, report, DataCounts.None).Select(lens => lens.Title).ToList();

        Assert.Contains("✓ passed", lenses);
        Assert.Contains(lenses, title => title.StartsWith("✗ failed", StringComparison.Ordinal));
        Assert.Contains("2 tests violate it, 0 satisfy it", lenses);
        Assert.DoesNotContain(lenses, title => title.Contains("violations", StringComparison.Ordinal));
    }

    [Fact]
    public void Lenses_count_one_as_one()
    {
        var analysis = Analysis(
            "class car { shape box }\nrule wide { for a: car require a.width > 5px }\ntest \"t\" { image 9 x 9\n a: car box 1 1 2 2\n expect wide at a }\ntest \"u\" { image 9 x 9\n a: car box 1 1 7 2\n expect nothing }"
        );

        var lenses = GuidelineLenses.In(analysis, SpecTestRunner.Run(analysis.Compilation.Guideline), DataCounts.None);

        Assert.Contains("1 test violates it, 1 satisfies it", lenses.Select(lens => lens.Title));
    }

    [Fact]
    public void Names_of_files_follow_when_files_are_moved()
    {
        var fixture = Fixture.Parse(
            """
            //- /project/main.labelspec
            import "«part.labelspec»"
            class car { example "«img/a.png»" "A" }
            //- /project/part.labelspec
            class bus
            //- /project/labelspec.yaml
            spec: «main.labelspec»
            """
        );

        var edits = FileRenamesFeature.Edits(
            fixture.Snapshot,
            [
                ("/project/part.labelspec", "/project/sub/part.labelspec"),
                ("/project/img", "/project/pictures"),
                ("/project/main.labelspec", "/project/guide/main.labelspec"),
            ]
        );

        Assert.Equal(
            [
                "/project/labelspec.yaml guide/main.labelspec",
                "/project/main.labelspec ../pictures/a.png",
                "/project/main.labelspec ../sub/part.labelspec",
            ],
            edits.Select(edit => $"{edit.Path} {edit.Text}").Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What a pattern begins with, what is excepted and what is split lie in folders that can be renamed.</summary>
    [Fact]
    public void Patterns_follow_the_folders_that_they_begin_with()
    {
        const string Project =
            "spec: main.labelspec\ndatasets:\n  - path: data/train/*.json\n    images: data/images\n  - path: [\"data/*.xml\", other/*.xml]\n"
            + "splits:\n  train: data/train/**\n  val: other/**\nwaive:\n  - rule: r\n    file: data/train/a.json\n    because: x\n    until: 2030-01-01\n";
        var fixture = Fixture.Parse($"//- /project/main.labelspec\nclass car\n//- /project/labelspec.yaml\n{Project}");

        var edits = FileRenamesFeature.Edits(fixture.Snapshot, [("/project/data", "/project/sets/new")]);

        Assert.Equal(
            Project.Replace("data/", "sets/new/", StringComparison.Ordinal),
            Grammar.Text.TextEdit.Apply(Project, edits.Select(edit => new Grammar.Text.TextEdit(edit.Span, edit.Text)))
        );
    }

    [Fact]
    public void New_lines_break_as_those_of_their_file_do()
    {
        var fixture = Fixture.Parse("class a\r\nclass b\r\n");

        var edit = new EditBuilder(fixture.Snapshot).Replace(fixture.Path, new TextSpan(0, 0), "/// A.\n").Build();

        Assert.Equal("/// A.\r\n", Assert.Single(Assert.Single(edit.Changes!).Value).NewText);
    }

    static GuidelineAnalysis Analysis(string text) => Fixture.Parse(text).Context<GuidelineContent>().Analysis();
}
