using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Definition;
using LabelSpec.LanguageServer.Features.DocumentSymbols;
using LabelSpec.LanguageServer.Features.Folding;
using LabelSpec.LanguageServer.Features.Formatting;
using LabelSpec.LanguageServer.Features.Hover;
using LabelSpec.LanguageServer.Features.References;
using LabelSpec.LanguageServer.Features.SelectionRanges;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Features.WorkspaceSymbols;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Tests.Features;

/// <summary>Where things are, and what they are. Spans in the texts are the expected answers.</summary>
public sealed class NavigationTests
{
    [Theory]
    [InlineData("class «car»\nrule r { for a: ca$0r require a.id > 1 }")]
    [InlineData("class car\nrule r { for «a»: car require $0a.width > 1px }")]
    [InlineData("class car { attribute «old»: bool }\nrule r { for a: car require a.o$0ld }")]
    [InlineData("class car { attribute s: «on» | off }\nrule r { for a: car require a.s == o$0n }")]
    [InlineData("let «tiny»(a) = a.width < 3px\nclass car\nrule r { for a: car forbid ti$0ny(a) }")]
    [InlineData("skeleton «body» { points nose }\nclass p { shape skeleton bo$0dy }")]
    [InlineData(
        "//- /project/main.labelspec\nimport \"part.labelspec\"\nclass car extends ve$0hicle\n//- /project/part.labelspec\nclass «vehicle»\n"
    )]
    [InlineData(
        "//- /project/main.labelspec\nimport \"part.labelspec\"\nclass «vehicle»\n//- /project/part.labelspec\nclass car extends ve$0hicle\n"
    )]
    public void Definition(string text) => Expect(text, symbol => GuidelineTargets.DefinitionsOf(symbol));

    [Theory]
    [InlineData(
        "class car\nskeleton «body» { points nose }\nclass p { shape skeleton body }\nrule r { for a: p require a.no$0se.x > 1px }"
    )]
    [InlineData("class car { attribute «s»: on | off }\nrule r { for a: car require a.$0s == on }")]
    public void The_type_of_a_part_is_what_lists_it(string text)
    {
        var fixture = Fixture.Parse(text);

        Assert.Equal(
            Places(fixture),
            GuidelineTargets.TypesAt(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset).Select(Place)
        );
    }

    [Theory]
    [InlineData("class a { attribute «x»: int }\nclass b extends a { attribute $0x: int 0..1 }")]
    public void Declaration(string text) => Expect(text, GuidelineTargets.DeclarationsOf);

    [Fact]
    public void Implementations_of_a_class_are_those_that_extend_it()
    {
        var fixture = Fixture.Parse(
            "abstract class ve$0hicle\nclass «car» extends vehicle\nclass «bus» extends vehicle\nclass minibus extends bus"
        );
        var analysis = fixture.Context<GuidelineContent>().Analysis();

        var found = SymbolSearch
            .At(analysis, fixture.Offset)
            .SelectMany(o => GuidelineTargets.ImplementationsOf(analysis.Compilation.Guideline, o.Symbol));

        Assert.Equal(Places(fixture), found.Select(Place));
    }

    [Theory]
    [InlineData("class bus\nclass «car»\ntest \"t\" { image 9 x 9 a$0: car box 1 1 2 2 }")]
    [InlineData("class «car»\ntest \"t\" { image 9 x 9 a: car box 1 1 2 2 expect nothing at $0a }")]
    [InlineData("class «car»\ntest \"t\" { image 9 x 9 track t: car { frame 0 box 1 1 2 2 } expect nothing at t$0 }")]
    public void The_type_of_what_a_test_draws_is_its_class(string text)
    {
        var fixture = Fixture.Parse(text);

        Assert.Equal(
            Places(fixture),
            GuidelineTargets.TypesAt(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset).Select(Place)
        );
    }

    [Fact]
    public void Symbols_of_the_workspace_say_which_guideline_they_are_of()
    {
        var fixture = Fixture.Parse(
            "//- /project/main.labelspec\nguideline street version \"1.0.0\"\nimport \"part.labelspec\"\nclass car { attribute s: on | off }\n"
                + "//- /project/part.labelspec\nclass bus\n"
        );

        var found = WorkspaceSymbolsFeature.Search(fixture.Snapshot, "", default);

        Assert.Equal(
            ["bus in part", "car in street", "off in s", "on in s", "s in car", "street in "],
            found.Select(symbol => $"{symbol.Name} in {symbol.ContainerName}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_type_of_a_variable_is_its_classes()
    {
        var fixture = Fixture.Parse(
            "class «car»\nclass bus extends car\nclass «cat»\nrule r { for $0a: car | cat require a.width > 1px }"
        );

        Assert.Equal(
            Places(fixture),
            GuidelineTargets.TypesAt(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset).Select(Place)
        );
    }

    [Theory]
    [InlineData("class «$0car»\nclass bus extends «car»\nrule r { for a: «car» | bus require a.width > 1px }")]
    [InlineData(
        "class car\nrule r { for «a»: car require «$0a».width > 1px and «a».height > 2px }\nrule s { for a: car require a.width > 1px }"
    )]
    [InlineData(
        "let f(«x») = «$0x».width < 3px\nclass car\nrule r { for a: car forbid f(a) }\nrule s { for a: car forbid f(a) }"
    )]
    [InlineData(
        "class car\ntest \"t\" { image 9 x 9 «$0a»: car box 1 1 2 2 expect r at «a» }\nrule r { for a: car require a.width > 5px }"
    )]
    public void Highlights(string text)
    {
        var fixture = Fixture.Parse(text);

        var found = GuidelineHighlights.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset);

        Assert.Equal(Places(fixture), found.Select(place => (fixture.Path, place.Span.Start, place.Span.End)));
    }

    [Fact]
    public void References_are_found_in_all_guidelines_that_import_a_file()
    {
        var fixture = Fixture.Parse(
            """
            //- /project/a.labelspec
            import "common.labelspec"
            class car extends «vehicle»
            //- /project/b.labelspec
            import "common.labelspec"
            rule r { for a: «vehicle» require a.width > 1px }
            //- /project/common.labelspec
            class «ve$0hicle»
            """
        );
        var symbols = SymbolSearch
            .At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset)
            .Select(o => o.Symbol);

        var found = SymbolSearch.OccurrencesOf(fixture.Snapshot, symbols, default);

        Assert.Equal(Places(fixture), found.Select(o => (o.Span.File.Path, o.Span.Start, o.Span.End)));
    }

    [Theory]
    [InlineData(
        "rule «wi$0de» { for a: car require a.width > 5px }\n//- /project/labelspec.yaml\nspec: main.labelspec\nseverity: { «wide»: off }\nwaive:\n  - rule: «wide»\n    because: x\n    until: 2030-01-01\n"
    )]
    [InlineData(
        "test \"t\" { image 9 x 9 «$0a»: car box 1 1 2 2 expect nothing at «a» }\n//- /project/labelspec.yaml\nspec: main.labelspec\nseverity: { other: off }\n"
    )]
    public void References_of_rules_go_into_project_files_and_those_of_scenes_stay_in_the_test(string text)
    {
        var fixture = Fixture.Parse("class car\n" + text);

        var found = GuidelineReferences.At(
            fixture.Snapshot,
            fixture.Context<GuidelineContent>().Analysis(),
            fixture.Offset,
            includeDeclaration: true,
            default
        );

        Assert.Equal(Places(fixture), found.Select(place => (place.Path, place.Span.Start, place.Span.End)));
    }

    [Theory]
    [InlineData("/// A road user.\nclass c$0ar { include \"Taxis\" }", "class car", "A road user.", "✓ Taxis")]
    [InlineData(
        "class car { attribute s: on | off required }\nrule r { for a: car require a.$0s == on }",
        "attribute s: on | off required",
        "Of `car`"
    )]
    [InlineData("class car\nrule r { for a: car require a.wid$0th > 1px }", "width: px")]
    [InlineData("class car\nrule r { for a: car, b: car forbid io$0u(a, b) > 0.5 }", "iou(a, b)", "Unknown")]
    [InlineData("cla$0ss car", "class NAME", "Something that is annotated")]
    [InlineData("class car { sha$0pe box }", "shape box | polygon")]
    [InlineData(
        "class car\nrule r$0r { for a: car require a.width > 1px unless a.crowd \"why\" }",
        "Every car `a`",
        "must be: `a.width > 1px`",
        "(why)"
    )]
    [InlineData("check near_dup$0licate: off", "LS3602")]
    [InlineData("class car { example \"img/a$0.png\" \"A\" }", "![img/a.png](file:///project/img/a.png)")]
    [InlineData("class car\nrule r { for $0a: car require a.width > 1px }", "a: annotation (car)")]
    [InlineData("let tiny(a) = a.wid$0th < 10px", "width: px")]
    [InlineData("let wide(a) = a.width > image.hei$0ght", "height: px", "image")]
    [InlineData("class car\nrule r { for image require cou$0nt(a: car) > 1 }", "count(v: CLASSES where EXPR)")]
    [InlineData("class car\nrule r { for image require count$0(a: car) > 1 }", "count(v: CLASSES where EXPR)")]
    [InlineData("class car { count$0 0..3 per image }", "count RANGE per image")]
    [InlineData("class car { size at least 8p$0x x 8px }", "8px: px")]
    // Words that mean several things, and such as only join the parts of a phrase.
    [InlineData("class car { size at$0 least 8px x 8px }", "size at least 8px x 8px [at 640px wide]")]
    [InlineData("class car { size at lea$0st 8px x 8px }", "size at least 8px x 8px [at 640px wide]")]
    [InlineData("class car { attribute a: bool attribute b: bool only wh$0en a }", "only when EXPR")]
    [InlineData("class car { count 0..3 per ima$0ge }", "per image")]
    [InlineData("class car { size at least 8px x 8px wh$0en width > 3px }", "size at least 8px x 8px [at 640px wide]")]
    [InlineData("class car\nrule r { for a: car require a.width < ima$0ge.width }", "image: image")]
    [InlineData("class car\nrule r { for dataset require count(i in data$0set.images) > 3 }", "dataset: dataset")]
    [InlineData("wh$0en true { rule r { for image require true } }", "Rules that hold only under a condition")]
    [InlineData("im$0age { attribute a: bool }", "image { attribute … }")]
    [InlineData("abstract cl$0ass car", "Something that is annotated")]
    [InlineData("class car { attribute s: on | o$0ff }", "A value of `s` of `car`.")]
    [InlineData("/// Four wheels.\nclass car \"a$0uto\" { shape box }", "class car", "Four wheels.")]
    [InlineData("class car { attribute s \"st$0ate\": on | off }", "attribute s")]
    [InlineData("class car { attribute s: on \"li$0t\" | off }", "A value of `s` of `car`.")]
    [InlineData(
        "class c$0ar { shape box amodal | polygon visible | point }",
        "box around the whole object, hidden parts included or polygon around what is visible or point"
    )]
    [InlineData("image { attribute s: on | o$0ff }", "A value of `s` of the image.")]
    [InlineData("class car\nrule r { for a: car require a.wid$0th > 1px }", "In `0..`.")]
    [InlineData(
        "class car\nrule r { for a: car require a.width > 5px }\ntest \"t\" { image 9 x 9 a: car box 1 1 2 2 expect r at $0a }",
        "a: car box 1 1 2 2"
    )]
    public void Hover(string text, params string[] expected)
    {
        var fixture = Fixture.Parse(text);

        var content = GuidelineHover.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset);

        Assert.NotNull(content);
        Assert.All(expected, part => Assert.Contains(part, content.Markdown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sp$0ec: a.labelspec", "judges the data sets")]
    [InlineData("datasets:\n  - path: x\n    form$0at: coco", "annotation format")]
    [InlineData("spec: main.labelspec\nseverity: { wi$0de: off }", "must be: `a.width > 5px`")]
    [InlineData(
        "spec: main.labelspec\nwaive:\n  - rule: wi$0de\n    because: x\n    until: 2030-01-01",
        "must be: `a.width > 5px`"
    )]
    [InlineData("spec: main.labelspec\nseverity: { LS$03602: off }", "nearly there twice")]
    [InlineData("spec: main.labelspec\nseverity: { near_dupli$0cate: off }", "nearly there twice")]
    public void Hover_in_project_files(string text, string expected)
    {
        var fixture = Fixture.Parse(
            "class car\nrule wide { for a: car require a.width > 5px }\n//- /project/labelspec.yaml\n" + text
        );

        var content = ProjectHover.At(
            fixture.Snapshot,
            fixture.Context<ProjectContent>().Content,
            fixture.Offset,
            () => DataCounts.None
        );

        Assert.Contains(expected, content?.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_is_told_once()
    {
        var fixture = Fixture.Parse("class v { size at least 8px  x\n 8px }\nclass c$0ar extends v");

        var page = GuidelineHover.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset)!.Markdown;

        Assert.Equal(2, page.Split("`size at least 8px x 8px` (from `v`)").Length);
    }

    [Theory]
    [InlineData("class car\n$0\n")]
    [InlineData("// $0 comment\nclass car")]
    public void No_hover(string text)
    {
        var fixture = Fixture.Parse(text);

        Assert.Null(GuidelineHover.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset));
    }

    [Fact]
    public void The_outline_holds_what_has_a_name()
    {
        var tree = Fixture
            .Parse(
                "guideline g version \"1.0.0\"\nclass car extends v { attribute s: on | off }\nwhen image.width > 3 { rule r { for image require image.width > 1 } }\ntest \"t\" {}\nskeleton b { points nose, ear }"
            )
            .Context<GuidelineContent>()
            .Content.Tree;

        var outline = string.Join(" ", GuidelineOutline.Of(tree).Select(Show));

        Assert.Equal("g car[s[on off]] when image.width > 3[r] t b[nose ear]", outline);

        static string Show(OutlineItem item) =>
            item.Name + (item.Children.Count == 0 ? "" : $"[{string.Join(" ", item.Children.Select(Show))}]");
    }

    [Theory]
    [InlineData("one_class_per_vehicle", "ocpv", true)]
    [InlineData("one_class_per_vehicle", "vehicle class", false)]
    [InlineData("car", "", true)]
    [InlineData("Car", "cA", true)]
    public void Queries(string name, string query, bool matches) =>
        Assert.Equal(matches, SymbolQuery.Matches(name, query));

    [Fact]
    public void Blocks_comments_and_imports_fold()
    {
        var fixture = Fixture.Parse(
            "«import \"a\"\nimport \"b\"»\n«// one\n// two»\n\n«// three»\nclass car {«\n  shape box\n»}\n"
        );

        var folds = GuidelineFolds
            .Of(fixture.Context<GuidelineContent>().Content.Tree)
            .Select(f => (fixture.Path, f.Span.Start, f.Span.End))
            .Order();

        Assert.Equal(Places(fixture).Order(), folds);
    }

    [Fact]
    public void Selections_grow_outwards()
    {
        var fixture = Fixture.Parse("class car\nrule r { for a: car require a.wi$0dth > 1px }");
        var tree = fixture.Context<GuidelineContent>().Content.Tree;

        var texts = SelectionRangesFeature
            .SpansAt(tree, fixture.Offset)
            .Select(span => tree.Text.Substring(span.Start, span.Length))
            .Reverse()
            .ToList();

        Assert.Equal(["width", "a.width", "a.width > 1px", "require a.width > 1px"], texts.Take(4));
        Assert.Equal(tree.Text, texts[^1]);
    }

    [Fact]
    public void A_closing_brace_tidies_its_block_and_nothing_else()
    {
        var fixture = Fixture.Parse("class   bus\nclass  car{shape   box}$0\nclass   cat");
        var tree = fixture.Context<GuidelineContent>().Content.Tree;

        var edits = FormattingWhileTyping.After(tree, fixture.Offset, "}");

        Assert.Equal(
            "class   bus\nclass car { shape box }\nclass   cat",
            Grammar.Text.TextEdit.Apply(tree.Text, edits)
        );
    }

    /// <summary>A line break at the end of the file would take the cursor along.</summary>
    [Theory]
    [InlineData("class   car { shape box }$0", "}", "class car { shape box }")]
    [InlineData("class   car { shape box }\n$0", "\n", "class car { shape box }\n")]
    public void Nothing_is_inserted_at_the_cursor_while_typing(string text, string typed, string expected)
    {
        var fixture = Fixture.Parse(text);
        var tree = fixture.Context<GuidelineContent>().Content.Tree;

        var edits = FormattingWhileTyping.After(tree, fixture.Offset, typed);

        Assert.Equal(expected, Grammar.Text.TextEdit.Apply(tree.Text, edits));
    }

    static void Expect(string text, Func<Symbol, IEnumerable<Symbol>> targets)
    {
        var fixture = Fixture.Parse(text);

        var found = SymbolSearch
            .At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset)
            .SelectMany(o => targets(o.Symbol));

        Assert.Equal(Places(fixture), found.Select(Place));
    }

    static (string, int, int) Place(Symbol symbol) =>
        (symbol.NameSpan.File.Path, symbol.NameSpan.Start, symbol.NameSpan.End);

    static IEnumerable<(string Path, int Start, int End)> Places(Fixture fixture) => fixture.Spans;
}
