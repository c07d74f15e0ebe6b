using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>The guideline of the sample workspace, opened, and what edits make of files.</summary>
static class GuidelineOfData
{
    public static async Task<DrivingSession> OpenAsync(string? capabilities = null, string? options = null)
    {
        var session = capabilities is null
            ? await DrivingSession.StartAsync()
            : await DrivingSession.StartAsync(capabilities, options);
        await session.OpenAsync(Guideline(session));
        return session;
    }

    public static string Guideline(DrivingSession session) => session.PathOf("guideline/urban_driving.labelspec");

    public static string Uri(DrivingSession session) => DrivingSession.Quote(DrivingSession.UriOf(Guideline(session)));

    public static string Apply(JsonElement edit, string path)
    {
        var text = File.ReadAllText(path);
        foreach (var change in edit.GetProperty("documentChanges").EnumerateArray())
            if (change.GetProperty("textDocument").GetProperty("uri").GetString() == DrivingSession.UriOf(path))
                foreach (
                    var one in change
                        .GetProperty("edits")
                        .EnumerateArray()
                        .OrderByDescending(one => Bounds(File.ReadAllText(path), one.GetProperty("range")).Start)
                )
                {
                    var (start, end) = Bounds(File.ReadAllText(path), one.GetProperty("range"));
                    text = text[..start] + one.GetProperty("newText").GetString() + text[end..];
                }

        return text;
    }

    public static (int Start, int End) Bounds(string text, JsonElement range) =>
        (Offset(text, range.GetProperty("start")), Offset(text, range.GetProperty("end")));

    static int Offset(string text, JsonElement place)
    {
        var start = 0;
        for (var line = place.GetProperty("line").GetInt32(); line > 0; line--)
            start = text.IndexOf('\n', start) + 1;
        return start + place.GetProperty("character").GetInt32();
    }
}
