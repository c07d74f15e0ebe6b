using System.Text.Json;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.LanguageServer.Tests.Annotations;

public sealed class AnnotationDiagnosticsTests
{
    [Fact]
    public async Task An_open_file_has_the_findings_of_a_check_of_its_data_set()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);

        var expected = Check(session, session.Train, File.ReadAllText(session.Train)).Select(Show).ToList();
        Assert.True(expected.Count > 10);
        Assert.Equal(expected, (await session.DiagnosticsAsync(session.Train)).Select(Show));
    }

    [Fact]
    public async Task Findings_follow_each_edit_as_a_fresh_check_would_say()
    {
        await using var session = await DrivingSession.StartAsync();
        var text = File.ReadAllText(session.Train);
        await session.OpenAsync(session.Train);
        (string Old, string New)[] edits =
        [
            ("\"category_id\": 3", "\"category_id\": 333"),
            ("\"category_id\": 333", "\"category_id\": 8"),
            ("\"image_id\": 2,", "\"image_id\": 2"),
            ("\"image_id\": 2", "\"image_id\": 2,"),
            ("{\"id\": 2, \"file_name\"", "{\"id\": 99, \"file_name\""),
            ("\"bbox\": [", "\"bbox\": [-"),
            ("\"name\": \"car\"", "\"name\": \"cart\""),
        ];
        for (var i = 0; i < edits.Length; i++)
        {
            text = await session.ReplaceAsync(session.Train, text, edits[i].Old, edits[i].New, i + 2);
            Assert.Equal(
                Check(session, session.Train, text).Select(Show),
                (await session.DiagnosticsAsync(session.Train)).Select(Show)
            );
        }
    }

    [Fact]
    public async Task Another_file_of_the_data_set_is_reported_without_being_open()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        var answer = await session.AskAsync("workspace/diagnostic", """{"previousResultIds":[]}""");

        var reports = answer.GetProperty("items").EnumerateArray().ToList();
        var validation = Assert.Single(
            reports,
            report => report.GetProperty("uri").GetString()!.EndsWith("val.xml", StringComparison.Ordinal)
        );
        var expected = Check(session, session.Train, File.ReadAllText(session.Train), session.Validation);
        Assert.Equal(expected.Select(Show), validation.GetProperty("items").EnumerateArray().Select(Show));
    }

    [Fact]
    public async Task Files_of_a_data_set_of_which_nothing_is_open_are_judged_from_disk()
    {
        await using var session = await DrivingSession.StartAsync();
        while (true)
        {
            var answer = await session.AskAsync("workspace/diagnostic", """{"previousResultIds":[]}""");
            var items = answer
                .GetProperty("items")
                .EnumerateArray()
                .Where(report =>
                    report.GetProperty("uri").GetString()!.EndsWith("train.json", StringComparison.Ordinal)
                )
                .SelectMany(report => report.GetProperty("items").EnumerateArray())
                .Select(Show)
                .ToList();
            if (items.Count == 0)
            {
                await Task.Delay(100);
                continue;
            }

            var expected = Check(session, session.Train, File.ReadAllText(session.Train)).Select(Show);
            Assert.Equal(expected, items);
            break;
        }
    }

    [Fact]
    public async Task A_broken_guideline_keeps_its_last_good_rules()
    {
        await using var session = await DrivingSession.StartAsync();
        var guideline = session.PathOf("guideline/urban_driving.labelspec");
        var text = File.ReadAllText(guideline);
        await session.OpenAsync(session.Train);
        await session.OpenAsync(guideline);
        var before = (await session.DiagnosticsAsync(session.Train)).Select(Show).ToList();

        text = await session.ReplaceAsync(guideline, text, "iou(a, b) > 0.85", "iou(a, b) > ", 2);
        Assert.Equal(before, (await session.DiagnosticsAsync(session.Train)).Select(Show));
        var status = await session.AskAsync(
            "labelspec/status",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(session.Train))}}}}}"""
        );
        Assert.Contains("last good rules", status.GetProperty("guidelineBroken").GetString());

        await session.ReplaceAsync(guideline, text, "iou(a, b) > ", "iou(a, b) > 0.99", 3);
        Assert.NotEqual(before, (await session.DiagnosticsAsync(session.Train)).Select(Show));
    }

    [Fact]
    public async Task Of_very_many_findings_the_gravest_are_marked_and_the_rest_is_counted()
    {
        await using var session = await DrivingSession.StartAsync();
        var text = File.ReadAllText(session.Train);
        var all = Check(session, session.Train, text).ToList();
        Assert.True(all.Count > 10);
        await session.Client.NotifyAsync(
            "workspace/didChangeConfiguration",
            """{"settings":{"labelspec":{"diagnostics":{"maximum":5}}}}"""
        );
        await session.OpenAsync(session.Train);

        var marked = await session.DiagnosticsAsync(session.Train);

        var gravest = all.Index().OrderByDescending(entry => entry.Item.Severity).ThenBy(entry => entry.Index).Take(5);
        Assert.Equal(
            gravest.OrderBy(entry => entry.Index).Select(entry => Show(entry.Item)),
            marked.SkipLast(1).Select(Show)
        );
        var more = marked[^1];
        Assert.Equal(3, more.GetProperty("severity").GetInt32());
        Assert.Contains($"{all.Count - 5} more findings", more.GetProperty("message").GetString());

        await session.Client.NotifyAsync(
            "workspace/didChangeConfiguration",
            """{"settings":{"labelspec":{"diagnostics":{"maximum":100000}}}}"""
        );
        Assert.Equal(all.Select(Show), (await session.DiagnosticsAsync(session.Train)).Select(Show));
    }

    /// <summary>The findings of a whole check, of one file of the data set.</summary>
    static IEnumerable<Finding> Check(DrivingSession session, string edited, string text, string? of = null)
    {
        var (project, _) = ProjectFile.Load(
            File.ReadAllText(session.PathOf("labelspec.yaml")),
            session.PathOf("labelspec.yaml")
        );
        var inputs = project
            .Datasets.SelectMany(entry => project.FilesOf(entry).Paths)
            .Select(path => path == edited ? new ReadInput(path, System.Text.Encoding.UTF8.GetBytes(text)) : new(path));
        var path = project.FullPath(project.Spec!);
        var compilation = Compilation.Create(
            path,
            SyntaxTree.Parse(File.ReadAllText(path)),
            new Disk(),
            new CompilationOptions { KnownChecks = CheckCatalogue.Known }
        );
        return Analysis
            .Run(
                new AnalysisRequest(DatasetReader.Read(inputs, new ReadOptions { Project = project }))
                {
                    Guideline = compilation.Guideline,
                    Project = project,
                }
            )
            .Findings.Where(finding => finding.Location.File == (of ?? edited));
    }

    static string Show(Finding finding) =>
        $"{finding.Rule} {finding.Location.Line - 1}:{finding.Location.Column - 1}-{finding.Location.EndLine - 1}:{finding.Location.EndColumn - 1} {finding.Message}";

    static string Show(JsonElement diagnostic)
    {
        var range = diagnostic.GetProperty("range");
        return $"{diagnostic.GetProperty("code").GetString()} {Place("start")}-{Place("end")} {diagnostic.GetProperty("message").GetString()}";

        string Place(string end) =>
            $"{range.GetProperty(end).GetProperty("line")}:{range.GetProperty(end).GetProperty("character")}";
    }

    sealed class Disk : IGuidelineFiles
    {
        public SyntaxTree? Find(string path) => File.Exists(path) ? SyntaxTree.Parse(File.ReadAllText(path)) : null;
    }
}
