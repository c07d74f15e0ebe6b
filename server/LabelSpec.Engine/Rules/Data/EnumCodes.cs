using System.Runtime.InteropServices;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>One number for each text that is compared as a value, so that comparing values compares numbers.</summary>
sealed class EnumCodes
{
    readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    readonly List<string> texts = [];

    public int CodeOf(string text)
    {
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, text, out var exists);
        if (!exists)
        {
            code = texts.Count;
            texts.Add(text);
        }
        return code;
    }

    public bool TryFind(string text, out int code) => codes.TryGetValue(text, out code);

    public string TextOf(int code) => texts[code];
}
