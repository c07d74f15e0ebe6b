using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>Which frames the sequences of a data set have, so that a frame without a track is told from no frame.</summary>
public sealed class TrackFacts
{
    readonly Dataset dataset;
    readonly int[] sequenceOfImage;
    readonly List<int[]> frames = [];
    readonly Lazy<CameraMotion> camera;

    public TrackFacts(Dataset dataset)
    {
        this.dataset = dataset;
        camera = new(() => new CameraMotion(dataset, this));
        var images = dataset.Images;
        sequenceOfImage = new int[images.Count];
        var known = new Dictionary<(int File, int Sequence), List<int>>();
        var indexes = new Dictionary<(int File, int Sequence), int>();
        for (var image = 0; image < images.Count; image++)
        {
            var key = (images.FileOf(image), images.Sequences[image]);
            sequenceOfImage[image] = -1;
            if (images.Frames[image] < 0)
                continue;
            if (indexes.TryAdd(key, indexes.Count))
                known.Add(key, []);
            sequenceOfImage[image] = indexes[key];
            known[key].Add(images.Frames[image]);
        }

        foreach (var (key, _) in indexes.OrderBy(one => one.Value))
            frames.Add([.. known[key].Distinct().Order()]);
    }

    /// <summary>How the camera moved between frames.</summary>
    internal CameraMotion Camera => camera.Value;

    public int SequenceCount => frames.Count;

    /// <summary>The frame of an annotation in its sequence, −1 where it has none.</summary>
    public int FrameOf(int row)
    {
        var image = dataset.Annotations.Images[row];
        return image < 0 || sequenceOfImage[image] < 0 ? -1 : dataset.Images.Frames[image];
    }

    /// <summary>The frame of an annotation as its file counts, which may be from 1.</summary>
    public string FrameName(int row)
    {
        var image = dataset.Annotations.Images[row];
        return FrameText(Element.Annotation(row))
            ?? (image < 0 ? null : FrameText(Element.Image(image)))
            ?? $"{FrameOf(row)}";
    }

    string? FrameText(Element element)
    {
        var span = dataset.Locate(element, new(FieldKind.Frame));
        return
            !span.IsNone
            && span != dataset.SpanOf(element)
            && JsonNumber.TryParseInteger(dataset.Files[span.File].Bytes.Slice(span.Start, span.Length), out var number)
            ? $"{number}"
            : null;
    }

    /// <summary>The sequence of an annotation, −1 where it has none. Sequences of different files are different.</summary>
    public int SequenceOf(int row)
    {
        var image = dataset.Annotations.Images[row];
        return image < 0 ? -1 : sequenceOfImage[image];
    }

    /// <summary>The frames of a sequence that the file knows, in order.</summary>
    public ReadOnlySpan<int> FramesOf(int sequence) => frames[sequence];

    /// <summary>How many frames of a sequence lie between two of them.</summary>
    public int FramesBetween(int sequence, int frame, int later) =>
        Math.Max(0, IndexOf(sequence, later) - IndexOf(sequence, frame) - 1);

    public string NameOf(int track)
    {
        ref readonly var row = ref dataset.Tracks[track];
        var shapes = dataset.Tracks.AnnotationsOf(track);
        var category = row.Category >= 0 || shapes.IsEmpty ? row.Category : dataset.Annotations.Categories[shapes[0]];
        var name = category < 0 ? "track" : $"{dataset.Categories.NameOf(category)} track";
        return $"{name} {dataset.IdTexts.Show(row.Id)}";
    }

    int IndexOf(int sequence, int frame) => Array.BinarySearch(frames[sequence], frame);
}
