using System.Text.Json;
using CsCheck;
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

/// <summary>
/// Whatever somebody does in a workspace of guidelines, a project file and data in six formats (open, edit, save, close, change on
/// disk): after each step the server says of each open file what a fresh analysis of all texts says, and in the end what
/// `labelspec check` says.
/// </summary>
public sealed class ModelBasedTests
{
    const string Train = "data/train.json";
    const string Guideline = "guideline/urban_driving.labelspec";
    const string Project = "labelspec.yaml";

    /// <summary>Words that mean something somewhere, so that edits reach further than a syntax error.</summary>
    static readonly string[] Words =
    [
        "car",
        "truck",
        "person",
        "helmet",
        "yes",
        "occlusion",
        "heavy",
        "box",
        "polygon",
        "rule",
        "warning",
        "0.85",
        "width",
        "\"",
        "{",
        "}",
        "<",
        ">",
        ",",
        "\n",
        "ä😀",
        "-1",
        "1e9",
        "null",
        "LS3203: off",
    ];

    enum Act
    {
        Delete,
        Insert,
        Number,
        Word,
        TwiceALine,
        NoLine,
        Restore,
        Save,
        Close,
        OnDisk,
        CheckGuideline,
    }

    [Fact]
    public void After_any_steps_the_server_says_what_a_fresh_check_says() =>
        Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 7], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000])
            .Array[6, 14]
            .Holds(steps => RunAsync(steps).GetAwaiter().GetResult(), iter: 12, threads: 1);

    static async Task RunAsync((Act Act, int File, int A, int B)[] steps)
    {
        await using var run = await Workspace.StartAsync();
        await run.OpenAsync(Train);
        await run.CompareAsync("opened");
        foreach (var (act, number, a, b) in steps)
        {
            var file = run.Files[number % run.Files.Count];
            switch (act)
            {
                case Act.Save:
                    await run.SaveAsync(file);
                    break;
                // One file of the data stays open, so that the guideline is looked at after each step.
                case Act.Close when file != Train:
                    await run.CloseAsync(file);
                    break;
                case Act.OnDisk when !run.IsOpen(file):
                    await run.ChangeOnDiskAsync(file, Edited(run.TextOf(file), Act.Number, a, b));
                    break;
                case Act.CheckGuideline:
                    await run.EditAsync(Guideline, text => Edited(text, Act.Number, a, b));
                    break;
                default:
                    await run.EditAsync(file, text => Edited(text, act, a, b, run.Original(file)));
                    break;
            }

            await run.CompareAsync($"{act} {file} {a} {b}");
        }

        await run.CompareWithCommandAsync();
    }

    /// <summary>The stretch of a text that an act replaces, and by what.</summary>
    static (int Start, int Length, string By) Edited(string text, Act act, int a, int b, string original = "")
    {
        var at = text.Length == 0 ? 0 : a % text.Length;
        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var lineEnd = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
        switch (act)
        {
            case Act.Delete:
                return Whole(text, at, Math.Min(1 + b % 3, text.Length - at), "");
            case Act.Number when Next(text, at, char.IsAsciiDigit) is var (start, length):
                return (start, length, $"{b % 1000}");
            case Act.Word when Next(text, at, char.IsAsciiLetter) is var (start, length):
                return (start, length, Words[b % Words.Length]);
            case Act.TwiceALine:
                return (lineStart, 0, text[lineStart..lineEnd]);
            case Act.NoLine:
                return (lineStart, lineEnd - lineStart, "");
            case Act.Restore:
                return (0, text.Length, original.Length > 0 ? original : text);
            default:
                return Whole(text, at, 0, Words[b % Words.Length]);
        }
    }

    static (int Start, int Length)? Next(string text, int at, Func<char, bool> isWanted)
    {
        while (at < text.Length && !isWanted(text[at]))
            at++;
        var end = at;
        while (end < text.Length && isWanted(text[end]))
            end++;
        return end > at ? (at, end - at) : null;
    }

    /// <summary>Editors never split a pair of surrogates.</summary>
    static (int, int, string) Whole(string text, int start, int length, string by)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start--;
        var end = start + length;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end++;
        return (start, end - start, by);
    }

    sealed class Workspace : IAsyncDisposable
    {
        readonly DrivingSession _session;
        readonly Dictionary<string, EditorModel> _open = [];
        readonly Dictionary<string, string> _originals = [];
        Semantics.Symbols.Guideline? _good;

        Workspace(DrivingSession session) => _session = session;

        public List<string> Files { get; } = [Train, "data/val.xml", Guideline, Project];

        public static async Task<Workspace> StartAsync()
        {
            var session = await DrivingSession.StartAsync(prepare: Prepare);
            var workspace = new Workspace(session);
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
                    [
                        ("voc", "voc"),
                        ("labelme", "labelme"),
                        ("datumaro", "datumaro.json"),
                        ("label-studio", "tasks.json"),
                    ]
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
            var change =
                start == 0 && length == model.Text.Length ? model.Become(by) : model.Replace(start, length, by);
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
            await _session.Client.NotifyAsync(
                "textDocument/didSave",
                $$$"""{"textDocument":{"uri":{{{Uri(file)}}}}}"""
            );
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
}
