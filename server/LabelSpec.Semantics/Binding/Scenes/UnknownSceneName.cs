using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Binding.Scenes;

internal static class UnknownSceneName
{
    public static void Report(string name, SourceSpan span, IEnumerable<string> names, BindingSite site)
    {
        var suggestion = Suggestion.For(name, names, span);
        site.Bag.Report(
            SemanticDiagnostics.UnknownSceneName,
            span,
            $"The scene has no annotation `{name}`{suggestion.Question}",
            suggestion.Fixes
        );
    }
}
