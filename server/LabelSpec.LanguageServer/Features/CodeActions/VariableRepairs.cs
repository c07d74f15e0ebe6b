using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>A variable that hides another one is given a name of its own, wherever it is meant.</summary>
static class VariableRepairs
{
    public static GuidelineAction? Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        if (finding.Code != SemanticDiagnostics.VariableHidesVariable.Code)
            return null;
        var index = analysis.Compilation.Index;
        var inner = index
            .At(analysis.File, finding.Span.Start)
            .FirstOrDefault(occurrence => occurrence.Span.Start == finding.Span.Start);
        if (inner.Symbol is null)
            return null;
        var name = FreeName(analysis.Text, inner.Symbol.Name);
        return new GuidelineAction(
            $"Call it {name}",
            ActionKinds.QuickFix,
            [
                .. index
                    .ReferencesOf(inner.Symbol)
                    .Select(use =>
                        (use.Span.File.Path, new TextSpan(use.Span.Start, use.Span.Length), SyntaxFacts.Quote(name))
                    ),
            ],
            finding
        );
    }

    /// <summary>What stands nowhere in the text is taken by nothing that can be seen from the variable's place.</summary>
    static string FreeName(string text, string wish)
    {
        for (var number = 2; ; number++)
            if ($"{wish}_{number}" is var name && !text.Contains(name, StringComparison.Ordinal))
                return name;
    }
}
