using System.Text.RegularExpressions;

namespace LabelSpec.Annotations.Project;

/// <summary>The splits of the data (train, validation, test) and what must stay together in one of them.</summary>
public sealed record SplitSettings
{
    /// <summary>The globs of each split, by its name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parts { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Finds an image's group (scene, patient, recording) in its file name: the first parenthesis, or the whole match
    /// without one. No group may have images in two splits. The time to match is linear in the name's length.
    /// </summary>
    public Regex? Group { get; init; }

    /// <summary>The names of the splits that a file belongs to; more than one is itself a defect.</summary>
    /// <param name="relativePath">Path relative to the project's folder, with slashes.</param>
    public IEnumerable<string> SplitsOf(string relativePath) =>
        Parts
            .Where(part => part.Value.Any(p => Glob.TryParse(p, out var glob, out _) && glob.IsMatch(relativePath)))
            .Select(part => part.Key);

    /// <summary>The group that an image's name puts it in; null when the name has none.</summary>
    public string? GroupOf(string imageName)
    {
        if (Group?.Match(imageName) is not { Success: true } match)
            return null;
        return match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
    }
}
