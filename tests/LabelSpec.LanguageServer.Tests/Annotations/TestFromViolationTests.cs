using static LabelSpec.LanguageServer.Tests.Annotations.GuidelineOfData;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Real violations become tests of the guideline.</summary>
public sealed class TestFromViolationTests
{
    [Theory]
    [InlineData("one_class_per_vehicle")]
    [InlineData("rider_has_two_wheeler")]
    [InlineData("one_box_per_person")]
    [InlineData("tiny_people_are_not_labelled")]
    public async Task A_real_violation_becomes_a_test_that_passes_and_fails_without_its_rule(string rule)
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);
        var before = File.ReadAllText(Guideline(session));
        var at = DrivingSession.Place(before, before.IndexOf($"rule {rule}", StringComparison.Ordinal) + 6);
        var actions = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"range":{"start":{{{at}}},"end":{{{at}}}},"context":{"diagnostics":[]}}"""
        );
        var command = actions
            .EnumerateArray()
            .Single(action => action.GetProperty("title").GetString() == $"Add a test of {rule} from train.json")
            .GetProperty("command");

        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"workspace/executeCommand","params":{"command":{{{command.GetProperty("command").GetRawText()}}},"arguments":{{{command.GetProperty("arguments").GetRawText()}}}}}"""
        );
        var edit = (await session.Client.NextAsync("workspace/applyEdit")).GetProperty("params").GetProperty("edit");
        var after = Apply(edit, Guideline(session));

        Assert.StartsWith(before, after);
        Assert.Contains($"test \"{rule} in frame_", after);
        var tests = Run(session, after);
        Assert.Equal(Run(session, before).Count + 1, tests.Count);
        Assert.Empty(tests[^1].Failures);
        // It speaks of its rule: without the assertion it fails.
        var body = after.IndexOf('{', after.IndexOf($"rule {rule}", StringComparison.Ordinal)) + 1;
        var toothless = after[..body] + "\n  unless true" + after[body..];
        Assert.NotEmpty(Run(session, toothless)[^1].Failures);
    }

    [Fact]
    public async Task A_finding_in_data_offers_its_test()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);
        var text = File.ReadAllText(session.Train);
        var at = DrivingSession.Place(text, text.IndexOf("{\"id\": 6, \"image_id\": 2", StringComparison.Ordinal) + 3);
        var actions = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(session.Train))}}}},"range":{"start":{{{at}}},"end":{{{at}}}},"context":{"diagnostics":[]}}"""
        );

        var command = actions
            .EnumerateArray()
            .Single(action =>
                action.GetProperty("title").GetString() == "Add a test of one_class_per_vehicle from this"
            )
            .GetProperty("command");
        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"workspace/executeCommand","params":{"command":{{{command.GetProperty("command").GetRawText()}}},"arguments":{{{command.GetProperty("arguments").GetRawText()}}}}}"""
        );
        var edit = (await session.Client.NextAsync("workspace/applyEdit")).GetProperty("params").GetProperty("edit");
        Assert.Contains("expect one_class_per_vehicle at car_6, truck_7", Apply(edit, Guideline(session)));
    }

    [Fact]
    public async Task A_rule_that_data_keeps_offers_no_test_of_a_violation()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);

        var answer = await session.Client.RequestAsync(
            "workspace/executeCommand",
            """{"command":"labelspec.addTest","arguments":[{"rule":"no_such_rule"}]}"""
        );

        Assert.Equal(-32803, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    static IReadOnlyList<Engine.SpecTests.SpecTestResult> Run(DrivingSession session, string text)
    {
        var compilation = Semantics.Compilation.Create(
            Guideline(session),
            Grammar.SyntaxTree.Parse(text),
            new Disk(),
            new Semantics.CompilationOptions { KnownChecks = Engine.Checks.CheckCatalogue.Known }
        );
        Assert.False(compilation.HasErrors);
        return
        [
            .. Engine
                .SpecTests.SpecTestRunner.Run(compilation.Guideline)
                .Results.Where(result => result.Test.Span.File.Path == Guideline(session))
                .OrderBy(result => result.Test.Span.Start),
        ];
    }

    sealed class Disk : Semantics.Sources.IGuidelineFiles
    {
        public Grammar.SyntaxTree? Find(string path) =>
            File.Exists(path) ? Grammar.SyntaxTree.Parse(File.ReadAllText(path)) : null;
    }
}
