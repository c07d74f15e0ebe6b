using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>A limit of a quantity of each annotation as a rule.</summary>
static class LimitAsRule
{
    /// <summary>The members of annotations that a quantity limits: a `side` is both sides, `points` are vertices.</summary>
    static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["area"] = ["area"],
        ["aspect"] = ["aspect"],
        ["width"] = ["width"],
        ["height"] = ["height"],
        ["side"] = ["width", "height"],
        ["perimeter"] = ["perimeter"],
        ["angle"] = ["angle"],
        ["holes"] = ["holes"],
        ["components"] = ["components"],
        ["points"] = ["vertices"],
    };

    public static WrittenRule? Of(GuidelineAnalysis analysis, ClassDeclaration @class, LimitMember limit)
    {
        if (!Members.TryGetValue(limit.Quantity.Value, out var members) || limit.Per is not null)
            return null;
        var conditions = members
            .Select(member => RangeText.Holds($"a.{member}", limit.Range, Scale(limit.ReferenceWidth, member)))
            .ToList();
        return conditions.Contains(null)
            ? null
            : Written(analysis, @class, limit.Quantity.Value, conditions!, limit.Conditions);
    }

    public static WrittenRule? Of(GuidelineAnalysis analysis, ClassDeclaration @class, SizeMember size)
    {
        var comparison = size.Bound == SizeBound.AtLeast ? ">=" : "<=";
        var scale = Scale(size.ReferenceWidth, "width");
        var (width, height) = (size.Width.ToText(), (size.Height ?? size.Width).ToText());
        return Written(
            analysis,
            @class,
            size.Bound == SizeBound.AtLeast ? "size" : "max_size",
            [$"a.width {comparison} {width}{scale} and a.height {comparison} {height}{scale}"],
            size.Conditions
        );
    }

    /// <summary>What a limit at a reference width is multiplied with: lengths grow with the image, areas with its square.</summary>
    static string Scale(NumberLiteral? reference, string member)
    {
        if (reference is null || member is "aspect" or "angle" or "holes" or "components" or "vertices")
            return "";
        var share = $" * (image.width / {reference.ToText()})";
        return member == "area" ? share + share : share;
    }

    static WrittenRule? Written(
        GuidelineAnalysis analysis,
        ClassDeclaration @class,
        string quantity,
        IReadOnlyList<string> assertions,
        IReadOnlyList<ConditionClause> conditions
    )
    {
        var clauses = ConditionsAsClauses.Of(analysis, conditions);
        return new WrittenRule(
            $"{@class.Name.Value}_{quantity}",
            [
                $"for a: {SyntaxFacts.Quote(@class.Name.Value)}{clauses.Where}",
                .. assertions.Select(assertion => $"require {assertion}"),
                .. clauses.Unless,
            ]
        );
    }
}
