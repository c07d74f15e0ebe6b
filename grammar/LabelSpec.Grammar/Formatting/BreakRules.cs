using LabelSpec.Grammar.Parsing;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Formatting;

/// <summary>Where long lines may be broken.</summary>
static class BreakRules
{
    public static void Apply(SyntaxNode node, FormatSource source, Layout layout)
    {
        var fills =
            node is not (LogicalExpression or BinaryExpression or QuantifierExpression or ConditionalExpression);
        List<int> breaks =
        [
            .. PointsOf(node, source).Where(token => !DeclarationKeywords.IsOne(source.Tokens[token].Keyword)),
        ];
        if (breaks.Count > 0)
            layout.Add(new BreakGroup(source.FirstOf(node), source.EndOf(node), breaks, fills));
    }

    static IEnumerable<int> PointsOf(SyntaxNode node, FormatSource source) =>
        node switch
        {
            LogicalExpression logical => BeforeSeparators(logical.Operands, source),
            BinaryExpression { Operator: BinaryOperator.Implies or BinaryOperator.Iff } binary =>
            [
                source.FirstOf(binary.Right) - 1,
            ],
            ConditionalExpression conditional =>
            [
                source.FirstOf(conditional.Then) - 1,
                source.FirstOf(conditional.Else) - 1,
            ],
            QuantifierExpression quantifier => BeforeWords(source, quantifier.Where, quantifier.Satisfies),
            AggregateExpression aggregate => BeforeWords(source, aggregate.Where),
            CallExpression call => AfterSeparators(call.Arguments, source),
            SetExpression set => AfterSeparators(set.Items, source),
            ClassSet classes => BeforeSeparators(classes.Included, source),
            EnumType { Block: null } type => BeforeSeparators(type.Values, source),
            SetType { Block: null } type => BeforeSeparators(type.Values, source),
            AttributeMember attribute => attribute.Modifiers.Select(source.FirstOf),
            ForMember member => BeforeWords(source, member.Where),
            AnnotationsBinder binder => AfterSeparators(binder.Variables, source),
            UnlessMember member => Before(source, member.Reason),
            LimitMember member => member.Conditions.Select(source.FirstOf),
            SizeMember member => member.Conditions.Select(source.FirstOf),
            PartMember member => member.Conditions.Select(source.FirstOf),
            ConditionClause clause => Before(source, clause.Reason),
            ShapeMember member => BeforeSeparators(member.Choices, source),
            AliasMember member => AfterSeparators(member.Names, source),
            ReplacesMember member => AfterSeparators(member.Names, source),
            IncludeMember member => AfterSeparators(member.Texts, source),
            ExcludeMember member => AfterSeparators(member.Texts, source).Concat(BeforeWords(source, member.Use)),
            ExampleMember member => member.Geometries.Select(source.FirstOf).Concat(Before(source, member.Text)),
            AskMember member => BeforeWords(source, member.About, member.Condition, member.Sample),
            PointsMember member => AfterSeparators(member.Points, source),
            EdgesMember member => AfterSeparators(member.Edges, source),
            FlipMember member => AfterSeparators(member.Pairs, source),
            SigmasMember member => AfterSeparators(member.Values, source),
            ChooseMember member => BeforeWords(source, member.Condition ?? member.Prose),
            MatchMember member => AfterSeparators(member.Criteria, source),
            AcceptMember member => AfterSeparators(member.Criteria, source),
            AgreementMember member => AfterSeparators(member.Criteria, source),
            SceneAnnotation annotation => annotation.Geometries.Skip(1).Select(source.FirstOf),
            PathGeometry path => AfterSeparators(path.Rings, source),
            GeometryRing ring => AfterSeparators(ring.Points, source),
            SkeletonGeometry skeleton => AfterSeparators(skeleton.Points, source),
            ClassDeclaration declaration => AfterSeparators(declaration.Parents, source),
            OverlapDeclaration declaration => Before(source, declaration.Reason),
            _ => [],
        };

    static IEnumerable<int> AfterSeparators(IReadOnlyList<SyntaxNode> items, FormatSource source) =>
        items.Skip(1).Select(source.FirstOf);

    static IEnumerable<int> BeforeSeparators(IReadOnlyList<SyntaxNode> items, FormatSource source) =>
        items.Skip(1).Select(item => source.FirstOf(item) - 1);

    /// <summary>Before the words that introduce these parts.</summary>
    static IEnumerable<int> BeforeWords(FormatSource source, params SyntaxNode?[] parts) =>
        parts.OfType<SyntaxNode>().Select(part => source.FirstOf(part) - 1);

    static IEnumerable<int> Before(FormatSource source, SyntaxNode? part) => part is null ? [] : [source.FirstOf(part)];
}
