using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Tests.Features;

public sealed class CodeActionTests
{
    [Theory]
    [InlineData("class car extends ve$0hicel", "Create class vehicel", "class vehicel { shape box }")]
    [InlineData("$0class car", "Add a header", "guideline main version \"1.0.0\"")]
    [InlineData("guideline g version \"1.0.0\"\nclass c$0ar", "Describe it", "/// What it is.\nclass car")]
    [InlineData("import \"no$0ne.labelspec\"\nclass car", "Remove the import", "-import")]
    [InlineData(
        "skeleton s { points a, b\n  edges a $0- a, a - b }\nclass c { shape skeleton s }",
        "Remove it",
        "edges a - b }"
    )]
    [InlineData(
        "skeleton s { points a, b\n  edges a - b, b $0- a }\nclass c { shape skeleton s }",
        "Remove it",
        "edges a - b }"
    )]
    [InlineData(
        "skeleton s { points a, b\n  flip a $0<-> a }\nclass c { shape skeleton s }",
        "Remove it",
        "points a, b }"
    )]
    [InlineData(
        "class car\nrule r { for a: car require no $0a: car where iou(a, a) > 50% }",
        "Call it a_2",
        "for a: car require no a_2: car where iou(a_2, a_2) > 50%"
    )]
    [InlineData(
        "class car\nrule r { for a: car require no $0a: car where iou(a, a) > 50% }\nlet a_2 = 3",
        "Call it a_3",
        "require no a_3: car"
    )]
    [InlineData(
        "class car\nrule si$0ze { for a: car require a.width > 1px }",
        "Add a test",
        "test \"size is violated\" {\n  image 1920 x 1080\n  a: car box 100 100 200 100\n  expect size at a\n}"
    )]
    [InlineData(
        "class rider { attribute helmet: yes | no required }\nrule two$0 { for pair a, b: rider forbid iou(a, b) > 80% }",
        "Add a test",
        "  a: rider box 100 100 200 100 { helmet = yes }\n  b: rider box 104 100 200 100 { helmet = yes }\n  expect two at a\n"
    )]
    [InlineData(
        "class car\nrule jump$0 { for step a -> b: car require a.width > b.width }",
        "Add a test",
        "  track t: car {\n    frame 0 box 100 100 200 100\n    frame 1 box 104 100 200 100\n  }\n  expect jump at t\n"
    )]
    [InlineData("class car { attribute x: int $0required = 3 }", "Remove the default", "-= 3")]
    [InlineData(
        "class a { deprecated \"x\" use b }\nclass b\nclass c { exclude \"y\" use $0a }",
        "Use b",
        "exclude \"y\" use b"
    )]
    [InlineData("class a { id 3 }\nclass b { id $03 }", "Take the next free id", "class b { id 4 }")]
    [InlineData("guideline g version \"$0x\"\n", "Replace by \"1.0.0\"", "version \"1.0.0\"")]
    [InlineData("class a\nrule r$0 {}", "Let it range over all annotations", "for a: any")]
    [InlineData(
        "class a\nrule r$0 { for x: a require x.width > 1px }",
        "Change the severity to warning",
        "rule r: warning {"
    )]
    [InlineData("check near_du$0plicate: error", "Change the severity to off", "check near_duplicate: off")]
    public void Repairs(string text, string title, string expected)
    {
        var fixture = Fixture.Parse(text);

        var after = Apply(fixture, ActionsAt(fixture).Single(action => action.Title == title));

        if (expected.StartsWith('-'))
            Assert.DoesNotContain(expected[1..], after, StringComparison.Ordinal);
        else
            Assert.Contains(expected, after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "class car\nrule r {\n  for a: car\n  require «a.width < 3px» and a.height > 2px\n}",
        "Extract a let",
        "class car\nlet condition(a) = a.width < 3px\n\nrule r {\n  for a: car\n  require condition(a) and a.height > 2px\n}"
    )]
    [InlineData(
        "class car\nrule r {\n  for a: car\n  require «a.width < 3% * image.width» and a.height > 2px\n}",
        "Extract a let",
        "class car\nlet condition(a) = a.width < 3% * image.width\n\nrule r {\n  for a: car\n  require condition(a) and a.height > 2px\n}"
    )]
    [InlineData(
        "class car\nrule r {\n  for a: car\n  require a.width < «3px * 2»\n}",
        "Extract a let",
        "class car\nlet condition = 3px * 2\n\nrule r {\n  for a: car\n  require a.width < condition\n}"
    )]
    [InlineData(
        "class car {\n  «shape box\n  attribute x: bool»\n  include \"a\"\n}",
        "Extract an abstract class",
        "/// What they have in common.\nabstract class car_base {\n  shape box\n  attribute x: bool\n}\n\nclass car extends car_base {\n  include \"a\"\n}"
    )]
    // Of several classes: what they share, word for word; blanks do not count, and what differs stays.
    [InlineData(
        "«class car {\n  shape box\n  attribute x: bool\n  attribute y: int\n}\nclass bus {\n  attribute x:  bool\n  shape box | polygon\n  attribute y: number\n}»",
        "Extract an abstract class",
        "/// What they have in common.\nabstract class car_base {\n  attribute x: bool\n}\n\nclass car extends car_base {\n  shape box\n  attribute y: int\n}\nclass bus extends car_base {\n  shape box | polygon\n  attribute y: number\n}"
    )]
    // A selection that reaches into both is enough, and what has a parent keeps it.
    [InlineData(
        "abstract class thing\nclass car extends thing {\n  /// Seen.\n  attrib«ute x: bool\n  include \"a\"\n}\nclass b»us \"omnibus\" { attribute x: bool }",
        "Extract an abstract class",
        "abstract class thing\n/// What they have in common.\nabstract class car_base {\n  /// Seen.\n  attribute x: bool\n}\n\nclass car extends thing, car_base {\n  include \"a\"\n}\nclass bus \"omnibus\" extends car_base { }"
    )]
    // One that extends the other has it from there.
    [InlineData(
        "«class car {\n  attribute x: bool\n}\nclass taxi extends car {\n  attribute x: bool\n}»",
        "Extract an abstract class",
        "/// What they have in common.\nabstract class car_base {\n  attribute x: bool\n}\n\nclass car extends car_base {\n}\nclass taxi extends car {\n}"
    )]
    // Classes beside the selection that say the same are left alone, or taken along.
    [InlineData(
        "class van {\n  attribute x:  bool\n  shape box\n}\n«class car {\n  attribute x: bool\n}\nclass bus {\n  attribute x: bool\n}»",
        "Extract an abstract class",
        "class van {\n  attribute x:  bool\n  shape box\n}\n/// What they have in common.\nabstract class car_base {\n  attribute x: bool\n}\n\nclass car extends car_base {\n}\nclass bus extends car_base {\n}"
    )]
    [InlineData(
        "class van {\n  attribute x:  bool\n  shape box\n}\n«class car {\n  attribute x: bool\n}\nclass bus {\n  attribute x: bool\n}»",
        "Extract an abstract class of all 3 classes that say the same",
        "class van extends car_base {\n  shape box\n}\n/// What they have in common.\nabstract class car_base {\n  attribute x: bool\n}\n\nclass car extends car_base {\n}\nclass bus extends car_base {\n}"
    )]
    // Of one class: those that have all of the selected members.
    [InlineData(
        "class car {\n  «shape box\n  attribute x: bool»\n}\nclass bus {\n  shape box\n}\nclass van {\n  attribute x: bool\n  shape box\n}",
        "Extract an abstract class of all 2 classes that say the same",
        "/// What they have in common.\nabstract class car_base {\n  shape box\n  attribute x: bool\n}\n\nclass car extends car_base {\n}\nclass bus {\n  shape box\n}\nclass van extends car_base {\n}"
    )]
    public void Refactorings_of_a_selection(string text, string title, string expected)
    {
        var fixture = Fixture.Parse(text);
        var (_, start, end) = fixture.Spans[0];

        var action = GuidelineActions
            .In(fixture.Context<GuidelineContent>().Analysis(), TextSpan.FromBounds(start, end))
            .Single(action => action.Title == title);

        Assert.Equal(expected, Apply(fixture, action));
        AssertUnderstood(expected);
    }

    [Theory]
    [InlineData("«class car { attribute x: bool }\nclass bus { attribute x: int }»")]
    [InlineData("«class car { include \"a\" }\nclass bus { include \"a\" }»")]
    public void Classes_that_share_nothing_have_no_class_to_extract(string text)
    {
        var fixture = Fixture.Parse(text);
        var (_, start, end) = fixture.Spans[0];

        Assert.DoesNotContain(
            GuidelineActions.In(fixture.Context<GuidelineContent>().Analysis(), TextSpan.FromBounds(start, end)),
            action => action.Title == "Extract an abstract class"
        );
    }

    [Theory]
    [InlineData(
        "let ti$0ny(a) = a.width < 3px or a.height < 3px\n\nclass car\nrule r { for b: car forbid tiny(b) }",
        "class car\nrule r { for b: car forbid (b.width < 3px or b.height < 3px) }"
    )]
    [InlineData(
        "/// Small.\nlet li$0mit = 3px\n\nclass car\nrule r { for b: car require b.width > limit }",
        "class car\nrule r { for b: car require b.width > 3px }"
    )]
    public void Inlining(string text, string expected)
    {
        var fixture = Fixture.Parse(text);

        var after = Apply(fixture, ActionsAt(fixture).Single(action => action.Kind == ActionKinds.Inline));

        Assert.Equal(expected, after);
        AssertUnderstood(after);
    }

    [Theory]
    [InlineData("class car {\n  shape box\n  are$0a 64px2..\n}", "car_area")]
    [InlineData("class car {\n  shape box\n  asp$0ect 0.5..2\n}", "car_aspect")]
    [InlineData("class car {\n  shape box\n  si$0ze at least 8px x 9px\n}", "car_size")]
    public void A_limit_becomes_the_rule_it_stands_for(string text, string rule)
    {
        var fixture = Fixture.Parse(text);

        var after = Apply(fixture, ActionsAt(fixture).Single(action => action.Title == "Convert to a rule"));

        AssertUnderstood(after);
        var guideline = Compilation.Create("a.labelspec", SyntaxTree.Parse(after)).Guideline;
        Assert.Equal(rule, Assert.Single(guideline.Rules, found => found.Origin.Kind == RuleOriginKind.Rule).Name);
        Assert.Empty(guideline.Classes.Single().Limits);
    }

    /// <summary>The same scene is judged before and after.</summary>
    [Theory]
    [InlineData(
        "class car { shape box\n  wid$0th at least 10px\n}",
        "car.width",
        "a: car box 1 1 5 5",
        "a: car box 1 1 15 5"
    )]
    [InlineData(
        "class car { shape box\n  wid$0th 10px..20px\n}",
        "car.width",
        "a: car box 1 1 5 5",
        "a: car box 1 1 15 5"
    )]
    [InlineData("class car { shape box\n  si$0de 10px..\n}", "car.side", "a: car box 1 1 15 5", "a: car box 1 1 15 15")]
    [InlineData(
        "class car { shape box\n  si$0ze at least 10px x 10px at 50px wide\n}",
        "car.size",
        "a: car box 1 1 15 15",
        "a: car box 1 1 25 25"
    )]
    [InlineData(
        "class car { shape box\n  si$0ze at most 10px\n}",
        "car.max_size",
        "a: car box 1 1 15 5",
        "a: car box 1 1 10 10"
    )]
    [InlineData(
        "class car { shape box attribute cut: bool = false\n  asp$0ect 1..2 unless cut \"a cut car may have any form\"\n}",
        "car.aspect",
        "a: car box 1 1 5 15",
        "a: car box 1 1 5 15 { cut = true }"
    )]
    [InlineData(
        "class car { shape box attribute kind: big | small = big\n  /// Big ones.\n  wid$0th 10px.. when kind == big and height > 2px\n}",
        "car.width",
        "a: car box 1 1 5 5",
        "a: car box 1 1 5 5 { kind = small }"
    )]
    [InlineData(
        "class car { shape box\n  co$0unt 2..3 per image\n}",
        "car.count",
        "a: car box 1 1 5 5",
        "a: car box 1 1 5 5 b: car box 11 11 5 5"
    )]
    [InlineData(
        "class wheel { shape box }\nclass car { shape box\n  pa$0rt wheel 1..2\n}",
        "car.part.wheel",
        "a: car box 1 1 15 15",
        "a: car box 1 1 15 15 w: wheel box 2 2 3 3"
    )]
    [InlineData(
        "class bus { shape box }\nclass car { shape box }\nover$0lap car, bus: below iou 50% \"one thing\"\n",
        "overlap.car.bus",
        "a: car box 1 1 15 15 b: bus box 1 1 15 15",
        "a: car box 1 1 15 15 b: bus box 11 1 15 15"
    )]
    [InlineData(
        "class car { shape box }\nover$0lap car: below mask 50%\n",
        "overlap.car",
        "a: car box 1 1 15 15 b: car box 2 2 5 5",
        "a: car box 1 1 15 15 b: car box 11 1 15 15"
    )]
    [InlineData(
        "class car { shape box }\nover$0lap car: none\n",
        "overlap.car",
        "a: car box 1 1 15 15 b: car box 11 1 15 15",
        "a: car box 1 1 15 15 b: car box 21 1 15 15"
    )]
    public void What_a_short_form_judges_the_rule_judges_too(string text, string rule, string violating, string fine)
    {
        var fixture = Fixture.Parse(
            $"{text}\ntest \"no\" {{ image 100 x 100 {violating} expect `{rule}` }}\ntest \"yes\" {{ image 100 x 100 {fine} }}\n"
        );
        AssertPasses(fixture.Document().Text.ToString());

        var after = Apply(fixture, ActionsAt(fixture).Single(action => action.Title == "Convert to a rule"));

        AssertUnderstood(after);
        AssertPasses(after);
        Assert.Single(
            Compilation.Create("a.labelspec", SyntaxTree.Parse(after)).Guideline.Rules,
            found => found.Origin.Kind == RuleOriginKind.Rule
        );

        static void AssertPasses(string guideline)
        {
            var results = SpecTestRunner
                .Run(Compilation.Create("a.labelspec", SyntaxTree.Parse(guideline)).Guideline)
                .Results;
            Assert.Equal(2, results.Length);
            Assert.All(results, result => Assert.Equal(SpecTestOutcome.Passed, result.Outcome));
        }
    }

    [Theory]
    [InlineData("class car\nclass taxi extends car\nover$0lap car, taxi: none")]
    [InlineData("class car\nclass bus\nover$0lap car, bus: allowed")]
    [InlineData("class wheel\nclass car { pa$0rt wheel 0..4 inside 80% }")]
    public void What_is_more_than_one_rule_stays(string text) =>
        Assert.DoesNotContain(ActionsAt(Fixture.Parse(text)), action => action.Title == "Convert to a rule");

    [Fact]
    public void A_let_is_inlined_in_every_file()
    {
        var fixture = Fixture.Parse(
            "//- /project/part.labelspec\nlet sm$0all(a) = a.width < 3px\n"
                + "//- /project/main.labelspec\nimport \"part.labelspec\"\nclass car\nrule r { for b: car forbid small(b) }\n"
        );

        var inlined = ActionsAt(fixture).Single(action => action.Kind == ActionKinds.Inline);

        Assert.Equal("", Apply(fixture, inlined));
        Assert.Equal(
            "import \"part.labelspec\"\nclass car\nrule r { for b: car forbid (b.width < 3px) }\n",
            TextEdit.Apply(
                fixture.Document("/project/main.labelspec").Text.ToString(),
                inlined
                    .Edits.Where(edit => edit.Path == "/project/main.labelspec")
                    .Select(edit => new TextEdit(edit.Span, edit.Text))
            )
        );
    }

    [Fact]
    public void Everything_that_leaves_no_choice_is_fixed_at_once()
    {
        var fixture = Fixture.Parse(
            "//- /project/main.labelspec\nimport \"part.labelspec\"\nimport \"part.labelspec\"\nlet unused = 3\nclass car\n//- /project/part.labelspec\nclass bus\n"
        );

        var all = ActionsAt(fixture, 0).Single(action => action.Kind == ActionKinds.FixAll);

        Assert.DoesNotContain("unused", Apply(fixture, all), StringComparison.Ordinal);
        Assert.DoesNotContain("part.labelspec\"\nimport", Apply(fixture, all), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quickfix", null, true)]
    [InlineData("source.fixAll.labelspec", null, false)]
    [InlineData("source.fixAll.labelspec", "source.fixAll", true)]
    [InlineData("refactor.extract", "refactor", true)]
    [InlineData("refactor.extract", "refactor.inline", false)]
    public void Kinds(string kind, string? only, bool isWanted) =>
        Assert.Equal(isWanted, ActionKinds.IsWanted(kind, only is null ? null : [only]));

    [Fact]
    public void No_fix_anywhere_leaves_a_text_that_cannot_be_edited()
    {
        const string Text =
            "import \"x\"\nclass a { id 1 id 1 attribute s: on | on required = on }\nclass b extends a, a { id 1 }\nrule r { for x: c require y }\nlet z = 1\n";
        var fixture = Fixture.Parse(Text + "$0");
        for (var offset = 0; offset <= Text.Length; offset++)
            foreach (var action in ActionsAt(fixture, offset))
                Assert.NotEqual(Text, Apply(fixture, action));
    }

    static void AssertUnderstood(string text) =>
        Assert.DoesNotContain(
            Compilation.Create("a.labelspec", SyntaxTree.Parse(text)).Diagnostics,
            diagnostic => diagnostic.Severity == Severity.Error
        );

    static List<GuidelineAction> ActionsAt(Fixture fixture, int? offset = null) =>
        [
            .. GuidelineActions.In(
                fixture.Context<GuidelineContent>().Analysis(),
                new TextSpan(offset ?? fixture.Offset, 0)
            ),
        ];

    static string Apply(Fixture fixture, GuidelineAction action) =>
        TextEdit.Apply(
            fixture.Document().Text.ToString(),
            action.Edits.Where(edit => edit.Path == fixture.Path).Select(edit => new TextEdit(edit.Span, edit.Text))
        );
}
