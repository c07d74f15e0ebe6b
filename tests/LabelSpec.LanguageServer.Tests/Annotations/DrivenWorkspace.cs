using System.Text.Json;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Tests.Writing;
using LabelSpec.Annotations.Writing;
using LabelSpec.Engine;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>The sample workspace with its data in six formats: as an editor has it, and as a fresh analysis judges it.</summary>
sealed class DrivenWorkspace : IAsyncDisposable
{
    public const string Train = "data/train.json";
    public const string Guideline = "guideline/urban_driving.labelspec";
    const string Project = "labelspec.yaml";

    readonly DrivingSession _session;
    readonly Dictionary<string, EditorModel> _open = [];
    readonly Dictionary<string, string> _originals = [];
    Semantics.Symbols.Guideline? _good;

    DrivenWorkspace(DrivingSession session) => _session = session;

    public List<string> Files { get; } = [Train, "data/val.xml", Guideline, Project];

    public static async Task<DrivenWorkspace> StartAsync()
    {
        var session = await DrivingSession.StartAsync(prepare: Prepare);
        var workspace = new DrivenWorkspace(session);
        foreach (var folder in (string[])["voc", "labelme"])
            workspace.Files.Add(
                Path.GetRelativePath(
                        session.PathOf(""),
                        Directory
                            .EnumerateFiles(session.PathOf($"data/{folder}"), "*", SearchOption.AllDirectories)
                            .Order(StringComparer.Ordinal)
                            .First(file =>
                                file.EndsWith(".xml", StringComparison.Ordinal)
                                || file.EndsWith(".json", StringComparison.Ordinal)
                            )
                    )
                    .Replace('\\', '/')
            );
        workspace.Files.AddRange("data/datumaro.json", "data/tasks.json");
        foreach (var file in workspace.Files)
            workspace._originals[file] = File.ReadAllText(session.PathOf(file));
        return workspace;
    }

    /// <summary>The same data in other formats beside it, all of it in the data sets of the project.</summary>
    static void Prepare(DrivingSession session)
    {
        var dataset = DatasetReader.Read([session.PathOf("data/val.xml")]);
        foreach (
            var (id, target) in ((string, string)[])
                [("voc", "voc"), ("labelme", "labelme"), ("datumaro", "datumaro.json"), ("label-studio", "tasks.json")]
        )
        {
            using var written = new WrittenFolder(dataset, FormatWriters.Find(id)!);
            var files = Directory.EnumerateFiles(written.Path, "*", SearchOption.AllDirectories).ToList();
            if (target.EndsWith(".json", StringComparison.Ordinal))
                File.Copy(Assert.Single(files), session.PathOf($"data/{target}"));
            else
                foreach (var file in files)
                {
                    var path = session.PathOf($"data/{target}/{Path.GetRelativePath(written.Path, file)}");
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.Copy(file, path);
                }
        }

        var project = session.PathOf(Project);
        File.WriteAllText(
            project,
            File.ReadAllText(project)
                .Replace(
                    "splits:",
                    "  - path: data/voc/**/*.xml\n  - path: data/labelme/**/*.json\n  - path: data/datumaro.json\n  - path: data/tasks.json\nsplits:",
                    StringComparison.Ordinal
                )
        );
    }

    public bool IsOpen(string file) => _open.ContainsKey(file);

    public string Original(string file) => _originals[file];

    public string TextOf(string file) =>
        _open.TryGetValue(file, out var model) ? model.Text : File.ReadAllText(_session.PathOf(file));

    public async Task OpenAsync(string file)
    {
        if (_open.ContainsKey(file))
            return;
        var text = File.ReadAllText(_session.PathOf(file));
        _open[file] = new EditorModel(text);
        await _session.OpenAsync(_session.PathOf(file), text);
    }

    public async Task EditAsync(string file, Func<string, (int Start, int Length, string By)> edit)
    {
        await OpenAsync(file);
        var model = _open[file];
        var (start, length, by) = edit(model.Text);
        var change = start == 0 && length == model.Text.Length ? model.Become(by) : model.Replace(start, length, by);
        await _session.Client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{Uri(file)}}},"version":{{{model.Version}}}},"contentChanges":[{{{change}}}]}"""
        );
    }

    public async Task SaveAsync(string file)
    {
        if (!_open.TryGetValue(file, out var model))
            return;
        File.WriteAllText(_session.PathOf(file), model.Text);
        await _session.Client.NotifyAsync("textDocument/didSave", $$$"""{"textDocument":{"uri":{{{Uri(file)}}}}}""");
        await ToldAsync(file);
    }

    public async Task CloseAsync(string file)
    {
        if (_open.Remove(file))
            await _session.Client.NotifyAsync(
                "textDocument/didClose",
                $$$"""{"textDocument":{"uri":{{{Uri(file)}}}}}"""
            );
    }

    public async Task ChangeOnDiskAsync(string file, (int Start, int Length, string By) edit)
    {
        var path = _session.PathOf(file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..edit.Start] + edit.By + text[(edit.Start + edit.Length)..]);
        await ToldAsync(file);
    }

    Task ToldAsync(string file) =>
        _session.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$$"""{"changes":[{"uri":{{{Uri(file)}}},"type":2}]}"""
        );

    /// <summary>Every open file, by the server and anew.</summary>
    public async Task CompareAsync(string step)
    {
        var (findings, compilation, problems) = Judge();
        foreach (var file in _open.Keys)
        {
            var path = _session.PathOf(file);
            var said = (await _session.DiagnosticsAsync(path))
                .Where(item => item.GetProperty("code").GetString() != "test")
                .Select(Show)
                .Order(StringComparer.Ordinal);
            var expected =
                file == Project ? problems.Select(Show)
                : file == Guideline
                    ? compilation
                        .Diagnostics.Where(diagnostic => diagnostic.Span.File.Path == path)
                        .Select(diagnostic => Show(diagnostic, TextOf(file)))
                : findings.Where(finding => finding.Location.File == path).Select(Show);
            Assert.True(
                expected.Order(StringComparer.Ordinal).SequenceEqual(said),
                $"after {step}, {file}:\n  fresh: {string.Join("\n         ", expected.Order(StringComparer.Ordinal).Except(said).Take(5))}\n  server: {string.Join("\n         ", said.Except(expected).Take(5))}"
            );
        }
    }

    /// <summary>All texts saved, the command itself is asked; a broken guideline or project file is no longer data's business.</summary>
    public async Task CompareWithCommandAsync()
    {
        foreach (var file in _open.Keys)
            await SaveAsync(file);
        var (_, compilation, problems) = Judge();
        if (compilation.HasErrors || problems.Count > 0)
            return;
        using var command = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(
                BuiltCommand.Executable,
                ["check", "--no-cache", "--format", "json"]
            )
            {
                WorkingDirectory = _session.PathOf(""),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = command.StandardError.ReadToEndAsync();
        using var report = JsonDocument.Parse(await command.StandardOutput.ReadToEndAsync());
        await error;
        foreach (var file in _open.Keys.Where(file => file is not (Project or Guideline)))
        {
            var expected = report
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Where(finding => finding.GetProperty("file").GetString() == file)
                .Select(finding =>
                    $"{finding.GetProperty("rule")} {finding.GetProperty("line").GetInt32() - 1}:{finding.GetProperty("column").GetInt32() - 1} {finding.GetProperty("message")}"
                )
                .Order(StringComparer.Ordinal);
            var said = (await _session.DiagnosticsAsync(_session.PathOf(file)))
                .Select(item =>
                    $"{item.GetProperty("code")} {Place(item.GetProperty("range"), "start")} {item.GetProperty("message")}"
                )
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, said);
        }
    }

    (List<Finding> Findings, Compilation Compilation, List<ProjectProblem> Problems) Judge()
    {
        var projectPath = _session.PathOf(Project);
        var (project, problems) = ProjectFile.Load(TextOf(Project), projectPath);
        var guidelinePath = _session.PathOf(Guideline);
        var compilation = Compilation.Create(
            guidelinePath,
            SyntaxTree.Parse(TextOf(Guideline)),
            new Disk(),
            new CompilationOptions { KnownChecks = CheckCatalogue.Known }
        );
        // Who names another guideline is judged by that; none of these exists.
        var isNamed = project.Spec is { } spec && project.FullPath(spec).Replace('\\', '/') == guidelinePath;
        if (isNamed && !compilation.HasErrors)
            _good = compilation.Guideline;
        var paths = project
            .Datasets.SelectMany(entry => project.FilesOf(entry).Paths)
            .Select(path => path.Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var findings = new List<Finding>();
        if (paths.Count > 0)
            findings.AddRange(Judge(project, isNamed ? _good : null, paths));
        foreach (var alone in _open.Keys.Select(file => _session.PathOf(file)).Except(paths))
            if (alone != projectPath && alone != guidelinePath)
                findings.AddRange(Judge(project, isNamed ? _good : null, [alone]));
        var rules =
            isNamed && !compilation.HasErrors
                ? compilation.Guideline.Rules.Select(rule => rule.Name).ToHashSet()
                : null;
        return (findings, compilation, [.. problems, .. ProjectNames.Check(project, rules)]);
    }

    FindingList Judge(ProjectFile project, Semantics.Symbols.Guideline? guideline, IReadOnlyList<string> paths) =>
        Analysis
            .Run(
                new AnalysisRequest(
                    DatasetReader.Read(
                        paths.Select(path =>
                            _open.TryGetValue(
                                Path.GetRelativePath(_session.PathOf(""), path).Replace('\\', '/'),
                                out var model
                            )
                                ? new ReadInput(path, System.Text.Encoding.UTF8.GetBytes(model.Text))
                                : new ReadInput(path)
                        ),
                        new ReadOptions { Project = project }
                    )
                )
                {
                    Guideline = guideline,
                    Project = project,
                }
            )
            .Findings;

    string Uri(string file) => DrivingSession.Quote(DrivingSession.UriOf(_session.PathOf(file)));

    static string Show(Finding finding) =>
        $"{finding.Rule} {finding.Location.Line - 1}:{finding.Location.Column - 1}-{finding.Location.EndLine - 1}:{finding.Location.EndColumn - 1} {finding.Message}";

    static string Show(ProjectProblem problem) =>
        $"{problem.Code} {problem.Range.StartLine - 1}:{problem.Range.StartColumn - 1}-{problem.Range.EndLine - 1}:{problem.Range.EndColumn - 1} {problem.Message}";

    static string Show(Semantics.Diagnostics.SpecDiagnostic diagnostic, string text) =>
        $"{diagnostic.Code} {At(text, diagnostic.Span.Start)}-{At(text, diagnostic.Span.End)} {diagnostic.Message}";

    static string Show(JsonElement item) =>
        $"{item.GetProperty("code")} {Place(item.GetProperty("range"), "start")}-{Place(item.GetProperty("range"), "end")} {item.GetProperty("message")}";

    static string Place(JsonElement range, string end) =>
        $"{range.GetProperty(end).GetProperty("line")}:{range.GetProperty(end).GetProperty("character")}";

    static string At(string text, int offset) =>
        $"{text.AsSpan(0, offset).Count('\n')}:{offset - (text.AsSpan(0, offset).LastIndexOf('\n') + 1)}";

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    sealed class Disk : IGuidelineFiles
    {
        public SyntaxTree? Find(string path) => File.Exists(path) ? SyntaxTree.Parse(File.ReadAllText(path)) : null;
    }
}
