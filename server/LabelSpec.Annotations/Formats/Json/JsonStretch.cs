using LabelSpec.Annotations.Building;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Elements of an array, members of an object, or values that follow one another, as they were read.</summary>
/// <param name="Key">The member of the top level that they lie in; empty for the file itself.</param>
/// <param name="Within">What they are parts of: an array, an object, or none.</param>
/// <param name="Part">What they hold.</param>
/// <param name="EndsAll">Whether nothing of the array or object is left.</param>
sealed record JsonStretch(string Key, JsonKind Within, DatasetPart Part, bool EndsAll);
