using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>A line above a declaration.</summary>
/// <param name="RunsTests">A click runs the tests of the guideline; otherwise it only says something.</param>
sealed record GuidelineLens(TextSpan Span, string Title, bool RunsTests);
