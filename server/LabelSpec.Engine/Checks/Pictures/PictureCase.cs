using System.Collections.Concurrent;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>A picture is found only by a system that does not tell capitals from small letters.</summary>
sealed class PictureCase(CheckContext context) : ImageCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4008", "picture_case", "Name of the picture file is spelt differently", Severity.Warning);

    readonly PictureLookup? pictures = context.Pictures;
    readonly ConcurrentDictionary<string, Dictionary<string, string>> folders = new(StringComparer.Ordinal);

    public override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        if (pictures is null || !pictures.IsLookedUp(image))
            return;
        report.Judged();
        if (pictures.Find(image) is null && OtherSpelling(image) is not null)
            report.Violated(Violation.OfImage(image));
    }

    public override Explanation Explain(in Violation violation)
    {
        var (name, other) = (Data.Images.FileNames[violation.Subject], OtherSpelling(violation.Subject) ?? "");
        return new($"The picture {name} is not found, but \"{other}\" is, which differs in capitals or its ending.")
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("file_name", name), new DecidingValue("found", other)],
        };
    }

    // Looked for beside pictures of the same group that are found.
    string? OtherSpelling(int image)
    {
        var name = Path.GetFileName(Data.Images.FileNames[image].Replace('\\', '/'));
        foreach (var other in pictures!.ImagesOf(pictures.GroupOf(image)))
            if (pictures.Find(other) is { } found && Path.GetDirectoryName(found.Path) is { } folder)
                return Names(folder).GetValueOrDefault(Key(name));
        return null;
    }

    Dictionary<string, string> Names(string folder) =>
        folders.GetOrAdd(
            folder,
            static folder =>
            {
                var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var path in FilesOf(folder))
                    names.TryAdd(Key(Path.GetFileName(path)), Path.GetFileName(path));
                return names;
            }
        );

    // Of a folder that may not be listed nobody knows other spellings; LS4007 says that the picture is not there.
    static IEnumerable<string> FilesOf(string folder)
    {
        try
        {
            var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : PackedFile.FilesIn(folder);
            return [.. files.Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [];
        }
    }

    static string Key(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".jpg" or ".jpeg" or ".jpe"
            ? Path.GetFileNameWithoutExtension(name) + ".jpg"
            : name;
}
