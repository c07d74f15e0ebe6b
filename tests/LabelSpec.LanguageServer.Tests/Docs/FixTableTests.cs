using System.Text;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Docs;

/// <summary>
/// Every code has a fix, or the reason why it has none: tried with the wrong example of its page, for which each fix that is offered must
/// take the diagnostic away. The page `docs/fixes.md` is made of what was found.
/// </summary>
public sealed class FixTableTests
{
    const string ManyWays = "there are many ways out, none of them more likely than the others";
    const string Written = "what is missing has to be written";

    /// <summary>Why codes of guidelines and project files have no fix.</summary>
    static readonly Dictionary<string, string> Reasons = new()
    {
        ["LS0007"] = "which colour was meant cannot be told; the picker of the editor sets one",
        ["LS0012"] = "what was expected stands in the message; completion offers it",
        ["LS0016"] = Written,
        ["LS0017"] = Written,
        ["LS0019"] = "deep expressions are taken apart with \"Extract a let\"",
        ["LS0020"] = "what is to stand between the braces has to be written; completion offers it",
        ["LS1010"] = ManyWays,
        ["LS1017"] = "a variable that no condition names still says over what the rule ranges",
        ["LS1203"] = ManyWays,
        ["LS1304"] = "a bracket that is missing may be missing in several places",
        ["LS1401"] = "with what a number is to be compared has to be written",
        ["LS1403"] = "the signature is shown while typing; what is missing has to be written",
        ["LS1404"] = "another quantity says something else; completion offers those that the shapes have",
        ["LS1405"] = "another binder makes another rule",
        ["LS1406"] = "which values come before others has to be said, by `in (…)`",
        ["LS1407"] = "deep expressions are taken apart with \"Extract a let\"",
        ["LS1504"] = "the rule is about something, and its limit has to be written anew",
        ["LS1505"] = "which of the conditions that exclude each other is wrong cannot be told",
        ["LS1506"] = "the right divisor has to be written",
        ["LS1606"] = ManyWays,
        ["LS1703"] = "which of image and shape has the wrong numbers cannot be told",
        ["LS1705"] = "the numbers of the shape have to be written",
        ["LS1802"] = Written,
        ["LS2901"] = "text that is no YAML has no parts that could be repaired",
        ["LS2903"] = "which part of the value is meant cannot be told",
        ["LS2906"] = "a bracket that is missing may be missing in several places",
        ["LS2907"] = "a bracket that is missing may be missing in several places",
        ["LS2909"] = Written,
        ["LS2910"] = ManyWays,
    };

    /// <summary>Examples for codes whose fix depends on a name that is nearly right, which that of the page is not.</summary>
    static readonly Dictionary<string, string> NearlyRight = new()
    {
        ["LS1001"] = "let limit = 3px\nclass car\nrule r { for a: car require a.width > limt }",
        ["LS1005"] = "class car { attribute s: moving | parked }\nrule r { for a: car require a.s == movng }",
        ["LS2905"] = "severity:\n  known: warnin\n",
    };

    /// <summary>Why built-in checks have no repair, by the first digits of their codes; the longest that fits counts.</summary>
    static readonly Dictionary<string, string> ReasonsOfChecks = new()
    {
        ["LS20"] = "the file as a whole has to be saved, fetched or unpacked in another way",
        ["LS21"] = "what was to stand there is not in the file; the exporter has to write it anew",
        ["LS22"] = "what was to stand there is not in the file; the exporter has to write it anew",
        ["LS23"] = "which number or name was meant is not in the file",
        ["LS24"] = "which number or name was meant is not in the file",
        ["LS25"] = "list and pictures disagree; which of them is right is seen on the pictures",
        ["LS30"] =
            "the file does not say what was meant: what is missing stands nowhere, and of two equal ids either may be wrong",
        ["LS31"] = "which class or value is right is seen on the picture",
        ["LS32"] = "where the object is, is seen on the picture",
        ["LS33"] = "how the outline goes is seen on the picture",
        ["LS34"] = "which pixels are right is seen on the picture",
        ["LS35"] = "where the point is, is seen on the picture",
        ["LS36"] = "which of the two is right is seen on the picture",
        ["LS37"] = "what happens between frames is seen in the video",
        ["LS38"] = "what is to be said has to be written",
        ["LS39"] = "which way an object is turned is seen in the scene",
        ["LS40"] = "the picture has to be changed, or the annotations have to go to another one",
        ["LS41"] = "which value is right is seen on the picture",
        ["LS50"] = "it is about the data as a whole; no edit of one place makes it go",
    };

    /// <summary>What editors offer beside repairs; the tests of annotation files try it.</summary>
    static readonly Dictionary<string, string> InEditors = new()
    {
        ["LS3101"] = "in editors: declare the class",
        ["LS3103"] = "in editors: choose one of its classes",
        ["LS3105"] = "in editors: declare the attribute",
        ["LS3107"] = "in editors: allow the value",
        ["LS3109"] = "in editors: choose a value",
        ["LS4101"] = "in editors: choose a value",
    };

    public static TheoryData<string> GuidelineCodes =>
        [.. SyntaxDiagnostics.All.Concat(SemanticDiagnostics.All).Select(descriptor => descriptor.Code)];

    public static TheoryData<string> ProjectCodes => [.. ProjectProblemCodes.All];

    [Theory]
    [MemberData(nameof(GuidelineCodes))]
    public void A_code_of_guidelines_has_a_fix_that_helps_or_a_reason(string code)
    {
        var titles = FixesOfGuideline(code);

        AssertEither(code, titles);
    }

    [Theory]
    [MemberData(nameof(ProjectCodes))]
    public void A_code_of_project_files_has_a_fix_that_helps_or_a_reason(string code) =>
        AssertEither(code, FixesOfProject(code));

    [Fact]
    public void A_built_in_check_without_a_repair_has_a_reason() =>
        Assert.All(
            CheckCatalogue.Listed,
            check => Assert.True(check.HasFix || ReasonOf(check.Code).Length > 0, check.Code)
        );

    [Fact]
    public void The_page_of_fixes_is_up_to_date()
    {
        var page = new StringBuilder(
            """
            # Fixes

            What can be done about each diagnostic by a code action, or why nothing is offered. A test tries the wrong example of each page of
            guidelines and project files, makes this page of it, and fails where an offered fix does not take its diagnostic away.

            ## In guidelines

            | code | finds | fixes |
            | --- | --- | --- |

            """
        );
        foreach (var descriptor in SyntaxDiagnostics.All.Concat(SemanticDiagnostics.All))
            AddRow(page, descriptor.Code, descriptor.Title, FixesOfGuideline(descriptor.Code));
        page.Append("\n## In `labelspec.yaml`\n\n| code | finds | fixes |\n| --- | --- | --- |\n");
        foreach (var code in ProjectProblemCodes.All)
            AddRow(page, code, TitleOf(ReadPage(code)), FixesOfProject(code));
        page.Append(
            "\n## In annotation files\n\nRules of a guideline say themselves how they are repaired (`fix`). Beside a repair, every finding can be accepted for a reason"
                + " or added to the baseline. Repairs write what is certain; in editors, what the guideline lacks can be declared there, and what is"
                + " seen on the picture only can be chosen from a list.\n\n| code | finds | repair |\n| --- | --- | --- |\n"
        );
        foreach (var check in CheckCatalogue.Listed)
            page.Append($"| {check.Code} | {check.Title} | {RepairOf(check)} |\n");
        var path = Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.LanguageServer", "docs", "fixes.md");
        if (Environment.GetEnvironmentVariable(Snapshot.UpdateVariable) == "1")
            File.WriteAllText(path, page.ToString());
        Assert.Equal(File.ReadAllText(path), page.ToString());
    }

    static string RepairOf(CheckInfo check) =>
        string.Join(
            "; ",
            ((string?[])[check.HasFix ? "yes" : null, InEditors.GetValueOrDefault(check.Code)]).OfType<string>()
        )
            is { Length: > 0 } repair
            ? repair
            : "no: " + ReasonOf(check.Code);

    static void AddRow(StringBuilder page, string code, string title, List<string> fixes) =>
        page.Append(
            $"| {code} | {title} | {(fixes.Count > 0 ? string.Join("; ", fixes.Select(Shown)) : "none: " + Reasons[code])} |\n"
        );

    static string Shown(string title) => title.Replace("|", "\\|", StringComparison.Ordinal);

    static void AssertEither(string code, List<string> titles) =>
        Assert.True(
            titles.Count > 0 != Reasons.ContainsKey(code),
            titles.Count > 0
                ? $"{code} has fixes ({string.Join(", ", titles)}) and a reason why it has none"
                : $"{code} has no fix and no reason"
        );

    static string ReasonOf(string code) => ReasonsOfChecks.GetValueOrDefault(code[..4], "");

    /// <summary>The titles of what is offered for the wrong example of a code; each takes the diagnostic away.</summary>
    static List<string> FixesOfGuideline(string code)
    {
        var fixture = Workspace(NearlyRight.GetValueOrDefault(code) ?? Block(ReadPage(code), "labelspec wrong"));
        var analysis = fixture.Context<GuidelineContent>("/project/main.labelspec").Analysis();
        Assert.True(
            GuidelineFindings.In(analysis).Any(finding => finding.Code == code),
            $"the wrong example of {code} has it not"
        );
        var titles = new List<string>();
        foreach (var finding in GuidelineFindings.In(analysis).Where(finding => finding.Code == code))
        {
            var span = new TextSpan(finding.Span.Start, finding.Span.Length);
            foreach (var action in GuidelineActions.In(analysis, span).Where(action => action.Repairs?.Code == code))
            {
                var text = TextEdit.Apply(
                    analysis.Text,
                    action
                        .Edits.Where(edit => edit.Path == analysis.Path)
                        .Select(edit => new TextEdit(edit.Span, edit.Text))
                );
                var after = Workspace(text).Context<GuidelineContent>("/project/main.labelspec").Analysis();
                // What was wrong is right; the same thing elsewhere may wait for a fix of its own.
                Assert.True(
                    CountLike(after, finding) < CountLike(analysis, finding),
                    $"{code}: \"{action.Title}\" leaves it in\n{text}"
                );
                if (!titles.Contains(action.Title))
                    titles.Add(action.Title);
            }
        }

        return titles;
    }

    static int CountLike(GuidelineAnalysis analysis, SpecDiagnostic finding) =>
        GuidelineFindings
            .In(analysis)
            .Count(found =>
                found.Code == finding.Code && found.Span.Text == finding.Span.Text && found.Message == finding.Message
            );

    static List<string> FixesOfProject(string code)
    {
        var text = NearlyRight.GetValueOrDefault(code) ?? Block(ReadPage(code), "yaml wrong");
        var fixture = Fixture.Parse(
            "class car { shape box }\nrule known { for a: car require a.width > 1px }\n//- /project/labelspec.yaml\n"
                + text
        );
        var content = fixture.Context<ProjectContent>("/project/labelspec.yaml").Content;
        return
        [
            .. ProjectFindings
                .In(fixture.Snapshot, content)
                .Where(problem => problem.Code == code)
                .Select(problem => ProjectRepairs.Of(content.Text, problem)?.Title)
                .OfType<string>()
                .Distinct(),
        ];
    }

    /// <summary>A guideline beside the files that pages speak of.</summary>
    static Fixture Workspace(string text) =>
        Fixture.Parse(
            "//- /project/main.labelspec\n"
                + text
                + "\n//- /project/common/shapes.labelspec\nabstract class thing { shape box | polygon }\n"
        );

    static string ReadPage(string code)
    {
        string[] rooms =
        [
            "grammar/docs",
            "server/LabelSpec.Semantics/docs",
            "server/LabelSpec.Annotations/docs",
            "server/LabelSpec.Engine/docs",
        ];
        return File.ReadAllText(
            rooms
                .Select(room => Path.Combine(RepositoryFiles.Root, room, "diagnostics", code + ".md"))
                .First(File.Exists)
        );
    }

    static string TitleOf(string page) => page.Split('\n')[0].Split(' ', 3)[2];

    static string Block(string page, string kind)
    {
        var fence = $"```{kind}\n";
        var start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
