using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Functions;

namespace LabelSpec.LanguageServer.Features.SignatureHelp;

/// <summary>Signatures of built-in functions, of `count` and its like, and of `let`s, found by the tokens before the cursor: calls are half written.</summary>
static class GuidelineSignatures
{
    public static CallSignature? At(GuidelineAnalysis analysis, int offset)
    {
        var tokens = new TokensBefore(analysis.Tree, offset);
        var (depth, commas) = (0, 0);
        for (var i = 0; tokens.EndOf(i) >= 0; i++)
            switch (tokens[i].Kind)
            {
                case TokenKind.CloseParen:
                    depth++;
                    break;
                case TokenKind.Comma when depth == 0:
                    commas++;
                    break;
                case TokenKind.OpenParen when depth > 0:
                    depth--;
                    break;
                case TokenKind.OpenParen:
                    return tokens[i + 1].Kind is TokenKind.Word or TokenKind.QuotedName
                        ? Of(analysis, tokens.TextOf(i + 1), commas)
                        : null;
                case TokenKind.OpenBrace or TokenKind.CloseBrace:
                    return null;
            }

        return null;
    }

    static CallSignature? Of(GuidelineAnalysis analysis, string name, int active)
    {
        if (analysis.Compilation.Guideline.Lets.FirstOrDefault(let => let.Name == name) is { } let)
            return Written(
                $"{let.Name}(",
                [.. let.Parameters.Select(parameter => (parameter, ""))],
                ")",
                let.Documentation ?? "",
                active
            );
        if (FunctionTable.Find(name) is not { } function)
            return OfAggregate(name);
        return Written(
            $"{name}(",
            [
                .. function.Parameters.Select(parameter =>
                    (parameter.IsOptional ? $"[{parameter.Name}]" : parameter.Name, parameter.Documentation)
                ),
            ],
            function.Repeats ? ", …)" : ")",
            function.Documentation,
            function.Repeats ? Math.Min(active, function.Parameters.Length - 1) : active
        );
    }

    /// <summary>`count(v: CLASSES where EXPR)` is no function, but is written like one.</summary>
    static CallSignature? OfAggregate(string name) =>
        SyntaxFacts.WordsAt(WordPosition.ExpressionStart).FirstOrDefault(word => word.Text == name) is { } word
        && word.Usage.StartsWith(name + '(', StringComparison.Ordinal)
            ? new CallSignature(word.Usage, word.Documentation, [(name.Length + 1, word.Usage.Length - 1, "")], 0)
            : null;

    static CallSignature Written(
        string start,
        IReadOnlyList<(string Text, string Documentation)> parameters,
        string end,
        string documentation,
        int active
    )
    {
        var label = new System.Text.StringBuilder(start);
        var places = new List<(int, int, string)>();
        foreach (var (text, about) in parameters)
        {
            if (places.Count > 0)
                label.Append(", ");
            places.Add((label.Length, label.Length + text.Length, about));
            label.Append(text);
        }

        return new CallSignature(label.Append(end).ToString(), documentation, places, active);
    }
}
