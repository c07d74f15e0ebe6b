using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>
/// Expands <c>let</c>s. A body is bound once on its own, where its parameters fit everything, and again for each use, with the types of the
/// arguments; what is wrong only for a use is reported there.
/// </summary>
internal sealed class LetBinder(ExpressionBinder binder)
{
    private const int DeepestNesting = 32;
    private const int MostExpansions = 1000;

    private int expansions;

    /// <summary>Each outermost expression may expand so many lets.</summary>
    public void StartExpression() => expansions = 0;

    public BoundExpression Call(LetEntry let, IReadOnlyList<Expression> arguments, Expression node, Scope scope)
    {
        var span = scope.Site.SpanOf(node);
        if (let.IsActive)
        {
            ReportRecursion(let);
            return new BoundError(span);
        }
        var own = BindAlone(let);
        var parameters = let.Syntax.Parameters;
        if ((parameters?.Count ?? 0) != arguments.Count || (parameters is not null && node is NameExpression))
        {
            foreach (var argument in arguments)
            {
                _ = binder.Bind(argument, scope, ErrorType.Instance);
            }
            scope.Site.Bag.Report(
                SemanticDiagnostics.WrongArgumentCount,
                span,
                parameters is null
                    ? $"`{let.Symbol.Name}` takes no arguments: write `{let.Symbol.Name}`"
                    : $"`{let.Symbol.Name}` takes {parameters.Count} {(parameters.Count == 1 ? "argument" : "arguments")}: write `{let.Symbol.Name}({string.Join(", ", let.Symbol.Parameters)})`",
                related: [new RelatedPlace(let.Symbol.NameSpan, $"`{let.Symbol.Name}` is declared here")]
            );
            return new BoundError(span);
        }
        if (scope.LetDepth >= DeepestNesting || ++expansions > MostExpansions)
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.TooComplex,
                span,
                "Too many `let`s stand in one another here: write a part of it as a rule of its own"
            );
            return new BoundError(span);
        }
        return Expand(let, own, arguments, scope, span);
    }

    /// <summary>Binds the body once with parameters of unknown type; reports what is wrong in any case.</summary>
    public DiagnosticBag BindAlone(LetEntry let)
    {
        if (let.OwnDiagnostics is { } known)
        {
            return known;
        }
        var bag = new DiagnosticBag();
        var site = let.Site with { Bag = bag };
        var scope = new Scope(site, ScopeKind.Let);
        scope = scope.WithImage(new BoundImage(let.Symbol.NameSpan));
        foreach (var parameter in let.Syntax.Parameters ?? [])
        {
            if (!parameter.IsMissing)
            {
                var variable = new VariableSymbol(parameter.Value, ErrorType.Instance, let.Site.SpanOf(parameter));
                let.Site.Index?.Declare(variable);
                scope = scope.With(variable);
            }
        }
        let.IsActive = true;
        let.OwnDiagnostics = bag;
        let.Site.Index?.Scopes.Add((let.Site.SpanOf(let.Syntax), scope));
        var body = binder.Bind(let.Syntax.Value, scope);
        let.IsActive = false;
        let.Symbol.Type = body.Type.IsError ? null : body.Type;
        let.Site.Index?.Expressions.Add(body);
        for (var i = 0; i < bag.Count; i++)
        {
            let.Site.Bag.Add(bag[i]);
        }
        return bag;
    }

    private BoundExpression Expand(
        LetEntry let,
        DiagnosticBag own,
        IReadOnlyList<Expression> arguments,
        Scope scope,
        Sources.SourceSpan span
    )
    {
        var bag = new DiagnosticBag();
        var inner = scope.ForLet(let.Site with { Bag = bag, Index = let.Site.Index?.ForUse() });
        var bound = new BoundExpression[arguments.Count];
        var failed = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            bound[i] = binder.Bind(arguments[i], scope);
            failed |= bound[i].Type.IsError;
            inner = inner.With(let.Symbol.Parameters[i], bound[i]);
        }
        if (failed)
        {
            return new BoundError(span);
        }
        let.IsActive = true;
        var body = binder.Bind(let.Syntax.Value, inner);
        let.IsActive = false;
        for (var i = 0; i < bag.Count; i++)
        {
            if (IsUnknownName(bag[i].Code))
            {
                let.Site.Bag.Add(bag[i]);
            }
            else if (!own.Has(bag[i].Code, bag[i].Span))
            {
                scope.Site.Bag.Add(AtUse(bag[i], let, span));
            }
        }
        if (body.Type.IsError)
        {
            return new BoundError(span);
        }
        let.Symbol.NoteUse(body.Type);
        return new BoundLetCall(let.Symbol, [.. bound], body, span);
    }

    /// <summary>A name that means nothing does so for every use: it is told once, where it stands.</summary>
    private static bool IsUnknownName(string code) =>
        code == SemanticDiagnostics.UnknownName.Code
        || code == SemanticDiagnostics.UnknownClass.Code
        || code == SemanticDiagnostics.UnknownFunction.Code;

    private static SpecDiagnostic AtUse(SpecDiagnostic inBody, LetEntry let, Sources.SourceSpan use) =>
        inBody with
        {
            Span = use,
            Message = $"In `{let.Symbol.Name}`: {inBody.Message}",
            Related = [new RelatedPlace(inBody.Span, $"In the body of `{let.Symbol.Name}`"), .. inBody.Related],
            Fixes = [],
        };

    private static void ReportRecursion(LetEntry let) =>
        let.Site.Bag.Report(
            SemanticDiagnostics.LetRecursion,
            let.Symbol.NameSpan,
            $"`{let.Symbol.Name}` refers to itself, perhaps through other `let`s: write it without"
        );
}
