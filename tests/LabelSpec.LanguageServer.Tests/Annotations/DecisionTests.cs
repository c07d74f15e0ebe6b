using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Findings that are accepted, or known from now on, in workspaces whose project file does not say where, or that have none.</summary>
public sealed class DecisionTests
{
    const string Making =
        """{"textDocument":{"diagnostic":{}},"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]}}}""";

    const string Showing =
        """{"textDocument":{"diagnostic":{},"codeAction":{"disabledSupport":true}},"workspace":{"workspaceEdit":{"documentChanges":true}}}""";

    const string Plain =
        """{"textDocument":{"diagnostic":{}},"workspace":{"workspaceEdit":{"documentChanges":true}}}""";

    const string Project = "labelspec.yaml";
    const string Baseline = ".labelspec/baseline.json";

    /// <summary>What the edit makes, in its order, and what the project file says then.</summary>
    [Theory]
    [InlineData(
        false,
        "Accept this LS3203 for a reason",
        Project,
        "waive:\n  - rule: LS3203\n    file: \"data/train.json\"\n"
    )]
    [InlineData(
        false,
        "Add this LS3203 to a new baseline, .labelspec/baseline.json",
        Project + " " + Baseline,
        "baseline: .labelspec/baseline.json\n"
    )]
    [InlineData(
        true,
        "Add this LS3203 to a new baseline, .labelspec/baseline.json",
        Baseline,
        "baseline: .labelspec/baseline.json\n"
    )]
    public async Task What_is_missing_is_made(bool hasProject, string title, string made, string says)
    {
        await using var session = await OpenAsync(Making, hasProject);
        var finding = await FindingAsync(session);

        var action = Assert.Single(
            await ActionsAsync(session, finding),
            one => one.GetProperty("title").GetString() == title
        );

        var changes = action.GetProperty("edit").GetProperty("documentChanges").EnumerateArray().ToList();
        Assert.Equal(
            made.Split(' ').Select(path => DrivingSession.UriOf(session.PathOf(path))),
            changes
                .Where(change => change.TryGetProperty("kind", out var kind) && kind.GetString() == "create")
                .Select(change => change.GetProperty("uri").GetString())
        );
        await ApplyAsync(session, changes);
        Assert.Contains(says, await File.ReadAllTextAsync(session.PathOf(Project)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            await session.DiagnosticsAsync(session.Train),
            one => one.GetProperty("message").GetString() == finding.GetProperty("message").GetString()
        );
    }

    /// <summary>An editor whose edits make no files is told why, if it shows that; nothing is offered that would fail.</summary>
    [Theory]
    [InlineData(Showing, 2)]
    [InlineData(Plain, 0)]
    public async Task Where_nothing_can_be_made_the_reason_is_said(string capabilities, int shown)
    {
        await using var session = await OpenAsync(capabilities, hasProject: false);

        var actions = (await ActionsAsync(session, await FindingAsync(session)))
            .Where(one =>
                one.GetProperty("title").GetString()
                    is "Accept this LS3203 for a reason"
                        or "Add this LS3203 to the baseline"
            )
            .ToList();

        Assert.Equal(shown, actions.Count);
        Assert.All(
            actions,
            one =>
            {
                Assert.False(one.TryGetProperty("edit", out _));
                Assert.Contains(
                    "No labelspec.yaml governs this file",
                    one.GetProperty("disabled").GetProperty("reason").GetString()
                );
            }
        );
    }

    /// <summary>What an attribute requires, or excludes, by a condition of its own is offered to be set or to go.</summary>
    [Theory]
    [InlineData("traffic_light.arrow.only", "Remove arrow")]
    [InlineData("car.visible.required", "Set visible to low")]
    public async Task Conditions_of_attributes_are_met_by_choice(string rule, string title)
    {
        await using var session = await DrivingSession.StartAsync(
            Plain,
            prepare: session =>
            {
                var guideline = session.PathOf("guideline/urban_driving.labelspec");
                var text = File.ReadAllText(guideline);
                if (rule.StartsWith("car.", StringComparison.Ordinal))
                    File.WriteAllText(
                        guideline,
                        text.Replace(
                            "class car extends vehicle {",
                            "class car extends vehicle {\n  attribute visible: low | high required when width > 1px",
                            StringComparison.Ordinal
                        )
                    );
            }
        );
        await session.OpenAsync(session.Train);
        var before = await session.DiagnosticsAsync(session.Train);
        var finding = before.First(one => one.GetProperty("code").GetString() == rule);

        var action = Assert.Single(
            await ActionsAsync(session, finding),
            one => one.GetProperty("title").GetString() == title
        );

        await ApplyAsync(session, [.. action.GetProperty("edit").GetProperty("documentChanges").EnumerateArray()]);
        await session.ChangeAllAsync(session.Train, await File.ReadAllTextAsync(session.Train), version: 2);
        Assert.DoesNotContain(
            await session.DiagnosticsAsync(session.Train),
            one => one.GetProperty("message").GetString() == finding.GetProperty("message").GetString()
        );
    }

    static async Task<DrivingSession> OpenAsync(string capabilities, bool hasProject)
    {
        var session = await DrivingSession.StartAsync(
            capabilities,
            prepare: session =>
            {
                if (!hasProject)
                    File.Delete(session.PathOf(Project));
            }
        );
        await session.OpenAsync(session.Train);
        return session;
    }

    static async Task<JsonElement> FindingAsync(DrivingSession session) =>
        (await session.DiagnosticsAsync(session.Train)).First(one => one.GetProperty("code").GetString() == "LS3203");

    static async Task<List<JsonElement>> ActionsAsync(DrivingSession session, JsonElement finding)
    {
        var answer = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(session.Train))}}}},"range":{{{finding.GetProperty("range").GetRawText()}}},"context":{"diagnostics":[{{{finding.GetRawText()}}}],"only":["quickfix"]}}"""
        );
        return [.. answer.EnumerateArray()];
    }

    /// <summary>As an editor that saves: files are made, edits written, and the server hears of both.</summary>
    static async Task ApplyAsync(DrivingSession session, List<JsonElement> changes)
    {
        foreach (var change in changes)
            if (change.TryGetProperty("uri", out var made))
            {
                var path = new Uri(made.GetString()!).LocalPath;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                Assert.False(File.Exists(path));
                await File.WriteAllTextAsync(path, "");
            }
            else
            {
                var path = new Uri(change.GetProperty("textDocument").GetProperty("uri").GetString()!).LocalPath;
                var text = await File.ReadAllTextAsync(path);
                var edit = Assert.Single(change.GetProperty("edits").EnumerateArray());
                var (start, end) = GuidelineOfData.Bounds(text, edit.GetProperty("range"));
                await File.WriteAllTextAsync(
                    path,
                    text[..start] + edit.GetProperty("newText").GetString() + text[end..]
                );
            }

        var events = string.Join(
            ',',
            new[] { Project, Baseline }
                .Select(session.PathOf)
                .Where(File.Exists)
                .Select(path => $$"""{"uri":{{DrivingSession.Quote(DrivingSession.UriOf(path))}},"type":1}""")
        );
        await session.Client.NotifyAsync("workspace/didChangeWatchedFiles", $$"""{"changes":[{{events}}]}""");
    }
}
