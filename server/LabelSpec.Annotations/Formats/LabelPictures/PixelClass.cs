using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.LabelPictures;

/// <summary>What the pixels of one value are.</summary>
/// <param name="Name">Their class; null for one that the format does not have.</param>
/// <param name="Number">The number of the class, which stands for a name that is missing.</param>
/// <param name="Flags">What is known of the object beside its class.</param>
readonly record struct PixelClass(string? Name, uint Number, AnnotationFlags Flags);
