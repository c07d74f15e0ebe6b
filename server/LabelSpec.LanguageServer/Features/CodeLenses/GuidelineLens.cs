using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>A line above a declaration.</summary>
/// <param name="Does">What a click does.</param>
/// <param name="Subject">The rule, or the label of the class, whose violations it shows.</param>
sealed record GuidelineLens(TextSpan Span, string Title, LensAction Does = LensAction.Nothing, string Subject = "");
