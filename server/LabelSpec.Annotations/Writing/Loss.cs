namespace LabelSpec.Annotations.Writing;

/// <summary>Something that a format has no place for.</summary>
/// <param name="What">What is lost, and what becomes of it.</param>
/// <param name="Count">How many annotations, images or categories lose it.</param>
/// <param name="Example">The first place, as file and line.</param>
public sealed record Loss(string What, long Count, string Example);
