namespace LabelSpec.Semantics.Binding;

/// <summary>What a rule ranges over decides what may be named in it.</summary>
internal enum ScopeKind
{
    /// <summary>The body of a <c>let</c>: everything may be named, each use decides.</summary>
    Let,
    Annotation,
    Step,
    Track,
    Group,
    Image,
    Dataset,

    /// <summary>Only constants.</summary>
    Constant,
}
