namespace LabelSpec.Grammar.Facts;

/// <summary>The places of the language at which words mean something.</summary>
public enum WordPosition
{
    /// <summary>What stands at the top of a file.</summary>
    Declaration,

    /// <summary>What a class says.</summary>
    ClassMember,

    /// <summary>What the block of an attribute says.</summary>
    AttributeMember,

    /// <summary>What image says.</summary>
    ImageMember,

    /// <summary>What a skeleton says.</summary>
    SkeletonMember,

    /// <summary>What a rule says.</summary>
    RuleMember,

    /// <summary>What tunes a built-in check, beside its settings.</summary>
    CheckMember,

    /// <summary>What an edge case says, beside its text.</summary>
    CaseMember,

    /// <summary>What a distinction says, beside its text.</summary>
    DistinctionMember,

    /// <summary>What quality says.</summary>
    QualityMember,

    /// <summary>What a test says, beside the annotations in it.</summary>
    TestMember,

    /// <summary>What a track of a test says.</summary>
    TrackMember,

    /// <summary>The kinds of shapes.</summary>
    Shape,

    /// <summary>How much of the object a shape covers.</summary>
    ShapeExtent,

    /// <summary>The types of attributes; beside them, values stand for themselves: day | night.</summary>
    AttributeType,

    /// <summary>What may stand behind the type of an attribute.</summary>
    AttributeModifier,

    /// <summary>How bad a violation is.</summary>
    Severity,

    /// <summary>What a rule can range over, beside annotations.</summary>
    Binder,

    /// <summary>Words in a set of classes.</summary>
    ClassSet,

    /// <summary>Words with which an expression can begin.</summary>
    ExpressionStart,

    /// <summary>Words between or behind expressions.</summary>
    Operator,

    /// <summary>What can stand behind is.</summary>
    Presence,

    /// <summary>How a violation can be repaired.</summary>
    Fix,

    /// <summary>How far shapes may overlap.</summary>
    OverlapPolicy,

    /// <summary>What a count is taken over.</summary>
    CountScope,
}
