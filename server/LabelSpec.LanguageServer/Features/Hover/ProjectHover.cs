using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Completion;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What the keys of `labelspec.yaml` mean, from its schema.</summary>
static class ProjectHover
{
    public static HoverContent? At(string text, int offset)
    {
        var lineStart = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var lineEnd = text.IndexOf('\n', offset) is >= 0 and var found ? found : text.Length;
        var colon = text.IndexOf(':', lineStart, lineEnd - lineStart);
        if (colon < offset)
            return null;
        var place = YamlPlace.At(text, colon + 1);
        if (
            place.Keys is not [.., var key]
            || text.IndexOf(key, lineStart, StringComparison.Ordinal) is var start && start > offset
            || ProjectSchemaTree.Find(place.Keys) is not { } schema
            || ProjectSchemaTree.Description(schema) is not { } description
        )
            return null;
        return new HoverContent($"**{key}**\n\n{description}", TextSpan.FromBounds(start, colon));
    }
}
