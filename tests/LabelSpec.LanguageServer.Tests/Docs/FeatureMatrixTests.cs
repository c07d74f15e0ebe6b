using System.Text;
using System.Text.Json;
using LabelSpec.LanguageServer.Features;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Docs;

/// <summary>The page of features is made from what the server registers and announces, and so cannot promise more.</summary>
public sealed class FeatureMatrixTests
{
    static readonly (string Heading, Type Content)[] Kinds =
    [
        ("guideline", typeof(GuidelineContent)),
        ("`labelspec.yaml`", typeof(ProjectContent)),
        ("annotation files", typeof(AnnotationContent)),
    ];

    static readonly ClientCapabilities Everything = new(
        JsonDocument
            .Parse(
                """{"textDocument":{"diagnostic":{}},"workspace":{"textDocumentContent":{},"fileOperations":{"willRename":true}}}"""
            )
            .RootElement
    );

    [Fact]
    public void The_page_is_what_the_server_can()
    {
        var page = Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.LanguageServer", "docs", "features.md");
        var text = Page();
        if (Environment.GetEnvironmentVariable(Snapshot.UpdateVariable) == "1")
            File.WriteAllText(page, text);

        Assert.Equal(File.ReadAllText(page), text);
    }

    [Fact]
    public void Whatever_is_answered_is_announced_and_the_other_way_round()
    {
        using var server = Server();
        var capabilities = new ClientCapabilities(server.Features.CapabilitiesFor(Everything));
        var answered = server.Features.Methods.Select(method => method.Method).ToHashSet();

        foreach (var (method, capability, _) in ProtocolMethods.All.Where(row => row.Capability.Length > 0))
            Assert.True(
                answered.Contains(method) == capabilities.Announces(capability),
                $"{method}: answered {answered.Contains(method)}, announced {capabilities.Announces(capability)}"
            );
    }

    [Fact]
    public void Every_method_is_one_of_the_protocol_or_our_own()
    {
        using var server = Server();

        Assert.All(
            server.Features.Methods,
            method =>
                Assert.True(
                    method.Method.StartsWith("labelspec/", StringComparison.Ordinal)
                        || ProtocolMethods.All.Any(row => row.Method == method.Method),
                    method.Method
                )
        );
    }

    [Fact]
    public void What_is_called_irrelevant_is_not_answered()
    {
        using var server = Server();
        var answered = server.Features.Methods.Select(method => method.Method).ToHashSet();

        Assert.DoesNotContain(ProtocolMethods.All, row => row.Irrelevant is not null && answered.Contains(row.Method));
    }

    static LabelSpecServer Server() => new(Stream.Null, Stream.Null);

    static string Page()
    {
        using var server = Server();
        var methods = server.Features.Methods.ToDictionary(method => method.Method);
        var page = new StringBuilder();
        page.Append(
            """
            # Features of the language server

            What `labelspec lsp` answers, of everything that a client may ask by protocol 3.17 and by what of 3.18 clients use. A
            test makes this page from what the server registers and compares it with what `initialize` announces.

            | method | 
            """.TrimEnd()
        );
        page.Append(' ').AppendJoin(" | ", Kinds.Select(kind => kind.Heading)).Append(" | note |\n| --- |");
        page.Append(string.Concat(Kinds.Select(_ => " --- |"))).Append(" --- |\n");
        foreach (var (name, _, irrelevant) in ProtocolMethods.All)
        {
            var known = methods.GetValueOrDefault(name);
            page.Append("| `").Append(name).Append("` |");
            foreach (var (_, content) in Kinds)
                page.Append(' ').Append(Cell(known, content)).Append(" |");
            page.Append(' ').Append(known is null ? irrelevant ?? "not yet" : "").Append(" |\n");
        }

        page.Append(
            """

            Beyond the protocol there are [custom requests](custom-requests.md) for pictures and the tree of findings.
            [Adding a feature](adding-a-feature.md) is for those who work on the server.

            """
        );
        return page.ToString();
    }

    static string Cell(AnnouncedMethod? method, Type content) =>
        method is null ? ""
        : method.ContentTypes.Count == 0 || method.ContentTypes.Contains(content) ? "yes"
        : "";
}
