using LabelSpec.Grammar.Text;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Something that can be done to guidelines, with the edits that do it.</summary>
/// <param name="Kind">As the protocol names kinds: <c>quickfix</c>, <c>refactor.extract</c>, …</param>
/// <param name="Repairs">What it repairs; null for refactorings.</param>
sealed record GuidelineAction(
    string Title,
    string Kind,
    IReadOnlyList<(string Path, TextSpan Span, string Text)> Edits,
    SpecDiagnostic? Repairs = null,
    bool IsPreferred = false
);
