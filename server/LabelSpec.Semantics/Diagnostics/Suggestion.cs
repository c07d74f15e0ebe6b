using System.Collections.Immutable;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>The right name that is nearest to a wrong one, as words for a message and as a fix.</summary>
internal readonly record struct Suggestion(string? Name, ImmutableArray<SpecFix> Fixes)
{
    /// <summary>Words to put behind a message: <c>; did you mean `car`?</c>, or nothing.</summary>
    public string Question => Name is null ? "" : $"; did you mean `{Name}`?";

    public static Suggestion For(string wrong, IEnumerable<string> candidates, SourceSpan span)
    {
        var nearest = NearestWord.Find(wrong, candidates);
        return nearest is null
            ? new Suggestion(null, [])
            : new Suggestion(nearest, [new SpecFix($"Change to `{nearest}`", [new SpecTextEdit(span, nearest)])]);
    }
}
