using System.Text.Json;
using static LabelSpec.LanguageServer.Tests.Annotations.GuidelineOfData;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Renaming what data calls something: the data follows, if somebody says so.</summary>
public sealed class DataRenameTests
{
    const string Confirming =
        """{"textDocument":{"diagnostic":{},"rename":{"honorsChangeAnnotations":true}},"workspace":{"diagnostics":{"refreshSupport":true},"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{"groupsOnLabel":true}}}}""";

    [Fact]
    public async Task Renaming_a_label_offers_to_migrate_open_and_closed_files()
    {
        await using var session = await OpenAsync(Confirming);
        await session.OpenAsync(session.Train);

        var edit = await RenameAsync(session, "class pedestrian \"", "person", "walker");

        var migrate = edit.GetProperty("changeAnnotations").GetProperty("labelspec.migrate");
        Assert.True(migrate.GetProperty("needsConfirmation").GetBoolean());
        Assert.Equal("Migrate 2 annotation files", migrate.GetProperty("label").GetString());
        Assert.Contains("--class person=walker", migrate.GetProperty("description").GetString());
        Assert.Contains("replaces \"person\" since \"2.3.0\"", Apply(edit, Guideline(session)));
        var train = Apply(edit, session.Train);
        Assert.Equal(
            File.ReadAllText(session.Train)
                .Replace("\"name\": \"person\"", "\"name\": \"walker\"", StringComparison.Ordinal),
            train
        );
        Assert.DoesNotContain("label=\"person\"", Apply(edit, session.Validation));
        Assert.DoesNotContain("<name>person</name>", Apply(edit, session.Validation));
        // Only what touches data waits for a confirmation, and all of it does.
        foreach (var change in edit.GetProperty("documentChanges").EnumerateArray())
        foreach (var one in change.GetProperty("edits").EnumerateArray())
            Assert.Equal(
                !change
                    .GetProperty("textDocument")
                    .GetProperty("uri")
                    .GetString()!
                    .EndsWith(".labelspec", StringComparison.Ordinal),
                one.TryGetProperty("annotationId", out _)
            );
    }

    [Fact]
    public async Task Renaming_a_class_without_a_label_keeps_both_states_of_the_data_right()
    {
        await using var session = await OpenAsync(Confirming);
        await session.OpenAsync(session.Train);
        var errors = (await session.DiagnosticsAsync(session.Train)).Count;

        var edit = await RenameAsync(session, "class ", "truck", "lorry");

        var guideline = Apply(edit, Guideline(session));
        Assert.Contains("class lorry extends vehicle {\n  alias \"truck\"", guideline);
        await session.ChangeAllAsync(Guideline(session), guideline, 2);
        Assert.Equal(errors, (await session.DiagnosticsAsync(session.Train)).Count);
        await session.ChangeAllAsync(session.Train, Apply(edit, session.Train), 2);
        Assert.Equal(errors, (await session.DiagnosticsAsync(session.Train)).Count);
        Assert.Contains("\"lorry\"", Apply(edit, session.Train));
    }

    [Fact]
    public async Task A_client_that_cannot_ask_is_told_of_the_command_and_data_is_left_alone()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);

        var labelled = await RenameAsync(session, "class ", "truck", "lorry");
        var text = File.ReadAllText(Guideline(session));
        var position = DrivingSession.Place(text, text.IndexOf("\"person\"", StringComparison.Ordinal) + 2);
        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"textDocument/rename","params":{"textDocument":{"uri":{{{Uri(session)}}}},"position":{{{position}}},"newName":"walker"}}"""
        );

        var message = (await session.Client.NextAsync("window/showMessage")).GetProperty("params");
        Assert.Contains("labelspec migrate --class person=walker", message.GetProperty("message").GetString());
        var edit = (await session.Client.AnswerAsync(900)).GetProperty("result");
        Assert.All(
            edit.GetProperty("documentChanges")
                .EnumerateArray()
                .Concat(labelled.GetProperty("documentChanges").EnumerateArray()),
            change => Assert.EndsWith(".labelspec", change.GetProperty("textDocument").GetProperty("uri").GetString())
        );
        Assert.Contains("class lorry \"truck\" extends", Apply(labelled, Guideline(session)));
    }

    static async Task<JsonElement> RenameAsync(DrivingSession session, string before, string name, string newName) =>
        await session.AskAtAsync(
            "textDocument/rename",
            Guideline(session),
            before + name[..1],
            $",\"newName\":{DrivingSession.Quote(newName)}"
        );
}
