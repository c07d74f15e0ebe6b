using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>How many annotations of a class there may be, as a rule.</summary>
static class CountAsRule
{
    /// <summary>Null where it has conditions: they speak of the image or the track, by other names.</summary>
    public static WrittenRule? Of(ClassDeclaration @class, LimitMember count)
    {
        if (count.Conditions.Count > 0)
            return null;
        var name = SyntaxFacts.Quote(@class.Name.Value);
        var (binder, value, suffix) = count.Per switch
        {
            CountScope.Track => ($"track t: {name}", "t.length", "count_per_track"),
            CountScope.Dataset => ("dataset", $"count(a: {name})", "count_per_dataset"),
            _ => ("image", $"count(a: {name})", "count"),
        };
        return RangeText.Holds(value, count.Range) is { } holds
            ? new WrittenRule($"{@class.Name.Value}_{suffix}", [$"for {binder}", $"require {holds}"])
            : null;
    }
}
