using System.Text.Json;
using LabelSpec.Engine.Checks;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Tests.Wire;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>
/// Each built-in check that has a fix, in the editor: the file that violates it is opened, each repair that is offered is applied to the
/// text, and the server finds the defect no more, and nothing that it had not found before.
/// </summary>
public sealed class CheckFixTests
{
    static readonly string Fixtures = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "LabelSpec.Engine.Tests",
        "fixtures",
        "checks"
    );

    public static TheoryData<string> Codes =>
        [
            .. CheckCatalogue.All.Where(check => check.HasFix).Select(check => check.Code),
            // What is chosen from a list.
            "LS3103",
            "LS3109",
            "LS4101",
            DeclaringNewClass,
            NearValue,
            ListedClass,
        ];

    /// <summary>The file has a number for the new class, too.</summary>
    const string DeclaringNewClass = "LS3102 with both classes";

    /// <summary>The value is nearly one of those that the file lists.</summary>
    const string NearValue = "LS3110 with a value that is nearly listed";

    /// <summary>The file lists the labels that shapes may have, and not the new one.</summary>
    const string ListedClass = "LS3102 in a file that lists its labels";

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Its_fixes_take_the_defect_away_and_bring_no_other(string variant)
    {
        var code = variant[.."LS3102".Length];
        using var folder = new ScratchFolder();
        folder.Copy(Path.Combine(Fixtures, code), "");
        if (variant == DeclaringNewClass)
            DeclareNewClass(folder.PathOf("violating.json"));
        else if (variant == "LS3103")
            // What the class that is chosen requires is another matter.
            Rewrite(folder.PathOf("guideline.labelspec"), "bool required", "bool");
        else if (variant == NearValue)
            Rewrite(folder.PathOf("violating.xml"), ">blue<", ">gren<");
        else if (variant == ListedClass)
        {
            File.Delete(folder.PathOf("violating.json"));
            folder.Write("violating.xml", OfListedClass);
        }

        var tried = 0;
        foreach (var path in FilesIn(folder))
        {
            await using var client = RawClient.OfServer();
            await client.RequestAsync(
                "initialize",
                $$$"""{"processId":null,"rootUri":{{{DrivingSession.Quote(DrivingSession.UriOf(folder.Path))}}},"capabilities":{"textDocument":{"diagnostic":{} } } }"""
            );
            await client.NotifyAsync("initialized");
            var file = new OpenFile(client, path);
            await file.OpenAsync();
            var before = await file.DiagnosticsAsync();
            foreach (var finding in before.Where(one => one.GetProperty("code").GetString() == code))
            foreach (var repair in await file.RepairsAsync(finding))
            {
                await file.BecomeAsync(file.Apply(repair.GetProperty("edit")));
                var after = (await file.DiagnosticsAsync()).Select(Message).ToList();
                await file.BecomeAsync(file.Original);

                var title = repair.GetProperty("title").GetString();
                var expected = before.Select(Message).ToList();
                expected.Remove(Message(finding));
                Assert.DoesNotContain(
                    after,
                    message => message == Message(finding) && expected.All(one => one != message)
                );
                // What is said about the data as a whole counts: an annotation less is no defect that the repair brought.
                foreach (var message in after.Where(message => !message.StartsWith("LS50", StringComparison.Ordinal)))
                    Assert.True(expected.Remove(message), $"\"{title}\" brings: {message}");
                tried++;
            }
        }

        Assert.NotEqual(0, tried);
    }

    /// <summary>An annotation can change its class where the file has a number for the new one.</summary>
    static void DeclareNewClass(string path) =>
        File.WriteAllText(
            path,
            File.ReadAllText(path)
                .Replace(
                    "\"name\": \"lorry\"}",
                    "\"name\": \"lorry\"}, {\"id\": 3, \"name\": \"truck\"}",
                    StringComparison.Ordinal
                )
        );

    static void Rewrite(string path, string old, string by) =>
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, by, StringComparison.Ordinal));

    const string OfListedClass = """
        <?xml version="1.0" encoding="utf-8"?>
        <annotations>
          <meta>
            <task>
              <labels>
                <label>
                  <name>lorry</name>
                  <attributes></attributes>
                </label>
              </labels>
            </task>
          </meta>
          <image id="0" name="a.jpg" width="640" height="480">
            <box label="lorry" occluded="0" xtl="10.00" ytl="20.00" xbr="110.00" ybr="70.00" z_order="0"></box>
            <box label="lorry" occluded="0" xtl="210.00" ytl="20.00" xbr="310.00" ybr="70.00" z_order="0"></box>
          </image>
        </annotations>
        """;

    static IEnumerable<string> FilesIn(ScratchFolder folder) =>
        Directory
            .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Where(path =>
                Path.GetRelativePath(folder.Path, path).StartsWith("violating", StringComparison.Ordinal)
                && Path.GetExtension(path) is ".json" or ".xml" or ".txt" or ".csv"
            )
            .Order(StringComparer.Ordinal);

    static string Message(JsonElement finding) => $"{finding.GetProperty("code")} {finding.GetProperty("message")}";

    /// <summary>A file as an editor has it.</summary>
    sealed class OpenFile(RawClient client, string path)
    {
        readonly string _uri = DrivingSession.Quote(DrivingSession.UriOf(path));
        int _version = 1;

        public string Original { get; } = File.ReadAllText(path);

        public Task OpenAsync() =>
            client.NotifyAsync(
                "textDocument/didOpen",
                $$$"""{"textDocument":{"uri":{{{_uri}}},"languageId":"json","version":1,"text":{{{DrivingSession.Quote(Original)}}}}}"""
            );

        public Task BecomeAsync(string text) =>
            client.NotifyAsync(
                "textDocument/didChange",
                $$$"""{"textDocument":{"uri":{{{_uri}}},"version":{{{++_version}}}},"contentChanges":[{"text":{{{DrivingSession.Quote(text)}}}}]}"""
            );

        public async Task<List<JsonElement>> DiagnosticsAsync()
        {
            var answer = await client.RequestAsync(
                "textDocument/diagnostic",
                $$$"""{"textDocument":{"uri":{{{_uri}}}}}"""
            );
            return [.. answer.GetProperty("result").GetProperty("items").EnumerateArray()];
        }

        /// <summary>The repairs of one finding alone: not those of all of its kind, and no exceptions.</summary>
        public async Task<List<JsonElement>> RepairsAsync(JsonElement finding)
        {
            var answer = await client.RequestAsync(
                "textDocument/codeAction",
                $$$"""{"textDocument":{"uri":{{{_uri}}}},"range":{{{finding.GetProperty("range").GetRawText()}}},"context":{"diagnostics":[{{{finding.GetRawText()}}}],"only":["quickfix"]}}"""
            );
            return
            [
                .. answer
                    .GetProperty("result")
                    .EnumerateArray()
                    .Where(action =>
                        action.TryGetProperty("edit", out _)
                        && action.GetProperty("diagnostics").GetArrayLength() > 0
                        && !action
                            .GetProperty("title")
                            .GetString()!
                            .StartsWith("Repair all of", StringComparison.Ordinal)
                        && !action.GetProperty("title").GetString()!.StartsWith("Accept this", StringComparison.Ordinal)
                        // What the guideline is to say is tried by the tests of these actions.
                        && !action
                            .GetProperty("title")
                            .GetString()!
                            .StartsWith("Declare the ", StringComparison.Ordinal)
                        && !action.GetProperty("title").GetString()!.StartsWith("Allow ", StringComparison.Ordinal)
                    ),
            ];
        }

        /// <summary>The text after an edit of this file, as an editor makes it: all places are those of the text before.</summary>
        public string Apply(JsonElement edit)
        {
            var (own, changes) = (DrivingSession.UriOf(path), edit.GetProperty("changes").EnumerateObject().ToList());
            Assert.Equal([own], changes.Select(change => change.Name));
            var text = Original;
            foreach (
                var one in changes[0]
                    .Value.EnumerateArray()
                    .OrderByDescending(one =>
                        one.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()
                    )
                    .ThenByDescending(one =>
                        one.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32()
                    )
            )
            {
                var model = new EditorModel(text);
                model.Apply(
                    JsonDocument
                        .Parse(
                            $$$"""{"range":{{{one.GetProperty("range").GetRawText()}}},"text":{{{one.GetProperty("newText").GetRawText()}}}}"""
                        )
                        .RootElement
                );
                text = model.Text;
            }

            return text;
        }
    }
}
