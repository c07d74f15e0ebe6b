using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The `let`s that may be named at a place: in a `let`, not itself and none that needs it.</summary>
static class LetsInReach
{
    public static IEnumerable<LetSymbol> At(CompletionPlace place)
    {
        var lets = place.Guideline.Lets;
        var before = place.Before;
        if (before[before.Count - 1].Keyword != Keyword.Let)
            return lets;
        var circle = lets.Where(let => let.Name == before.TextOf(before.Count - 2)).ToHashSet();
        var waiting = new Queue<LetSymbol>(circle);
        while (waiting.TryDequeue(out var one))
            foreach (var use in place.Analysis.Compilation.Index.ReferencesOf(one))
                if (
                    lets.FirstOrDefault(let =>
                        let.Span.File == use.Span.File
                        && let.Span.Start <= use.Span.Start
                        && use.Span.End <= let.Span.End
                    )
                        is { } user
                    && circle.Add(user)
                )
                    waiting.Enqueue(user);
        return lets.Where(let => !circle.Contains(let));
    }
}
