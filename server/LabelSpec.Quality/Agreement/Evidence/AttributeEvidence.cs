using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>What everybody answered to one attribute of one object, or of an image; null for no answer.</summary>
public sealed record AttributeEvidence(string Name, bool IsOfImage, ImmutableArray<AttributeValue?> Values);
