using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.Reports.Help;

namespace LabelSpec.LanguageServer.Features.Pages;

/// <summary>The pages of diagnostic codes as documents of their own scheme: nothing has to be fetched to read them.</summary>
sealed class PagesFeature : IFeature
{
    public const string Scheme = "labelspec-help";

    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "workspace.textDocumentContent",
            client => client.VirtualDocuments ? new JsonObject { ["schemes"] = new JsonArray(Scheme) } : null
        );
        features.Workspace<TextDocumentContentParams, TextDocumentContentResult>(
            "workspace/textDocumentContent",
            (_, wish, _) =>
                DiagnosticPages.Instance.Find(CodeOf(wish.Uri)) is { } page
                    ? Task.FromResult<TextDocumentContentResult?>(new TextDocumentContentResult(page.Markdown))
                    : throw new LspErrorException(LspErrorException.RequestFailed, $"There is no page {wish.Uri}.")
        );
    }

    public static string UriOf(string code) => $"{Scheme}:/{code}.md";

    static string CodeOf(string uri) => Path.GetFileNameWithoutExtension(uri[(uri.LastIndexOf('/') + 1)..]);
}
