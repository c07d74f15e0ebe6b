using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Gives an expression a name, and puts the expression back in the place of the name.</summary>
static class LetRefactorings
{
    /// <summary>The selected expression as a `let` of its own; the variables in it become parameters.</summary>
    public static GuidelineAction? Extract(GuidelineAnalysis analysis, TextSpan range)
    {
        if (range.IsEmpty || ExpressionOver(analysis.Tree, Trimmed(analysis.Text, range)) is not { } expression)
            return null;
        var path = analysis.Tree.PathAt(range.Start);
        var around = path.OfType<Declaration>().FirstOrDefault();
        if (around is not (RuleDeclaration or WhenDeclaration))
            return null;
        var span = analysis.Tree.SpanOf(expression);
        var variables = analysis
            .Compilation.Index.In(analysis.File)
            .Where(occurrence =>
                occurrence.Symbol is VariableSymbol
                && span.Contains(new TextSpan(occurrence.Span.Start, occurrence.Span.Length))
            )
            .Select(occurrence => (VariableSymbol)occurrence.Symbol)
            .Where(variable => !span.Touches(variable.NameSpan.Start))
            .DistinctBy(variable => variable.Name)
            .Select(variable => variable.Name)
            .ToList();
        var name = FreeName(analysis, "condition");
        var head = variables.Count == 0 ? name : $"{name}({string.Join(", ", variables)})";
        var start = DocumentedStart(analysis, around);
        return new GuidelineAction(
            "Extract a let",
            ActionKinds.Extract,
            [
                (analysis.Path, new TextSpan(start, 0), $"let {head} = {expression.ToText()}\n\n"),
                (analysis.Path, span, head),
            ]
        );
    }

    /// <summary>Puts a `let` into all places where it is used, in every file of the guideline, and removes it.</summary>
    public static GuidelineAction? Inline(GuidelineAnalysis analysis, int offset)
    {
        if (
            SymbolSearch.At(analysis, offset) is not [{ Symbol: LetSymbol let }, ..]
            || let.NameSpan.File.Path != analysis.Path
            || analysis.Tree.PathAt(let.NameSpan.Start).OfType<LetDeclaration>().FirstOrDefault() is not { } declaration
        )
            return null;
        var edits = new List<(string, TextSpan, string)>();
        foreach (var occurrence in analysis.Compilation.Index.ReferencesOf(let))
        {
            if (occurrence.IsDeclaration)
                continue;
            var tree =
                occurrence.Span.File.Path == analysis.Path
                    ? analysis.Tree
                    : SyntaxTree.Parse(occurrence.Span.File.Text);
            if (Expanded(tree, declaration, occurrence.Span.Start) is not { } edit)
                return null;
            edits.Add((occurrence.Span.File.Path, edit.Span, edit.Text));
        }

        var span = analysis.Tree.SpanOf(declaration);
        var end = span.End;
        while (end < analysis.Text.Length && analysis.Text[end] is '\n' or '\r')
            end++;
        edits.Add((analysis.Path, TextSpan.FromBounds(DocumentedStart(analysis, declaration), end), ""));
        return new GuidelineAction($"Inline {let.Name}", ActionKinds.Inline, edits);
    }

    static (TextSpan Span, string Text)? Expanded(SyntaxTree tree, LetDeclaration declaration, int offset)
    {
        var path = tree.PathAt(offset);
        var parameters = declaration.Parameters ?? [];
        if (parameters.Count == 0)
            return path.OfType<NameExpression>().LastOrDefault() is { } name
                ? (tree.SpanOf(name), Wrapped(declaration.Value, declaration.Value.ToText()))
                : null;
        if (path.OfType<CallExpression>().LastOrDefault() is not { } call || call.Arguments.Count != parameters.Count)
            return null;
        var arguments = parameters
            .Zip(call.Arguments)
            .ToDictionary(pair => pair.First.Value, pair => Wrapped(pair.Second, pair.Second.ToText()));
        var origin = declaration.Value.Span.Start;
        var edits = NamesIn(declaration.Value)
            .Where(name => arguments.ContainsKey(name.Name.Value))
            .Select(name => new TextEdit(name.Span.Shift(-origin), arguments[name.Name.Value]));
        return (tree.SpanOf(call), Wrapped(declaration.Value, TextEdit.Apply(declaration.Value.ToText(), edits)));
    }

    static IEnumerable<NameExpression> NamesIn(SyntaxNode node) =>
        node is NameExpression name ? [name] : node.Children.SelectMany(NamesIn);

    static string Wrapped(Expression expression, string text) =>
        expression
            is NameExpression
                or MemberExpression
                or CallExpression
                or NumberLiteral
                or BooleanLiteral
                or StringLiteral
                or ParenthesizedExpression
            ? text
            : $"({text})";

    static TextSpan Trimmed(string text, TextSpan range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    static Expression? ExpressionOver(SyntaxTree tree, TextSpan range) =>
        tree.PathAt(range.Start)
            .OfType<Expression>()
            .FirstOrDefault(expression => expression is not RangeExpression && tree.SpanOf(expression) == range);

    static int DocumentedStart(GuidelineAnalysis analysis, Declaration declaration)
    {
        var start = analysis.Tree.SpanOf(declaration).Start;
        return declaration.Documentation is { } documentation
            ? analysis.Tree.SpanOf(declaration.Segment, documentation.Span).Start
            : start;
    }

    static string FreeName(GuidelineAnalysis analysis, string wish)
    {
        var taken = analysis.Compilation.Guideline.Lets.Select(let => let.Name).ToHashSet(StringComparer.Ordinal);
        var name = wish;
        for (var number = 2; taken.Contains(name); number++)
            name = $"{wish}_{number}";
        return name;
    }
}
