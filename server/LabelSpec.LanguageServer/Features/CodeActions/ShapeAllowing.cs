using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>A shape that a scene draws and its class does not allow is allowed, where the class itself says which shapes it has.</summary>
static class ShapeAllowing
{
    public static GuidelineAction? Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        if (finding.Code != SemanticDiagnostics.ShapeNotAllowed.Code)
            return null;
        var path = analysis.Tree.PathAt(finding.Span.Start);
        var name =
            path.OfType<SceneAnnotation>().LastOrDefault()?.Class.Value
            ?? path.OfType<SceneTrack>().LastOrDefault()?.Class.Value
            ?? path.OfType<ClassDeclaration>().LastOrDefault()?.Name.Value;
        var shape = finding.Span.Text.Split(' ', 2)[0];
        // A skeleton has a name, and which one is meant is seen in the data only.
        if (name is null || shape == "skeleton")
            return null;
        var shapes = analysis
            .Tree.Declarations.OfType<ClassDeclaration>()
            .FirstOrDefault(declared => declared.Name.Value == name)
            ?.Body?.Members.OfType<ShapeMember>()
            .FirstOrDefault();
        return shapes is not { Choices: [.., var last] }
            ? null
            : new GuidelineAction(
                $"Allow {shape} for {name}",
                ActionKinds.QuickFix,
                [(analysis.Path, new TextSpan(analysis.Tree.SpanOf(last).End, 0), $" | {shape}")],
                finding
            );
    }
}
