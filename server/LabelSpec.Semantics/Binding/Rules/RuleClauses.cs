using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>The clauses of a rule, sorted by what they do. Clauses that are missing or given twice are reported.</summary>
internal sealed class RuleClauses
{
    public ForMember? For { get; private set; }

    public List<Member> Assertions { get; } = [];

    public List<UnlessMember> Exceptions { get; } = [];

    public MessageMember? Message { get; private set; }

    public List<FixMember> Fixes { get; } = [];

    public SinceMember? Since { get; private set; }

    /// <summary>Something in the rule could not be parsed, so that what is missing may stand there.</summary>
    public bool HasSyntaxErrors { get; private set; }

    public static RuleClauses Of(RuleDeclaration node, BindingSite site)
    {
        var clauses = new RuleClauses { HasSyntaxErrors = node.Body is null };
        foreach (var member in node.Members)
        {
            clauses.Add(member, site);
        }
        if (!clauses.HasSyntaxErrors)
        {
            clauses.ReportMissing(node, site);
        }
        return clauses;
    }

    private void Add(Member member, BindingSite site)
    {
        switch (member)
        {
            case ForMember clause when For is null:
                For = clause;
                break;
            case ForMember:
                ReportTwice(member, For!, "for", site);
                break;
            case RequireMember or ForbidMember:
                Assertions.Add(member);
                break;
            case UnlessMember clause:
                Exceptions.Add(clause);
                break;
            case MessageMember clause when Message is null:
                Message = clause;
                break;
            case MessageMember:
                ReportTwice(member, Message!, "message", site);
                break;
            case FixMember clause:
                Fixes.Add(clause);
                break;
            case SinceMember clause:
                Since ??= clause;
                break;
            case ErrorMember:
                HasSyntaxErrors = true;
                break;
            default:
                break;
        }
    }

    private void ReportMissing(RuleDeclaration node, BindingSite site)
    {
        if (For is null)
        {
            Report(
                SemanticDiagnostics.RuleWithoutBinder,
                $"`{node.Name.Value}` does not say what it is about: write `for a: CLASSES`, or `for image`"
            );
        }
        else if (Assertions.Count == 0)
        {
            Report(
                SemanticDiagnostics.RuleWithoutAssertion,
                $"`{node.Name.Value}` does not say what must hold: write `require …` or `forbid …`"
            );
        }

        void Report(DiagnosticDescriptor descriptor, string message) =>
            site.Bag.Report(descriptor, site.SpanOf(node.Name), message);
    }

    private static void ReportTwice(Member member, Member first, string word, BindingSite site) =>
        site.Bag.Report(
            SemanticDiagnostics.ClauseGivenTwice,
            site.SpanOf(member),
            $"A rule has one `{word}`: join the two, or write another rule",
            related: [new RelatedPlace(site.SpanOf(first), "The first one")]
        );
}
