using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Support;

/// <summary>A text as an editor holds it, edited by ranges as the protocol counts them; written anew here, so that it can disagree with the server.</summary>
sealed class EditorModel(string text)
{
    public string Text { get; private set; } = text;

    public int Version { get; private set; } = 1;

    /// <summary>Makes an edit and gives it as a change of the protocol.</summary>
    public string Replace(int start, int length, string by)
    {
        var change =
            $$"""{"range":{"start":{{PlaceOf(start)}},"end":{{PlaceOf(start + length)}}},"text":{{JsonSerializer.Serialize(by)}}}""";
        Text = Text[..start] + by + Text[(start + length)..];
        Version++;
        return change;
    }

    /// <summary>Replaces everything and gives that as a change of the protocol.</summary>
    public string Become(string text)
    {
        Text = text;
        Version++;
        return $$"""{"text":{{JsonSerializer.Serialize(text)}}}""";
    }

    /// <summary>Makes a change that a client sent.</summary>
    public void Apply(JsonElement change)
    {
        var inserted = change.GetProperty("text").GetString()!;
        if (!change.TryGetProperty("range", out var range))
        {
            Text = inserted;
            return;
        }

        var (start, end) = (OffsetOf(range.GetProperty("start")), OffsetOf(range.GetProperty("end")));
        Text = Text[..start] + inserted + Text[end..];
    }

    string PlaceOf(int offset)
    {
        var before = Text.AsSpan(0, offset);
        var line = before.Count('\n');
        return $$"""{"line":{{line}},"character":{{offset - (before.LastIndexOf('\n') + 1)}}}""";
    }

    int OffsetOf(JsonElement place)
    {
        var start = 0;
        for (var line = place.GetProperty("line").GetInt32(); line > 0; line--)
        {
            var next = Text.IndexOf('\n', start);
            if (next < 0)
                return Text.Length;
            start = next + 1;
        }

        var end = Text.IndexOf('\n', start) is >= 0 and var found ? found : Text.Length;
        return Math.Min(start + place.GetProperty("character").GetInt32(), end);
    }
}
