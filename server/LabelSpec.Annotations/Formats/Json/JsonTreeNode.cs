namespace LabelSpec.Annotations.Formats.Json;

/// <summary>A part of a <see cref="JsonTree"/>; places are relative to the tree's origin. Children follow their parent.</summary>
struct JsonTreeNode
{
    public JsonKind Kind;
    public int Start;
    public int End;
    public int KeyStart;
    public int KeyEnd;
    public int Children;

    /// <summary>The next child of the same parent, −1 for none.</summary>
    public int Next;
}
