using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Pictures;

/// <summary>Draws the images in which something was found, each with its annotations and what was found.</summary>
public sealed class DatasetPictures
{
    const int MostNotes = 20;

    readonly Dataset _dataset;
    readonly Dictionary<(string File, string Image), int> _rows = [];
    readonly AnnotationShapes _shapes;

    public DatasetPictures(Dataset dataset)
    {
        _dataset = dataset;
        _shapes = new AnnotationShapes(dataset);
        for (var image = 0; image < dataset.Images.Count; image++)
            _rows.TryAdd((FileOf(image).Path, dataset.Images.FileNames[image]), image);
    }

    /// <summary>The names of the images with findings and their pictures, in the order of the first finding.</summary>
    public IEnumerable<(string Image, Picture Picture)> Of(FindingList findings) =>
        findings
            .Where(finding => finding.Image is not null)
            .GroupBy(finding => _rows.GetValueOrDefault((finding.Location.File, finding.Image!), -1))
            .Where(group => group.Key >= 0)
            .Select(group => (_dataset.Images.FileNames[group.Key], PictureOf(group.Key, [.. group])));

    Picture PictureOf(int image, ImmutableArray<Finding> findings)
    {
        var name = _dataset.Images.FileNames[image];
        var file = FileOf(image);
        var frame = new PictureFrame(
            name,
            _dataset.Images.Widths[image],
            _dataset.Images.Heights[image],
            ShapesOf(image, findings)
        )
        {
            ImageFile = PictureFinder.Find(file.Path, name, file.ImageRoot),
        };
        var notes = findings
            .Take(MostNotes)
            .Select(finding => new PictureNote(Printable.Of($"{finding.Rule}: {finding.Message}"), true));
        if (findings.Length > MostNotes)
            notes = notes.Append(new PictureNote($"… {Count.Of(findings.Length - MostNotes)} more", true));
        return new Picture(Printable.Of($"{name} · {Path.GetFileName(file.Path)}"), [frame], [.. notes]);
    }

    ImmutableArray<PictureShape> ShapesOf(int image, ImmutableArray<Finding> findings)
    {
        var places = findings
            .SelectMany(finding => finding.Related.Select(place => place.Location).Prepend(finding.Location))
            .ToList();
        var shapes = ImmutableArray.CreateBuilder<PictureShape>();
        foreach (var annotation in _dataset.Annotations.OfImage(image))
        {
            var span = _dataset.Annotations.SpanOf(annotation);
            var file = _dataset.Files[span.File].Path;
            var isFound = places.Exists(place => place.File == file && span.Contains(place.Start));
            shapes.Add(_shapes.Draw(annotation, isFound));
        }

        // What is wrong lies above what is not.
        return [.. shapes.OrderBy(shape => shape.IsViolation)];
    }

    SourceFile FileOf(int image) => _dataset.Files[_dataset.Images.FileOf(image)];
}
