namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>What the files of one folder have in common.</summary>
/// <param name="Convention">What their coordinates mean.</param>
/// <param name="SplitOfStem">The split of each image by its name without extension, from <c>ImageSets</c>.</param>
sealed record VocFolder(VocConvention Convention, IReadOnlyDictionary<string, string> SplitOfStem);
