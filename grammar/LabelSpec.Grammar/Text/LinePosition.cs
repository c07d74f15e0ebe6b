namespace LabelSpec.Grammar.Text;

/// <summary>A place in a text, both counted from zero, columns in UTF-16 code units.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>Counted from one, as people and compilers write it.</summary>
    public override string ToString() => $"{Line + 1}:{Column + 1}";
}
