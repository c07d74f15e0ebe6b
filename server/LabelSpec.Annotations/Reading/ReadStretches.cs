using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>A text and the stretches that it was read in, in file order.</summary>
/// <param name="File">The file's number in the data set.</param>
/// <param name="Text">What was read.</param>
/// <param name="Stretches">What came out.</param>
sealed record ReadStretches<T>(int File, EditorText Text, IReadOnlyList<Stretch<T>> Stretches);
