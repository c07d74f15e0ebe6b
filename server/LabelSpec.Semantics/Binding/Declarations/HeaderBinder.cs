using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Evolution;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>Binds the <c>guideline</c> header; that of the entry file is that of the whole guideline.</summary>
internal sealed class HeaderBinder(VersionChecker versions)
{
    public GuidelineDeclaration? Header { get; private set; }

    public string? Title { get; private set; }

    public string? Owner { get; private set; }

    public string? Language { get; private set; }

    public void Bind(BindingSite site, bool isEntry)
    {
        GuidelineDeclaration? first = null;
        var declarations = site.Unit.Tree.Declarations;
        for (var i = 0; i < declarations.Count; i++)
        {
            if (declarations[i] is not GuidelineDeclaration node)
            {
                continue;
            }
            if (first is not null || i > 0)
            {
                ReportMisplaced(node, first, site);
            }
            if (first is null)
            {
                first = node;
                BindHeader(node, site, isEntry);
            }
        }
        if (first is null && isEntry && declarations.Count > 0)
        {
            site.Bag.Report(
                SemanticDiagnostics.HeaderMissing,
                new Sources.SourceSpan(site.Unit.File, site.SpanOf(declarations[0]).Start, 0),
                "The guideline has no name and no version: begin with `guideline NAME version \"1.0.0\"`"
            );
        }
    }

    private void BindHeader(GuidelineDeclaration node, BindingSite site, bool isEntry)
    {
        if (node.Version is { } version)
        {
            var parsed = SemanticVersion.TryParse(version.Value);
            if (parsed is null)
            {
                VersionChecker.ReportInvalid(version, site);
            }
            else
            {
                versions.Declare(site.Unit.File, parsed);
            }
        }
        if (isEntry)
        {
            Header = node;
        }
        foreach (var property in node.Members.OfType<PropertyMember>())
        {
            var value = string.Join(", ", property.Values.Select(text => text.Value));
            switch (property.Name.Value)
            {
                case "title":
                    Title = isEntry ? value : Title;
                    break;
                case "owner":
                    Owner = isEntry ? value : Owner;
                    break;
                case "language":
                    Language = isEntry ? value : Language;
                    break;
                case var name when !property.Name.IsMissing:
                    var span = site.SpanOf(property.Name);
                    var suggestion = Suggestion.For(name, HeaderProperties.All, span);
                    site.Bag.Report(
                        SemanticDiagnostics.UnknownSetting,
                        span,
                        $"The header has no `{name}`"
                            + (
                                suggestion.Name is null ? ": write `title`, `owner` or `language`" : suggestion.Question
                            ),
                        suggestion.Fixes
                    );
                    break;
                default:
                    break;
            }
        }
    }

    private static void ReportMisplaced(GuidelineDeclaration node, GuidelineDeclaration? first, BindingSite site) =>
        site.Bag.Report(
            SemanticDiagnostics.HeaderMisplaced,
            site.SpanOf(node.Name.IsMissing ? node : node.Name),
            first is null
                ? "The header is the first declaration of a file: move it up"
                : "A file has one header: remove this one",
            related: first is null ? [] : [new RelatedPlace(site.SpanOf(first), "The first header")]
        );
}
