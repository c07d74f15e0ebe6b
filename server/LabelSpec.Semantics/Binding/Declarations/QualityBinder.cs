using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>Binds the <c>quality</c> block.</summary>
internal sealed class QualityBinder(BindingServices services)
{
    private SourceSpan? first;

    public QualitySymbol? Quality { get; private set; }

    public void Bind(QualityDeclaration node, BindingSite site)
    {
        var span = site.SpanOf(node);
        if (first is { } other)
        {
            site.Bag.Report(
                SemanticDiagnostics.DeclaredTwice,
                span,
                "A guideline has one `quality` block: join the two",
                related: [new RelatedPlace(other, "The first one")]
            );
            return;
        }
        first = span;
        var matches = ImmutableArray.CreateBuilder<MatchRule>();
        var accept = ImmutableArray.CreateBuilder<QualityGate>();
        var agreement = ImmutableArray.CreateBuilder<QualityGate>();
        double? honeypots = null;
        foreach (var member in node.Members)
        {
            switch (member)
            {
                case MatchMember match:
                    AddGates(match.Criteria, QualityMetrics.Matching, "matching", site)
                        .ForEach(gate =>
                            matches.Add(
                                new MatchRule(gate.Metric, gate.Operator, gate.Threshold, gate.Classes, gate.Span)
                            )
                        );
                    break;
                case AcceptMember list:
                    accept.AddRange(AddGates(list.Criteria, QualityMetrics.Acceptance, "acceptance", site));
                    break;
                case AgreementMember list:
                    agreement.AddRange(AddGates(list.Criteria, QualityMetrics.Agreement, "agreement", site));
                    break;
                case HoneypotsMember share:
                    honeypots = services.Constants.BindShare(share.Share, site);
                    break;
                default:
                    break;
            }
        }
        Quality = new QualitySymbol(
            matches.DrainToImmutable(),
            accept.DrainToImmutable(),
            agreement.DrainToImmutable(),
            honeypots,
            span
        );
    }

    private List<QualityGate> AddGates(
        IReadOnlyList<Criterion> criteria,
        ImmutableArray<QualityMetric> metrics,
        string purpose,
        BindingSite site
    )
    {
        var gates = new List<QualityGate>(criteria.Count);
        foreach (var node in criteria)
        {
            if (BindGate(node, metrics, purpose, site) is { } gate)
            {
                gates.Add(gate);
            }
        }
        return gates;
    }

    private QualityGate? BindGate(
        Criterion node,
        ImmutableArray<QualityMetric> metrics,
        string purpose,
        BindingSite site
    )
    {
        if (node.Metric.IsMissing)
        {
            return null;
        }
        var metric = metrics.FirstOrDefault(known => known.Name == node.Metric.Value);
        if (metric is null)
        {
            ReportUnknown(node, metrics, purpose, site);
            return null;
        }
        var classes = node.Of is null ? null : services.ClassSets.Bind(node.Of, site);
        if (node.Of is not null && classes is null)
        {
            return null;
        }
        CheckAttribute(node, classes, site);
        if (services.Constants.BindNumber(node.Value, metric.Unit, site) is not { } threshold)
        {
            return null;
        }
        var kind = (ComparisonOperator)(int)node.Operator;
        CheckThreshold(node, metric, kind, threshold, site);
        return new QualityGate(metric.Name, classes, node.Attribute?.Value, kind, threshold, site.SpanOf(node));
    }

    private static void CheckAttribute(Criterion node, ClassSet? classes, BindingSite site)
    {
        if (node.Attribute is not { IsMissing: false } name || classes is null)
        {
            return;
        }
        var found = false;
        foreach (var symbol in classes)
        {
            if (symbol.FindAttribute(name.Value) is { } attribute)
            {
                site.Use(attribute, name);
                found = true;
            }
        }
        if (!found)
        {
            var span = site.SpanOf(name);
            var suggestion = Suggestion.For(name.Value, MemberNames.Of(new AnnotationType(classes), []), span);
            site.Bag.Report(
                SemanticDiagnostics.UnknownMember,
                span,
                $"`{classes}` has no attribute `{name.Value}`{suggestion.Question}",
                suggestion.Fixes
            );
        }
    }

    private static void CheckThreshold(
        Criterion node,
        QualityMetric metric,
        ComparisonOperator kind,
        double threshold,
        BindingSite site
    )
    {
        var isUpward = kind is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual;
        var wanted = metric.IsBetterHigh ? isUpward : kind is ComparisonOperator.Less or ComparisonOperator.LessOrEqual;
        if (wanted && metric.Range.Contains(threshold))
        {
            return;
        }
        site.Bag.Report(
            SemanticDiagnostics.InvalidThreshold,
            site.SpanOf(node),
            wanted
                ? $"`{metric.Name}` lies in {metric.Range}, so `{TypeText.Quote(node.Value)}` decides nothing"
                : $"More `{metric.Name}` is {(metric.IsBetterHigh ? "better" : "worse")}: write `{metric.Name} {(metric.IsBetterHigh ? ">=" : "<=")} …`"
        );
    }

    private static void ReportUnknown(
        Criterion node,
        ImmutableArray<QualityMetric> metrics,
        string purpose,
        BindingSite site
    )
    {
        var names = metrics.Select(metric => metric.Name).ToArray();
        var span = site.SpanOf(node.Metric);
        var suggestion = Suggestion.For(node.Metric.Value, names, span);
        site.Bag.Report(
            SemanticDiagnostics.UnknownMetric,
            span,
            $"There is no metric `{node.Metric.Value}` for {purpose}"
                + (suggestion.Name is null ? ": write " + TypeText.Choices(names) : suggestion.Question),
            suggestion.Fixes
        );
    }
}
