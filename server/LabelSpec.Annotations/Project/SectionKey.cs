using LabelSpec.Annotations.Project.Yaml;

namespace LabelSpec.Annotations.Project;

/// <summary>One key of a section of the project file and how its value enters the section's record.</summary>
sealed record SectionKey<T>(string Name, Func<T, YamlNode, ValueReader, T> Set, bool Required = false);
