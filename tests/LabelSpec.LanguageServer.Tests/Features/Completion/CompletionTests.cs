using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Features.Completion;

public sealed class CompletionTests
{
    const string Model = """
        guideline g version "1.2.0"
        class sign { id 7 color #E4572E hotkey "c" }
        abstract class vehicle {
          shape box | polygon
          attribute state: moving | parked | `very slow`
          attribute load: bool
        }
        class car extends vehicle
        class truck extends vehicle { deprecated "no" use car }
        class person { shape skeleton body attribute rides: ref vehicle }
        skeleton body { points nose, left_eye, right_eye }
        let tiny(a) = a.width < 10px
        let limit = 3px
        image { attribute weather: clear | rain }
        rule known { for a: car require a.width > 1px }

        """;

    /// <summary>What is offered at the bar, and what is not (behind a minus).</summary>
    [Theory]
    [InlineData("$0", "class rule test guideline")]
    [InlineData("class x {\n  $0\n}", "shape attribute size include -for")]
    [InlineData("class x extends $0", "car truck vehicle -width")]
    [InlineData("class x { shape $0 }", "box polygon skeleton")]
    [InlineData("class x { shape skeleton $0 }", "body -car")]
    [InlineData("class x { attribute y: $0 }", "bool number text ref")]
    [InlineData("rule r: $0", "error warning info hint")]
    [InlineData("rule r { for a: $0 }", "car vehicle any")]
    [InlineData("rule r { for a: car require $0 }", "a tiny limit iou car exists not -moving")]
    [InlineData("rule r { for a: car require a.$0 }", "state load width area left -tiny -nose -rides")]
    [InlineData("rule r { for a: car require a.st$0 }", "state")]
    [InlineData("rule r { for p: person require p.$0 }", "rides nose left_eye")]
    [InlineData("rule r { for p: person require p.rides.$0 }", "state load")]
    [InlineData("rule r { for p: person require p.nose.$0 }", "x y visible")]
    [InlineData("rule r { for a: car require a.state == $0 }", "moving parked")]
    [InlineData("rule r { for a: car require a.state != p$0 }", "parked")]
    [InlineData("rule r { for a: car require a.state in (moving, $0) }", "parked")]
    [InlineData("rule r { for a: car require a.load == $0 }", "true false")]
    [InlineData("rule r { for a: car require image.$0 }", "weather width height -state")]
    [InlineData("rule r { for a: car require image.weather == $0 }", "clear rain")]
    [InlineData("rule r { for track t: car require t.$0 }", "length start end gaps -width")]
    [InlineData("rule r { for a: car require a.width > 3p$0 }", "3px 3px2")]
    [InlineData("rule r { for a: car require a.width > 3$0 }", "3px 3px2 3% 3deg")]
    [InlineData("class x { size at least 8$0 }", "8px x")]
    [InlineData("let f(a) = a.$0", "state load width area nose rides")]
    [InlineData("let f(a) = a.state == $0", "moving parked")]
    [InlineData("let f(a) = image.$0", "weather width -state")]
    [InlineData("rule r { for a: car fix set a.$0 }", "class state load -width -area -id")]
    [InlineData("rule r { for image fix set image.$0 }", "weather -width")]
    [InlineData("class x { color $0 }", "#2a7f9e -#e4572e -#E4572E")]
    [InlineData("class x { id $0 }", "8")]
    [InlineData("class xylophone { hotkey \"$0\" }", "x y l -c")]
    [InlineData("class x { replaces \"y\" since \"$0\" }", "1.2.0")]
    [InlineData("class x { example \"$0\" }", "../")]
    [InlineData("class x { example \"../$0\" }", "../")]
    [InlineData("rule r { for a: car require a.width > 3px fix $0 }", "set remove clip")]
    [InlineData("rule r { for a: car require a.load message \"{$0}\" }", "a")]
    [InlineData("rule r { for a: car require a.load message \"{a.$0}\" }", "state width")]
    [InlineData("check $0", "near_duplicate LS3602")]
    [InlineData("test \"t\" { image 10 x 10\n  a: car box 1 1 2 2 { $0 } }", "state load -weather")]
    [InlineData("test \"t\" { image 10 x 10\n  a: car box 1 1 2 2 { state = $0 } }", "moving parked")]
    [InlineData("test \"t\" { image 10 x 10\n  a: car box 1 1 2 2 expect $0 }", "known nothing")]
    [InlineData("test \"t\" { image 10 x 10\n  a: car box 1 1 2 2 expect known at $0 }", "a")]
    [InlineData("test \"t\" { image 10 x 10 { $0 } }", "weather")]
    [InlineData("test \"t\" { image 1 x 1 a: car box 1 1 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 a: car box 1 1 1 1 { st$0 } }", "state -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 a: car box 1 1 1 1 { state = $0 } }", "moving parked -clear")]
    [InlineData("test \"t\" { image 1 x 1 a: car box 1 1 1 1 { state = on, $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 \"a.png\" car box 1 1 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 \"a.png\" `car` tag { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 { } a: car box 1 1 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 a: car tag b: car tag { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 { a: sign tag b: car tag { $0 } } }", "state load -weather -car")]
    [InlineData(
        "test \"t\" { image 1 x 1 { a: sign tag weather = clear b: car tag { $0 } } }",
        "state load -weather -car"
    )]
    [InlineData("test \"t\" { image 1 x 1 frame 1 { weather = $0 } }", "clear rain")]
    [InlineData("test \"t\" { image 1 x 1 frame 1 a: car box 1 1 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { frame 1 a: car box 1 1 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { frame 1 { a: sign tag b: car box 1 1 1 1 { $0 } } }", "state load -weather -car")]
    [InlineData("test \"t\" { track t: car { frame 1 tag frame 2 tag { $0 } } }", "state load -weather -car")]
    [InlineData("test \"t\" { a: sign tag track t: car { frame 1 tag { $0 } } }", "state load -weather -car")]
    // An annotation that cannot be parsed has its block nevertheless.
    [InlineData("test \"t\" { image 1 x 1\n  a: car { $0 } }", "state load score crowd -weather -car")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car box 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car box b: car tag { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x\n  a: sign = ( 3 ] b: car tag { $0 } }", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car box 1 1 2 2 {$0", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car {$0", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car { load = true, $0", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car { state = $0", "moving parked -load")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car { crowd = $0", "true false -load")]
    [InlineData("test \"t\" { image 1 x 1\n  a: car tag p: person { rides = $0", "a p -rides")]
    [InlineData("test \"t\" { track t: car { frame 1 { $0", "state load -weather -car")]
    [InlineData("test \"t\" { image 1 x 1 { weather = clear $0", "car weather tags -state")]
    [InlineData("class x extends vehicle { example \"a.png\" box 1 1 { $0 } }", "state load -weather -car")]
    [InlineData("class x extends vehicle { example \"a.png\" box 1 1 { state = $0", "moving parked -load")]
    [InlineData("class x extends vehicle { size at least 8px x 8px when $0", "state load -weather")]
    [InlineData("rule r { for a: vehicle require a.load and a.width < 3 * $0", "a limit image")]
    [InlineData("rule r { for a: car require (exists b: person where b.$0", "rides -state")]
    [InlineData("rule r { for a: car require (exists b: person where b.rides.load) and $0", "a -b")]
    [InlineData("rule r { for a: person require max($0.width for c: car) > 3px }", "a c")]
    [InlineData("rule r { for a: car require a.width in 3px..5$0", "5px 5m")]
    [InlineData("rule r { for a: person require a.$0.x > 3px }", "nose left_eye")]
    [InlineData("class x { attribute y: number 0..10 $0 }", "px m deg")]
    [InlineData("class x { attribute y: bool attribute z: bool { $0 } }", "include example -car -shape")]
    [InlineData("distinguish car from $0", "truck person")]
    [InlineData("overlap car, $0", "truck person any")]
    [InlineData("skeleton s { points a, b edges $0 }", "a b")]
    [InlineData("quality { accept $0 }", "recall")]
    // No class extends itself, nor one that extends it, nor one twice.
    [InlineData("class x extends $0", "car vehicle -x")]
    [InlineData("class x \"label\" extends $0 { shape box }", "car vehicle -x")]
    [InlineData("class x extends car, $0", "truck vehicle -x -car")]
    [InlineData("class y extends x\nclass x extends $0", "car -x -y")]
    [InlineData("class z extends y\nclass y extends x\nclass x extends $0", "car -x -y -z")]
    // Nothing is annotated with an abstract class.
    [InlineData("class x { exclude \"a\" use $0 }", "car truck -vehicle -x")]
    [InlineData("test \"t\" { image 1 x 1\n  a: $0 }", "car truck -vehicle")]
    [InlineData("rule r { for a: car require a.width > 3px fix set a.class = $0 }", "truck -vehicle -a -count -iou")]
    [InlineData("distinguish car from $0 { otherwise car }", "truck -car")]
    // A number grows together with what is written straight behind it.
    [InlineData("class x { color #$0 }", "#2a7f9e -#e4572e")]
    [InlineData("class x { color #2a$0 }", "#2a7f9e -#e4572e")]
    [InlineData("class x { attribute y: number 0..10 $0 }", "px -%")]
    [InlineData("skeleton s { points a, b edges a - $0 }", "b -a")]
    [InlineData("skeleton s { points a, b flip a <-> $0 }", "b -a")]
    [InlineData("rule r { for track t: car require t.$0 }", "length -state -load")]
    [InlineData("rule r { for a: car require a.state == $0 }", "moving if a -count -iou -car -dataset")]
    [InlineData("let z = $0", "limit tiny -z")]
    [InlineData("let y = 2 * z\nlet z = $0", "limit -z -y")]
    [InlineData("class x { attribute y: bool = $0 }", "true false -limit")]
    [InlineData("// $0", "-class")]
    [InlineData("class x { include \"$0\" }", "-class -shape")]
    public void Offers(string text, string expected)
    {
        var labels = At(Model + text).Select(proposal => proposal.Label).ToHashSet();

        foreach (var word in expected.Split(' '))
            if (word.StartsWith('-'))
                Assert.DoesNotContain(word[1..], labels);
            else
                Assert.Contains(word, labels);
    }

    [Fact]
    public void What_is_typed_is_replaced()
    {
        var fixture = Fixture.Parse(Model + "rule r { for a: car require a.«sta»$0 }");

        var state = GuidelineCompletion
            .At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset, () => [])
            .Single(p => p.Label == "state");

        Assert.Equal((fixture.Spans[0].Start, fixture.Spans[0].End), (state.Replaced.Start, state.Replaced.End));
    }

    [Fact]
    public void Names_that_need_it_are_quoted() =>
        Assert.Equal(
            "`very slow`",
            At(Model + "rule r { for a: car require a.state == $0 }").Single(p => p.Label == "very slow").Text
        );

    [Theory]
    [InlineData("rule r { for a: car require a.width > 10$0 }", "and", " and")]
    [InlineData("class x { shape box width at least 10$0 }", "unless", " unless")]
    [InlineData("rule r { for a: car require a.width > 10 $0 }", "and", "and")]
    public void Words_do_not_grow_together_with_a_number(string text, string word, string written) =>
        Assert.Equal(written, At(Model + text).First(p => p.Label == word).Text);

    [Theory]
    [InlineData("rule r { for a: car require a.width > 10$0 }", "10px")]
    [InlineData("rule r { for a: car require a.area > 10$0 }", "10px2")]
    [InlineData("rule r { for a: car require a.aspect > 10$0 }", "10%")]
    [InlineData("class x { shape box area at least 10$0 }", "10px2")]
    [InlineData("class x { part car inside 95$0 }", "95%")]
    public void The_unit_that_fits_comes_first(string text, string first) =>
        Assert.Equal(
            first,
            At(Model + text).OrderBy(p => p.Rank).First(p => p.Kind == Protocol.CompletionItemKind.Unit).Label
        );

    [Theory]
    [InlineData("$0", true)]
    [InlineData("when image.weather == rain { $0 }", true)]
    [InlineData("class x { shape box width at least 10px $0 }", false)]
    [InlineData("case c { ask \"q\" $0 }", false)]
    public void Only_a_declaration_brings_along_a_block_of_rules(string text, bool hasBlock) =>
        Assert.Equal(hasBlock, At(Model + text).First(p => p.Label == "when").Snippet is not null);

    [Fact]
    public void Deprecated_classes_say_so() =>
        Assert.True(At(Model + "rule r { for a: $0 }").Single(p => p.Label == "truck").IsDeprecated);

    [Fact]
    public void Words_bring_along_what_belongs_to_them() =>
        Assert.Contains("require", At("$0").Single(p => p.Label == "rule").Snippet, StringComparison.Ordinal);

    [Fact]
    public void No_prefix_of_a_guideline_breaks_it()
    {
        var text =
            Model
            + "rule r { for a: car, b: truck where a.state == moving require exists c: person where c.rides.state == parked message \"{a.id}\" }\n";
        for (var end = 0; end <= text.Length; end += 3)
            At(text[..end] + "$0");
    }

    [Theory]
    [InlineData("$0", "spec datasets severity waive")]
    [InlineData("datasets:\n  - $0", "path format images")]
    [InlineData("datasets:\n  - path: a.json\n    $0", "format images annotator")]
    [InlineData("datasets:\n  - path: a.json\n    format: $0", "coco voc")]
    [InlineData("spec: $0", "main.labelspec")]
    [InlineData("severity:\n  $0", "known LS3602")]
    [InlineData("severity:\n  known: $0", "warning off")]
    [InlineData("waive:\n  - { $0", "rule because until")]
    [InlineData("waive:\n  - rule: $0", "known")]
    [InlineData("splits:\n  $0", "group")]
    [InlineData("checks:\n  LS3602:\n    $0", "iou severity")]
    [InlineData("checks:\n  near_duplicate: { $0", "iou severity")]
    [InlineData("spec: main.labelspec\nseverity:\n  $0", "known -elsewhere")]
    [InlineData("spec: main.labelspec\nwaive:\n  - rule: $0", "known -elsewhere")]
    [InlineData("spec: main.labelspec\n$0\n\n# x\nseverity:\n  known: off\n", "datasets waive -spec -severity")]
    [InlineData(
        "datasets:\n  - path: a.json\n    $0\n    images: b\n  - path: c\n    format: coco",
        "format -path -images"
    )]
    [InlineData("datasets:\n  - path: a.json\n    format: coco\n  - $0", "path format images")]
    [InlineData("datasets:\n  - path: a.json\n    columns:\n      x: y\n    im$0", "images format -path -columns")]
    [InlineData("waive:\n  - { rule: known, $0", "because until -rule")]
    [InlineData("waive:\n  - { rule: $0", "known")]
    [InlineData("severity:\n  known: off\n  $0", "LS3602 -known")]
    [InlineData("datasets:\n  - path: $0", "../")]
    [InlineData("baseline: $0", "../")]
    public void Offers_in_project_files(string text, string expected)
    {
        var fixture = Fixture.Parse(
            Model
                + "//- /other/other.labelspec\nclass bus\nrule elsewhere { for a: bus require a.width > 1px }\n//- /project/labelspec.yaml\n"
                + text
        );

        var labels = ProjectCompletion
            .At(fixture.Snapshot, fixture.Context<ProjectContent>().Content, fixture.Offset)
            .Select(proposal => proposal.Label)
            .ToList();

        Assert.Equal(labels.Distinct(), labels);
        foreach (var word in expected.Split(' '))
            if (word.StartsWith('-'))
                Assert.DoesNotContain(word[1..], labels);
            else
                Assert.Contains(word, labels);
    }

    [Fact]
    public void Paths_of_project_files_are_those_beside_them()
    {
        using var folder = new ScratchFolder();
        folder.Write("data/train.json", "{}");
        folder.Write("images/a.png", "");
        var path = folder.PathOf("labelspec.yaml").Replace('\\', '/');

        Assert.Equal(["../", "data/", "images/"], At("datasets:\n  - path: $0"));
        Assert.Equal(["train.json"], At("datasets:\n  - path: data/tr$0"));
        Assert.Equal(["../", "data/", "images/"], At("datasets:\n  - path: x\n    images: im$0"));
        Assert.Equal([], At("datasets:\n  - path: x\n    images: \"data/$0\""));

        IEnumerable<string> At(string text)
        {
            var fixture = Fixture.Parse($"//- {path}\n{text}");
            return ProjectCompletion
                .At(fixture.Snapshot, fixture.Context<ProjectContent>().Content, fixture.Offset)
                .Select(proposal => proposal.Label)
                .Order(StringComparer.Ordinal);
        }
    }

    static IReadOnlyList<Proposal> At(string text)
    {
        var fixture = Fixture.Parse(text);
        return GuidelineCompletion.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset, () => []);
    }
}
