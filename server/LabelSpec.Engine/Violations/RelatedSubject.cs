namespace LabelSpec.Engine.Violations;

/// <summary>A further row that a violation speaks of, and what about it.</summary>
public readonly record struct RelatedSubject(SubjectKind Kind, int Row, string Message);
