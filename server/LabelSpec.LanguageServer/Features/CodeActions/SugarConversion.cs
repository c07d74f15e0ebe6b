using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Writes a limit of a class as the rule that it stands for, where it can be tuned further.</summary>
static class SugarConversion
{
    public static GuidelineAction? At(GuidelineAnalysis analysis, int offset)
    {
        var path = analysis.Tree.PathAt(offset);
        if (path.OfType<ClassDeclaration>().FirstOrDefault() is not { Name.IsMissing: false } @class)
            return null;
        var (member, quantity, condition) = path.OfType<Member>().LastOrDefault() switch
        {
            LimitMember { Per: null, ReferenceWidth: null, Conditions.Count: 0 } limit
                when Members.TryGetValue(limit.Quantity.Value, out var name) => (
                limit,
                limit.Quantity.Value,
                $"a.{name} in {limit.Range.ToText()}"
            ),
            SizeMember { ReferenceWidth: null, Conditions.Count: 0, Height: { } height } size => (
                (Member?)size,
                "size",
                $"a.width {Comparison(size)} {size.Width.ToText()} and a.height {Comparison(size)} {height.ToText()}"
            ),
            _ => (null, "", ""),
        };
        if (member is null)
            return null;
        var rule = $"{@class.Name.Value}_{quantity}";
        var end = analysis.Tree.SpanOf(@class).End;
        var span = analysis.Tree.SpanOf(member);
        var start = span.Start;
        while (start > 0 && analysis.Text[start - 1] is ' ' or '\t')
            start--;
        if (start > 0 && analysis.Text[start - 1] == '\n')
            start--;
        return new GuidelineAction(
            "Convert to a rule",
            ActionKinds.Rewrite,
            [
                (analysis.Path, TextSpan.FromBounds(start, span.End), ""),
                (
                    analysis.Path,
                    new TextSpan(end, 0),
                    $"\n\nrule {SyntaxFacts.Quote(rule)} {{\n  for a: {SyntaxFacts.Quote(@class.Name.Value)}\n  require {condition}\n}}"
                ),
            ]
        );
    }

    /// <summary>Quantities of limits that are members of annotations; `points` counts vertices, `count` and `side` have no member.</summary>
    static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["area"] = "area",
        ["aspect"] = "aspect",
        ["width"] = "width",
        ["height"] = "height",
        ["perimeter"] = "perimeter",
        ["angle"] = "angle",
        ["holes"] = "holes",
        ["components"] = "components",
        ["points"] = "vertices",
    };

    static string Comparison(SizeMember size) => size.Bound == SizeBound.AtLeast ? ">=" : "<=";
}
