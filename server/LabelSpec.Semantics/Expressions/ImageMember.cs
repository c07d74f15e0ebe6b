namespace LabelSpec.Semantics.Expressions;

/// <summary>What every image has, apart from its attributes.</summary>
public enum ImageMember
{
    Name,
    Width,
    Height,
    Area,
    Aspect,
    Index,
    Tags,
    IsFirst,
    IsLast,
}
