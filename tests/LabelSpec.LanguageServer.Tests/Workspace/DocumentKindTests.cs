using LabelSpec.LanguageServer.Features;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Tests.Workspace;

/// <summary>What a document is, by its name, by what the editor calls it, and by what stands in it.</summary>
public sealed class DocumentKindTests
{
    const string Coco = """{"images":[],"annotations":[],"categories":[]}""";

    [Theory]
    [InlineData("file:///project/a.labelspec", "plaintext", "", "guideline")]
    [InlineData("untitled:Untitled-1", "labelspec", "", "guideline")]
    [InlineData("file:///project/notes", "labelspec", "", "guideline")]
    [InlineData("file:///project/labelspec.yaml", "labelspec", "", "project file")]
    [InlineData("file:///project/a.json", "json", Coco, "annotation file")]
    // eglot calls every document by the first mode of the server.
    [InlineData("file:///project/a.json", "labelspec", Coco, "annotation file")]
    [InlineData("file:///project/package.json", "json", "{}", null)]
    public void A_document_is_claimed_by_its_kind(string uri, string languageId, string text, string? kind) =>
        Assert.Equal(
            kind,
            AllFeatures.Kinds.FirstOrDefault(one => one.Claims(uri, languageId, new DocumentText(text)))?.Name
        );
}
