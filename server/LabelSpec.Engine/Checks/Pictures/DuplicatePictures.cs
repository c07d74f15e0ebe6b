using System.Security.Cryptography;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>
/// Two images whose picture files are equal byte by byte. Reads every picture whose size another one has, and so is off
/// unless asked for.
/// </summary>
sealed class DuplicatePictures(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4015", "duplicate_pictures", "Two images with the same picture", Severity.Off);

    readonly PictureLookup? pictures = context.Pictures;

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        if (pictures is null)
            return;
        var bySize = new Dictionary<long, List<(int Image, string Path)>>();
        for (var image = 0; image < Data.Images.Count; image++)
        {
            if (!pictures.IsLookedUp(image) || pictures.Find(image) is not { HasWholeName: true } found)
                continue;
            report.Judged();
            var length = PackedFile.LengthOf(found.Path);
            if (length <= 0)
                continue;
            if (!bySize.TryGetValue(length, out var images))
                bySize.Add(length, images = []);
            images.Add((image, found.Path));
        }

        foreach (var images in bySize.Values.Where(images => images.Count > 1))
            JudgeEqualSizes(images, report);
    }

    public override Explanation Explain(in Violation violation)
    {
        var (name, other) = (Data.Images.FileNames[violation.Subject], Data.Images.FileNames[violation.Other]);
        var (split, otherSplit) = (Facts.Splits.OfImage(violation.Subject), Facts.Splits.OfImage(violation.Other));
        var leak = split is not null && otherSplit is not null && split != otherSplit;
        return new(
            $"The pictures {other} and {name} are the same, byte by byte"
                + (leak ? $", and stand in {otherSplit} and {split}." : ".")
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("file_name", name), new DecidingValue("other", other)],
            Related = [new(SubjectKind.Image, violation.Other, "the same picture")],
        };
    }

    // The same file under two images is reported by LS4003.
    static void JudgeEqualSizes(List<(int Image, string Path)> images, CheckReport report)
    {
        var first = new Dictionary<string, (int Image, string Path)>(StringComparer.Ordinal);
        foreach (var (image, path) in images)
        {
            if (HashOf(path) is not { } hash || first.TryAdd(hash, (image, path)) || first[hash].Path == path)
                continue;
            report.Violated(Violation.OfImage(image) with { Other = first[hash].Image });
        }
    }

    static string? HashOf(string path)
    {
        try
        {
            using var file = PackedFile.OpenRead(path);
            return Convert.ToHexString(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // LS4009 says which pictures cannot be read.
            return null;
        }
    }
}
