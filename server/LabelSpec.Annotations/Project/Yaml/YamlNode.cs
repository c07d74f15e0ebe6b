namespace LabelSpec.Annotations.Project.Yaml;

/// <summary>A value of a YAML document with its place. Aliases share the node that they name.</summary>
abstract class YamlNode
{
    public TextRange Range { get; set; }

    /// <summary>What a message calls this kind of value.</summary>
    public abstract string Kind { get; }
}

sealed class YamlScalar(string value, bool isPlain) : YamlNode
{
    public string Value => value;

    /// <summary>Nothing was written (or a plain <c>null</c> or <c>~</c>).</summary>
    public bool IsEmpty => isPlain && value is "" or "~" or "null";

    public override string Kind => IsEmpty ? "nothing" : $"\"{value}\"";
}

sealed class YamlSequence : YamlNode
{
    public List<YamlNode> Items { get; } = [];

    public override string Kind => "a list";
}

sealed class YamlMapping : YamlNode
{
    public List<(YamlScalar Key, YamlNode Value)> Entries { get; } = [];

    public override string Kind => "a mapping (key: value)";
}
