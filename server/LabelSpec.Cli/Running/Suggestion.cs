using LabelSpec.Annotations.Project;

namespace LabelSpec.Cli.Running;

/// <summary>The end of a message about an unknown name: the name that was probably meant.</summary>
static class Suggestion
{
    /// <summary><c>; did you mean 'check'?</c>, or nothing when no name is near.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest =
            NearestName.Find(name, names)
            ?? (name.Length > 1 ? names.Find(candidate => candidate.StartsWith(name, StringComparison.Ordinal)) : null);
        return nearest is null ? "" : $"; did you mean '{nearest}'?";
    }
}
