using System.Text.Json;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Tests.Wire;

public sealed class EditTests
{
    /// <summary>The protocol has `integer | null` there, and VS Code's client refuses the whole edit where it is missing.</summary>
    [Fact]
    public void An_edit_of_a_file_that_is_not_open_says_so_with_null()
    {
        var edit = new WorkspaceEdit(
            DocumentChanges: [new(new OptionalVersionedTextDocumentIdentifier("file:///a", null), [])]
        );

        var text = JsonSerializer.Serialize(edit, ProtocolContext.Default.WorkspaceEdit);

        Assert.Equal("""{"documentChanges":[{"textDocument":{"uri":"file:///a","version":null},"edits":[]}]}""", text);
    }
}
