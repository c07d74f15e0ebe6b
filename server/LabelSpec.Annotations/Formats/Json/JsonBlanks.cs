namespace LabelSpec.Annotations.Formats.Json;

/// <summary>White space between tokens.</summary>
static class JsonBlanks
{
    /// <summary>The index of the first byte from <paramref name="at"/> on that is no white space.</summary>
    public static int Pass(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at;
    }
}
