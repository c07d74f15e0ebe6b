namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Names joined by dots, read backwards from a place: `a.vehicle.state`.</summary>
static class NameChain
{
    public static IReadOnlyList<string>? Before(string text, int end)
    {
        var names = new List<string>();
        var at = end;
        while (true)
        {
            var start = at;
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
                start--;
            if (start == at || char.IsAsciiDigit(text[start]))
                return null;
            names.Insert(0, text[start..at]);
            if (start == 0 || text[start - 1] != '.')
                return names;
            at = start - 1;
        }
    }
}
