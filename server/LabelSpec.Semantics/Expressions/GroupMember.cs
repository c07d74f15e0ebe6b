namespace LabelSpec.Semantics.Expressions;

/// <summary>What every group has.</summary>
public enum GroupMember
{
    Id,
    Size,
}
