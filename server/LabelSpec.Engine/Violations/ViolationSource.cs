using LabelSpec.Grammar;

namespace LabelSpec.Engine.Violations;

/// <summary>
/// Something that judges: a rule of the guideline or a built-in check. It leaves <see cref="Violation"/>s while judging and
/// puts one into words when a person is going to read it.
/// </summary>
public abstract class ViolationSource
{
    /// <summary>The rule's name or the check's code.</summary>
    public abstract string Rule { get; }

    public abstract Severity Severity { get; }

    /// <summary>What <c>labelspec explain</c> opens.</summary>
    public virtual string HelpTopic => Rule;

    /// <summary>Whether several threads may ask for explanations at a time.</summary>
    internal virtual bool ExplainsOnAnyThread => false;

    /// <summary>
    /// Words, values and repairs for a violation that this source left. Called from one thread at a time, unless
    /// <see cref="ExplainsOnAnyThread"/>.
    /// </summary>
    public abstract Explanation Explain(in Violation violation);
}
