using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>Whether a name is taken where a variable can be named: by another variable, or by something from outside.</summary>
static class NamesInScope
{
    /// <param name="declared">Where the variable is declared.</param>
    public static bool Has(SyntaxTree tree, int declared, string name)
    {
        var scopes = tree.PathAt(declared).Where(IsScope).ToList();
        // An outer variable of this name would be hidden, even where it is not named in here.
        return scopes.Count > 0 && (Within(scopes[^1]).Contains(name) || scopes.SelectMany(Variables).Contains(name));
    }

    static bool IsScope(SyntaxNode node) =>
        node is QuantifierExpression or AggregateExpression or LetDeclaration or RuleDeclaration;

    /// <summary>What a scope itself names.</summary>
    static IEnumerable<string> Variables(SyntaxNode scope) =>
        scope switch
        {
            QuantifierExpression quantifier => [quantifier.Variable.Name.Value],
            AggregateExpression aggregate => [aggregate.Variable.Name.Value],
            LetDeclaration let => (let.Parameters ?? []).Select(parameter => parameter.Value),
            RuleDeclaration rule => rule.Members.OfType<ForMember>().SelectMany(member => Within(member.Binder)),
            _ => [],
        };

    /// <summary>Every name that is declared or used as a variable in a node; behind a dot stand members.</summary>
    static IEnumerable<string> Within(SyntaxNode node)
    {
        IEnumerable<string> own = node switch
        {
            NameExpression expression => [expression.Name.Value],
            BoundVariable variable => [variable.Name.Value],
            Binder binder => binder.Children.OfType<Name>().Select(name => name.Value),
            LetDeclaration let => Variables(let),
            _ => [],
        };
        return own.Concat(node.Children.SelectMany(Within));
    }
}
