using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>What is needed to put violations of a rule into words, compiled together with the rule.</summary>
sealed class RuleWords
{
    readonly List<(string? Text, Func<Frame, string>? Value)>? parts;
    readonly List<(DecidingNode Condition, Truth Failed)> assertions = [];
    readonly string sentence;

    public RuleWords(RuleSymbol rule, ExpressionCompiler compiler, ValueTexts texts)
    {
        sentence = Sentence(rule);
        if (rule.Message is { } message)
            parts = [.. message.Parts.Select(part => (part.Text, part.Value is null ? null : texts.Of(part.Value)))];
        foreach (var assertion in rule.Assertions)
            assertions.Add(
                (
                    DecidingNode.Of(assertion.Condition, compiler, texts),
                    assertion.IsForbidden ? Truth.True : Truth.False
                )
            );
    }

    /// <summary>The message of the guideline, or what the rule says and which values failed it.</summary>
    public string Message(Frame frame, IReadOnlyList<DecidingAtom> atoms)
    {
        if (parts is not null)
            return string.Concat(parts.Select(part => part.Text ?? part.Value!(frame)));
        return atoms.Count == 0
            ? sentence
            : $"{sentence} ({string.Join(", ", atoms.Select(atom => atom.Show(frame)))})";
    }

    /// <summary>The comparisons that failed.</summary>
    public List<DecidingAtom> Deciding(Frame frame)
    {
        var atoms = new List<DecidingAtom>();
        foreach (var (condition, failed) in assertions)
            if (condition.Value(frame) == failed)
                condition.Collect(frame, atoms);
        return atoms;
    }

    // The first sentence of the documentation; else the name, which says what should be.
    static string Sentence(RuleSymbol rule)
    {
        var text = rule.Documentation?.Split("\n\n")[0].ReplaceLineEndings(" ").Trim();
        if (string.IsNullOrEmpty(text))
            return rule.Name.Replace('_', ' ');
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
