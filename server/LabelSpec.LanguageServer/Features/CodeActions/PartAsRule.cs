using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>How many parts a whole has, as a rule.</summary>
static class PartAsRule
{
    /// <summary>Where nothing else is said, a part belongs to what covers half of it.</summary>
    const string Belongs = "50%";

    /// <summary>Null where the part must lie in some whole, too: that is a second rule, over the wholes of all classes.</summary>
    public static WrittenRule? Of(GuidelineAnalysis analysis, ClassDeclaration @class, PartMember part)
    {
        if (part.Range is null || part.Inside is not null)
            return null;
        var clauses = ConditionsAsClauses.Of(analysis, part.Conditions);
        var classes = part.Classes.ToText();
        return RangeText.Holds($"count(b: {classes} where overlap(b, a) >= {Belongs})", part.Range) is { } holds
            ? new WrittenRule(
                $"{@class.Name.Value}_parts",
                [$"for a: {SyntaxFacts.Quote(@class.Name.Value)}{clauses.Where}", $"require {holds}", .. clauses.Unless]
            )
            : null;
    }
}
