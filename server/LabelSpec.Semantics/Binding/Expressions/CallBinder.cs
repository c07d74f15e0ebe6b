using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds calls of built-in functions and of <c>let</c>s with parameters.</summary>
internal sealed class CallBinder(ExpressionBinder binder, DeclarationTable table)
{
    private readonly ArgumentBinder arguments = new(binder);

    public BoundExpression Bind(CallExpression node, Scope scope)
    {
        if (table.Lets.TryGetValue(node.Function.Value, out var let))
        {
            scope.Site.Use(let.Symbol, node.Function);
            return binder.Lets.Call(let, node.Arguments, node, scope);
        }
        var span = scope.Site.SpanOf(node);
        if (FunctionTable.Find(node.Function.Value) is not { } signature)
        {
            BindForDiagnostics(node, scope);
            ReportUnknown(node, scope);
            return new BoundError(span);
        }
        if (
            node.Arguments.Count < signature.RequiredCount
            || (node.Arguments.Count > signature.Parameters.Length && !signature.Repeats)
        )
        {
            BindForDiagnostics(node, scope);
            scope.Site.Bag.Report(
                SemanticDiagnostics.WrongArgumentCount,
                span,
                $"`{signature.Name}` takes {CountText(signature)}: write `{signature.Display}`"
            );
            return new BoundError(span);
        }
        return BindArguments(node, signature, scope) is { } bound
            ? Finish(node, signature, bound, scope, span)
            : new BoundError(span);
    }

    private ImmutableArray<BoundExpression>? BindArguments(
        CallExpression node,
        FunctionSignature signature,
        Scope scope
    )
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>(node.Arguments.Count);
        var failed = false;
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            var parameter = signature.Parameters[Math.Min(i, signature.Parameters.Length - 1)];
            var argument = arguments.Bind(node.Arguments[i], parameter, signature, scope);
            failed |= argument.Type.IsError;
            bound.Add(argument);
        }
        return failed ? null : bound.MoveToImmutable();
    }

    private static BoundExpression Finish(
        CallExpression node,
        FunctionSignature signature,
        ImmutableArray<BoundExpression> bound,
        Scope scope,
        SourceSpan span
    )
    {
        var type = ResultType(node, signature, bound, scope, span);
        return type is null ? new BoundError(span) : new BoundCall(signature.Function, bound, type, span);
    }

    private static LabelType? ResultType(
        CallExpression node,
        FunctionSignature signature,
        ImmutableArray<BoundExpression> bound,
        Scope scope,
        SourceSpan span
    )
    {
        switch (signature.Result)
        {
            case ResultKind.Bool:
                return BoolType.Instance;
            case ResultKind.Ratio:
                return NumberType.Ratio;
            case ResultKind.Count:
                return NumberType.Count;
            case ResultKind.Pixels:
                return NumberType.Pixel;
            case ResultKind.Degrees:
                return NumberType.Degree;
            case ResultKind.RootOfUnit:
                var unit = ((NumberType)bound[0].Type).Unit;
                if (unit.SquareRoot() is { } root)
                {
                    return new NumberType(root);
                }
                scope.Site.Bag.Report(
                    SemanticDiagnostics.IncompatibleUnits,
                    span,
                    $"`{TypeText.Quote(node.Arguments[0])}` is in {unit}, which has no square root: take the root of an area, or of a plain number"
                );
                return null;
            default:
                for (var i = 1; i < bound.Length; i++)
                {
                    if (!UnitNames.Fit(bound[0], bound[i]))
                    {
                        UnitMismatch.Report(
                            node.Arguments[0],
                            bound[0],
                            node.Arguments[i],
                            bound[i],
                            "cannot be compared",
                            span,
                            scope
                        );
                        return null;
                    }
                }
                return bound.Length == 1 ? bound[0].Type : new NumberType(UnitNames.Common(bound[0], bound[1]));
        }
    }

    private void BindForDiagnostics(CallExpression node, Scope scope)
    {
        foreach (var argument in node.Arguments)
        {
            _ = binder.Bind(argument, scope, ErrorType.Instance);
        }
    }

    private void ReportUnknown(CallExpression node, Scope scope)
    {
        if (node.Function.IsMissing)
        {
            return;
        }
        var span = scope.Site.SpanOf(node.Function);
        var suggestion = Suggestion.For(
            node.Function.Value,
            FunctionTable.All.Select(signature => signature.Name).Concat(table.Lets.Keys),
            span
        );
        if (table.IsIncomplete && suggestion.Name is null)
        {
            return;
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.UnknownFunction,
            span,
            $"There is no function `{node.Function.Value}`{suggestion.Question}",
            suggestion.Fixes
        );
    }

    private static string CountText(FunctionSignature signature)
    {
        var (least, most) = (signature.RequiredCount, signature.Parameters.Length);
        var text =
            signature.Repeats ? $"at least {least}"
            : least == most ? $"{least}"
            : $"{least} or {most}";
        return text + (text == "1" ? " argument" : " arguments");
    }
}
