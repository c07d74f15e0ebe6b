using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.DocumentSymbols;

/// <summary>The outline of a guideline: declarations, and in them what has a name.</summary>
sealed class GuidelineOutline
{
    readonly SyntaxTree _tree;

    GuidelineOutline(SyntaxTree tree) => _tree = tree;

    public static IReadOnlyList<OutlineItem> Of(SyntaxTree tree) => new GuidelineOutline(tree).Items(tree.Declarations);

    List<OutlineItem> Items(IEnumerable<SyntaxNode> nodes) => [.. nodes.Select(Item).OfType<OutlineItem>()];

    OutlineItem? Item(SyntaxNode node) =>
        node switch
        {
            GuidelineDeclaration header => Named(header, header.Name, header.Version?.Value, SymbolKind.Package),
            ImportDeclaration import => Make(import, import.Path.Value, "import", SymbolKind.Module, import.Path, []),
            ClassDeclaration @class => Class(@class),
            SkeletonDeclaration skeleton => Named(skeleton, skeleton.Name, "skeleton", SymbolKind.Struct),
            LetDeclaration let => Named(let, let.Name, "let", LetKind(let)),
            RuleDeclaration rule => Named(rule, rule.Name, RuleDetail(rule), SymbolKind.Event),
            CheckDeclaration check => Named(check, check.Name, "check", SymbolKind.Constant),
            CaseDeclaration @case => Named(@case, @case.Name, "case", SymbolKind.String),
            ImageDeclaration image => Make(image, "image", null, SymbolKind.Object, null, Children(image)),
            QualityDeclaration quality => Make(quality, "quality", null, SymbolKind.Object, null, []),
            TestDeclaration test => Make(test, test.Title.Value, "test", SymbolKind.Method, test.Title, []),
            DistinguishDeclaration distinguish => Make(
                distinguish,
                $"{distinguish.First} from {string.Join(", ", distinguish.Others)}",
                "distinguish",
                SymbolKind.Operator,
                distinguish.First,
                []
            ),
            OverlapDeclaration overlap => Make(
                overlap,
                string.Join(", ", overlap.Classes.Select(set => set.ToText())),
                "overlap",
                SymbolKind.Operator,
                null,
                []
            ),
            WhenDeclaration block => Make(
                block,
                $"when {block.Condition.ToText()}",
                null,
                SymbolKind.Namespace,
                block.Condition,
                Items(block.Declarations)
            ),
            AttributeMember attribute => Make(
                attribute,
                attribute.Name.Value,
                attribute.Type is Grammar.Syntax.EnumType { Block: not null } ? null : attribute.Type.ToText(),
                SymbolKind.Property,
                attribute.Name,
                attribute.Type is Grammar.Syntax.EnumType @enum ? Items(@enum.Values) : []
            ),
            EnumValue value => Make(value, value.Name.Value, null, SymbolKind.EnumMember, value.Name, []),
            Keypoint keypoint => Make(keypoint, keypoint.Name.Value, null, SymbolKind.Field, keypoint.Name, []),
            _ => null,
        };

    OutlineItem Class(ClassDeclaration @class) =>
        Make(
            @class,
            @class.Name.Value,
            @class.Parents.Count == 0 ? null : $"extends {string.Join(", ", @class.Parents)}",
            @class.IsAbstract ? SymbolKind.Interface : SymbolKind.Class,
            @class.Name,
            Children(@class),
            @class.Members.Any(member => member is DeprecatedMember)
        );

    static SymbolKind LetKind(LetDeclaration let) => let.Parameters is null ? SymbolKind.Constant : SymbolKind.Function;

    static string RuleDetail(RuleDeclaration rule) =>
        rule.Severity is { } severity ? severity.ToText().Trim(':', ' ') : "rule";

    OutlineItem Named(Declaration node, Name name, string? detail, SymbolKind kind) =>
        Make(node, name.Value, detail, kind, name, Children(node));

    List<OutlineItem> Children(Declaration declaration) =>
        Items(
            declaration.Members.SelectMany(member =>
                member is PointsMember points ? points.Points : (IEnumerable<SyntaxNode>)[member]
            )
        );

    OutlineItem Make(
        SyntaxNode node,
        string name,
        string? detail,
        SymbolKind kind,
        SyntaxNode? nameNode,
        IReadOnlyList<OutlineItem> children,
        bool isDeprecated = false
    )
    {
        var span = _tree.SpanOf(node);
        var nameSpan = nameNode is null || nameNode.Span.IsEmpty ? span : _tree.SpanOf(nameNode);
        return new OutlineItem(name, detail, kind, span, nameSpan, children, isDeprecated);
    }
}
