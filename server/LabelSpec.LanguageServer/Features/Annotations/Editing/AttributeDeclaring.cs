using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>An attribute that the data has and its class has not is declared in the class, with the type that its values have.</summary>
static class AttributeDeclaring
{
    static readonly string Code = CheckCatalogue.Find("unknown_attribute")!.Code;

    /// <summary>Null for other findings, and where no guideline can be edited.</summary>
    public static (string Title, WorkspaceEdit Edit)? Of(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        Finding finding
    )
    {
        if (
            finding.Rule != Code
            || finding.TextOf("attribute") is not { } name
            || view.Analysis.CategoryOf(finding) is not { } label
            || view.Analysis.Guideline?.FindClassByLabel(label) is not { } symbol
        )
            return null;
        var (path, at) = (symbol.Span.File.Path, symbol.NameSpan.Start);
        // The last good guideline may be older than what is typed now.
        if (
            snapshot.FindAt(path) is not { Content: GuidelineContent content }
            || content.Tree.Text != symbol.Span.File.Text
            || content.Tree.PathAt(at).OfType<ClassDeclaration>().FirstOrDefault() is not { } declared
        )
            return null;
        var type = AttributeTypeOfData.Of(view.Dataset, label, name);
        var edits = new EditBuilder(snapshot);
        var (span, text) = NewMember.Of(content.Tree, declared, $"attribute {NewNames.AsDeclared(name)}: {type}");
        return (
            $"Declare the attribute \"{name}\" of {symbol.Name} in {Path.GetFileName(path)}",
            edits.Replace(path, span, text).Build()
        );
    }
}
