using LabelSpec.Grammar.Facts;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>A rule as it would be typed.</summary>
/// <param name="Lines">What stands in its braces.</param>
sealed record WrittenRule(string Name, IReadOnlyList<string> Lines)
{
    /// <param name="prose">What goes above it, with its line breaks.</param>
    public string With(string prose) =>
        $"{prose}rule {SyntaxFacts.Quote(Name)} {{\n{string.Concat(Lines.Select(line => $"  {line}\n"))}}}";
}
