using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Tests.Features.Completion;

/// <summary>
/// What is offered at each kind of place of the grammar, and nothing else: the words of the language, all of them, and of each kind of
/// name one that stands for its kind.
/// </summary>
public sealed class PositionTests
{
    const string Model = """
        class car { shape box attribute state: moving | parked attribute load: bool attribute tags: any of red | blue }
        class person { shape skeleton body attribute rides: ref car }
        skeleton body { points nose, ear }
        let tiny(q) = q.width < 10px
        image { attribute weather: clear | rain }
        rule known { for z: car require z.width > 1px }

        """;

    /// <summary>One name of each kind.</summary>
    static readonly string[] Names =
    [
        "car",
        "a",
        "tiny",
        "iou",
        "body",
        "nose",
        "state",
        "width",
        "gaps",
        "weather",
        "moving",
        "up",
        "known",
        "near_duplicate",
        "recall",
        "1px",
    ];

    const string Expression = "not if exists no every count sum min max avg true false";
    const string Operators = "and or implies iff in is matches not where satisfies";
    const string Shapes = "box rotated_box polygon polyline point skeleton mask ellipse cuboid tag";
    const string Rule = "for require forbid unless message fix since ask example counterexample";
    const string Declarations =
        "guideline import class abstract ignore skeleton let rule check image distinguish overlap case when test quality";
    const string Class =
        "shape part size area aspect width height side perimeter angle holes components count points id alias replaces deprecated color"
        + " hotkey attribute include exclude example counterexample ask";

    /// <summary>The place, the words that are offered there, and the names of <see cref="Names"/>.</summary>
    [Theory]
    [InlineData("$0", Declarations, "")]
    [InlineData("guideline $0", "", "")]
    [InlineData("guideline g $0", "version", "")]
    [InlineData("guideline g { $0 }", "", "")]
    [InlineData("import $0", "", "")]
    [InlineData("abstract $0", "class abstract ignore", "")]
    [InlineData("class $0", "", "")]
    [InlineData("class x $0", "extends", "")]
    [InlineData("class x extends $0", "", "car")]
    [InlineData("class x extends person, $0", "", "car")]
    [InlineData("class x {\n  $0\n}", Class, "")]
    [InlineData("class x { shape $0 }", Shapes, "")]
    [InlineData("class x { shape skeleton $0 }", "", "body")]
    [InlineData("class x { shape box | $0 }", Shapes, "")]
    [InlineData("class x { part $0 }", "any", "car")]
    [InlineData("class x { size $0 }", "at", "")]
    [InlineData("class x { size at $0 }", "least most", "")]
    [InlineData("class x { count 1 per $0 }", "image track dataset", "")]
    [InlineData("class x { id $0 }", "", "")]
    [InlineData("class x { alias $0 }", "", "")]
    [InlineData("class x { deprecated \"o\" use $0 }", "", "car")]
    [InlineData("class x { exclude \"o\" use $0 }", "", "car")]
    [InlineData("class x { example \"o\" $0 }", Class + " use " + Shapes, "")]
    [InlineData("class x { attribute $0 }", "", "")]
    [InlineData("class x { attribute y: $0 }", "bool int number text any ref", "")]
    [InlineData("class x { attribute y: any $0 }", "of", "")]
    [InlineData("class x { attribute y: ref $0 }", "any", "car")]
    [InlineData("class x { attribute y: bool = $0 }", "true false", "")]
    [InlineData("class x { attribute y: up | down = $0 }", "", "up")]
    [InlineData("class x { attribute y: bool required when $0 }", Expression, "car tiny iou width")]
    [InlineData("skeleton $0", "", "")]
    [InlineData("skeleton s { $0 }", "points edges sigmas flip", "")]
    [InlineData("let $0", "", "")]
    [InlineData("let l = $0", Expression, "car tiny iou")]
    [InlineData("let l(a) = $0", Expression, "a car tiny iou")]
    [InlineData("rule $0", "", "")]
    [InlineData("rule r: $0", "error warning info hint off", "")]
    [InlineData("rule r {\n  $0\n}", Rule, "")]
    [InlineData("rule r { for $0 }", "pair step track group image dataset", "")]
    [InlineData("rule r { for a: $0 }", "any", "car")]
    [InlineData("rule r { for a: car | $0 }", "", "car")]
    [InlineData("rule r { for a: any except $0 }", "", "car")]
    [InlineData("rule r { for a: car where $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require a.width $0 }", Rule + " " + Operators, "")]
    [InlineData("rule r { for a: car require not $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require a.load and $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require (a.width < $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require a.width > - $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require iou(a, $0 }", Expression + " any", "a car tiny iou")]
    [InlineData("rule r { for a: car require a.$0 }", "", "state width")]
    [InlineData("rule r { for a: person require a.nose.$0 }", "", "")]
    [InlineData("rule r { for track a: car require a.$0 }", "", "gaps")]
    [InlineData("rule r { for image require image.$0 }", "", "weather width")]
    [InlineData("rule r { for a: car require a.state == $0 }", "if", "a moving")]
    [InlineData("rule r { for a: car require a.state in ($0 }", "if", "a moving")]
    [InlineData("rule r { for a: car require a is $0 }", "any missing set not", "car")]
    [InlineData("rule r { for a: car require exists $0 }", "", "")]
    [InlineData("rule r { for a: car require exists b $0 }", "in", "")]
    [InlineData("rule r { for a: car require exists b: $0 }", "any", "car")]
    [InlineData("rule r { for a: car require exists b: car in $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require if $0 }", Expression, "a car tiny iou")]
    [InlineData("rule r { for a: car require a.load fix $0 }", "set remove clip merge fill", "")]
    [InlineData("rule r { for a: car require a.load fix set $0 }", "", "a")]
    [InlineData("rule r { for a: car require a.load fix set a.$0 }", "", "state")]
    [InlineData("rule r { for a: car require a.load fix remove $0 }", "", "a")]
    [InlineData("rule r { for a: car message \"{$0}\" }", "", "a tiny iou")]
    [InlineData("when $0", Expression, "car tiny iou")]
    [InlineData("when true { $0 }", "rule when", "")]
    [InlineData("check $0", "", "near_duplicate")]
    [InlineData("check near_duplicate: $0", "error warning info hint off", "")]
    [InlineData("check near_duplicate { for $0 }", "any", "car")]
    [InlineData("image { $0 }", "attribute include exclude example counterexample ask", "")]
    [InlineData("distinguish $0", "", "car")]
    [InlineData("distinguish person from $0", "", "car")]
    [InlineData("distinguish car from person { $0 }", "choose otherwise never include example counterexample ask", "")]
    [InlineData("distinguish car from person { choose $0 }", "", "car")]
    [InlineData("distinguish car from person { otherwise $0 }", "", "car")]
    [InlineData("distinguish car from person { never $0 }", "both", "")]
    [InlineData("overlap $0", "any", "car")]
    [InlineData("overlap car: $0", "iou mask allowed none below", "")]
    [InlineData("case $0", "", "")]
    [InlineData("case c { $0 }", "since include exclude example counterexample ask", "")]
    [InlineData("case c { ask \"q\" about $0 }", "any", "car")]
    [InlineData("test $0", "", "")]
    [InlineData("test \"t\" { $0 }", "image frame track expect", "car")]
    [InlineData("test \"t\" { image 1 x 1 { $0 } }", "", "car weather")]
    [InlineData("test \"t\" { image 1 x 1 { weather = $0 } }", "", "")]
    [InlineData("test \"t\" { a: $0 }", "", "car")]
    [InlineData("test \"t\" { a: car $0 }", Shapes, "")]
    [InlineData("test \"t\" { a: car box 1 1 1 1 { $0 } }", "", "state")]
    [InlineData("test \"t\" { a: car box 1 1 1 1 { state = $0 } }", "", "moving")]
    [InlineData("test \"t\" { a: car box 1 1 1 1 { load = $0 } }", "true false", "")]
    [InlineData("test \"t\" { a: person skeleton body { $0 } }", "", "nose")]
    [InlineData("test \"t\" { track t: car { $0 } }", "frame", "")]
    [InlineData("test \"t\" { track t: car { frame 1 $0 } }", Shapes + " outside", "")]
    [InlineData("test \"t\" { a: car tag expect $0 }", "nothing", "known near_duplicate")]
    [InlineData("test \"t\" { a: car tag expect nothing from $0 }", "", "known near_duplicate")]
    [InlineData("test \"t\" { a: car tag expect known at $0 }", "", "a")]
    [InlineData("quality { $0 }", "match accept agreement honeypots", "")]
    [InlineData("quality { match $0 }", "", "iou")]
    [InlineData("quality { accept $0 }", "", "iou recall")]
    [InlineData("quality { accept recall of $0 }", "any", "car")]
    [InlineData("quality { accept accuracy of car.$0 }", "", "state")]
    [InlineData("class x { area 1p$0 }", "", "1px")]
    [InlineData("// $0", "", "")]
    [InlineData("class x { include \"$0\" }", "", "")]
    public void Exactly_this_is_offered(string text, string words, string names)
    {
        var proposals = At(Model + text);

        Assert.Equal(
            words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(),
            proposals
                .Where(proposal => proposal.Kind == CompletionItemKind.Keyword || proposal.Label is "true" or "false")
                .Select(proposal => proposal.Label)
                .Distinct()
                .Order()
        );
        Assert.Equal(
            names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            proposals
                .Where(proposal => proposal.Kind != CompletionItemKind.Keyword && Names.Contains(proposal.Label))
                .Select(proposal => proposal.Label)
                .Distinct()
                .Order()
        );
    }

    static IReadOnlyList<Proposal> At(string text)
    {
        var fixture = Fixture.Parse(text);
        return GuidelineCompletion.At(fixture.Context<GuidelineContent>().Analysis(), fixture.Offset, () => []);
    }
}
