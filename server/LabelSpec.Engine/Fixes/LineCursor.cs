namespace LabelSpec.Engine.Fixes;

/// <summary>Counts lines from 1, moving forward only, so that all questions together cost one pass.</summary>
struct LineCursor
{
    int at;
    int passed;

    public int LineOf(ReadOnlySpan<byte> text, int offset)
    {
        passed += text[at..offset].Count((byte)'\n');
        at = offset;
        return passed + 1;
    }
}
