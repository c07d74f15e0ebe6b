using System.Globalization;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// The ids of a scene's annotations: those that the scene gives, else their names, so that messages are easy to follow; in
/// tracks, where many annotations have one name, with the frame.
/// </summary>
sealed class SceneIds(Scene scene)
{
    readonly Dictionary<string, int> named = scene
        .Annotations.Where(annotation => annotation.Name is not null)
        .GroupBy(annotation => annotation.Name!)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    public string Of(int index)
    {
        var annotation = scene.Annotations[index];
        if (annotation.Members.TryGetValue(AnnotationMember.Id, out var given))
            return given is NumberValue number
                ? number.Value.ToString(CultureInfo.InvariantCulture)
                : given.ToString() ?? "";
        return annotation.Name is not { } name ? (index + 1).ToString(CultureInfo.InvariantCulture)
            : named[name] == 1 ? name
            : $"{name}@{scene.Images[annotation.ImageIndex].Frame}";
    }

    /// <summary>The id of the annotation of a name, that of the same image where there are several.</summary>
    public string Of(string name, int image)
    {
        var found = -1;
        for (var i = 0; i < scene.Annotations.Length; i++)
            if (scene.Annotations[i].Name == name && (found < 0 || scene.Annotations[i].ImageIndex == image))
                found = i;
        return found < 0 ? name : Of(found);
    }
}
