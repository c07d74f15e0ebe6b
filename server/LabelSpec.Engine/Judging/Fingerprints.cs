using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// What a violation is recognised by in a later version of the data: rule, file name of the image, class and canonical
/// geometry, or the ids where there is none. Nothing in it depends on where or in which order things stand in a file.
/// </summary>
sealed class Fingerprints(Dataset dataset, IReadOnlyList<ViolationSource> sources)
{
    // A hundredth of a pixel survives rewriting with fewer digits, and no annotator places edges more finely.
    const double StepsPerPixel = 100;

    public ulong Of(in Violation violation)
    {
        var hash = new StableHash();
        hash.Add(sources[violation.Source].Rule);
        hash.Add((int)violation.Kind);
        AddSubject(ref hash, violation.Kind, violation.Subject);
        if (violation.Other >= 0)
            AddSubject(ref hash, violation.Kind, violation.Other);
        return hash.Value;
    }

    /// <summary>The same for violations with the same fingerprint, and for few others; made with much less work.</summary>
    public ushort SketchOf(in Violation violation)
    {
        if (violation.Kind != SubjectKind.Annotation)
            return (ushort)violation.Kind;
        var box = dataset.Annotations.Boxes[violation.Subject];
        if (!box.IsFinite)
            return (ushort)violation.Kind;
        var mixed = (ulong)(Steps(box.Left) + (Steps(box.Top) << 24)) * 0x9E3779B97F4A7C15;
        return (ushort)(mixed >> 48);
    }

    /// <summary>A fingerprint as files write it, without an occurrence number.</summary>
    public static string Text(ulong hash) => hash.ToString("x16");

    public static string Text(ulong hash, int occurrence) => $"{Text(hash)}-{occurrence}";

    void AddSubject(ref StableHash hash, SubjectKind kind, int row)
    {
        switch (kind)
        {
            case SubjectKind.Annotation:
                AddAnnotation(ref hash, row);
                break;
            case SubjectKind.Image:
                AddImage(ref hash, row);
                break;
            case SubjectKind.Category:
                hash.Add(dataset.Categories.Declarations[row].Name ?? "");
                break;
            case SubjectKind.Track:
                hash.Add(dataset.IdTexts.Show(dataset.Tracks[row].Id));
                break;
            case SubjectKind.Problem:
                // Messages name what is wrong, and hold no positions.
                var problem = dataset.Problems[row];
                hash.Add(problem.Span.IsNone ? "" : dataset.Files[problem.Span.File].Path);
                hash.Add(problem.Message);
                break;
            case SubjectKind.File:
                hash.Add(dataset.Files[row].Path);
                break;
            default:
                break;
        }
    }

    void AddAnnotation(ref StableHash hash, int row)
    {
        var rows = dataset.Annotations;
        AddImage(ref hash, rows.Images[row]);
        var category = rows.Categories[row];
        hash.Add(category < 0 ? "" : dataset.Categories.NameOf(category));
        var box = rows.Boxes[row];
        if (box.IsFinite)
        {
            hash.Add(Steps(box.Left));
            hash.Add(Steps(box.Top));
            hash.Add(Steps(box.Width));
            hash.Add(Steps(box.Height));
        }
        else
        {
            hash.Add(dataset.IdTexts.Show(rows.Ids[row]));
        }
    }

    void AddImage(ref StableHash hash, int image)
    {
        var name = image < 0 ? "" : dataset.Images.FileNames[image];
        hash.Add(name.Length > 0 || image < 0 ? name : dataset.IdTexts.Show(dataset.Images.Ids[image]));
    }

    static long Steps(double pixels) =>
        (long)Math.Clamp(Math.Round(pixels * StepsPerPixel), long.MinValue, long.MaxValue);
}
