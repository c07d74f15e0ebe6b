using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks.Categories;
using LabelSpec.Engine.Checks.Coordinates;
using LabelSpec.Engine.Checks.Splits;
using LabelSpec.Engine.Checks.Tracks;
using LabelSpec.Geometry;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks;

/// <summary>What many checks ask about a data set, answered from tables that are made once.</summary>
public sealed class DatasetFacts
{
    readonly Dataset dataset;
    readonly ClassSymbol?[] classes;
    readonly bool[] isAmodal;

    // Annotations name images in any order: width and height in one number each are half of what a processor keeps at hand.
    const uint Large = uint.MaxValue;
    readonly uint[] sizes;
    readonly Dictionary<(int File, int Category), CategoryDeclaration> declarations = [];
    readonly Lazy<FileGroups> fileGroups;
    readonly Lazy<TrackFacts> tracks;
    readonly Lazy<SplitFacts> splits;
    readonly Lazy<long> largestAnnotationId;
    readonly Lazy<long[]> annotationsPerCategory;
    readonly Lazy<AttributePlan[]> attributePlans;

    public DatasetFacts(Dataset dataset, Guideline? guideline, ProjectFile? project)
    {
        this.dataset = dataset;
        Project = project;
        var categories = dataset.Categories;
        classes = new ClassSymbol?[categories.Count];
        if (guideline is not null)
            for (var category = 0; category < classes.Length; category++)
                classes[category] = guideline.FindClassByLabel(categories.NameOf(category));
        isAmodal = [.. classes.Select(IsAmodal)];
        sizes = SizesOf(dataset.Images);
        Conventions = new(dataset);
        splits = new(() => new SplitFacts(dataset, project));
        tracks = new(() => new TrackFacts(dataset));
        fileGroups = new(() => new FileGroups(dataset));
        largestAnnotationId = new(FindLargestAnnotationId);
        annotationsPerCategory = new(CountPerCategory);
        attributePlans = new(() => AttributePlan.OfCategories(dataset, this));
        DeclaresAttributes = categories.Declarations.Any(declaration => !declaration.Attributes.IsEmpty);
        for (var i = 0; i < categories.Declarations.Length; i++)
        {
            var declaration = categories.Declarations[i];
            declarations.TryAdd((declaration.Span.File, categories.OfDeclaration(i)), declaration);
        }
    }

    /// <summary>The guideline's class of a category; null without a guideline, and where it has none.</summary>
    public ClassSymbol? ClassOf(int category) => category < 0 ? null : classes[category];

    /// <summary>How the annotation's own file declares its category; null where it does not.</summary>
    public CategoryDeclaration? DeclarationOf(int annotation)
    {
        var rows = dataset.Annotations;
        return declarations.GetValueOrDefault((rows.FileOf(annotation), rows.Categories[annotation]));
    }

    /// <summary>The image as a box; empty where the file declares no usable size.</summary>
    public Box FrameOf(int image)
    {
        if (image < 0)
            return default;
        var size = sizes[image];
        return size == Large
            ? new(0, 0, dataset.Images.Widths[image], dataset.Images.Heights[image])
            : new(0, 0, size >> 16, size & 0xffff);
    }

    /// <summary>
    /// Whether positions in an image are pixels. Where only shares of its size are known (YOLO without its pictures), a tolerance
    /// in pixels decides nothing.
    /// </summary>
    public bool KnowsPixels(int image) => image < 0 || dataset.Images.Units[image] != CoordinateUnit.Normalized;

    public FormatConventions Conventions { get; }

    /// <summary>The project that the data belongs to; null without one.</summary>
    public ProjectFile? Project { get; }

    /// <summary>The splits of images.</summary>
    public SplitFacts Splits => splits.Value;

    /// <summary>The frames of sequences and the names of tracks.</summary>
    public TrackFacts Tracks => tracks.Value;

    /// <summary>Files that were written together.</summary>
    internal FileGroups FileGroups => fileGroups.Value;

    /// <summary>The largest integer id of an annotation; free ids begin behind it.</summary>
    public long LargestAnnotationId => largestAnnotationId.Value;

    /// <summary>What the guideline says about the attributes of each category.</summary>
    internal AttributePlan[] AttributePlans => attributePlans.Value;

    /// <summary>Whether any file declares the attributes of its categories.</summary>
    public bool DeclaresAttributes { get; }

    /// <summary>How many annotations each category has, predictions included.</summary>
    public ReadOnlySpan<long> AnnotationsPerCategory => annotationsPerCategory.Value;

    /// <summary>Whether the guideline or the format lets this annotation's shape go on beyond the image.</summary>
    public bool MayLeaveImage(int annotation)
    {
        var category = dataset.Annotations.Categories[annotation];
        return (category >= 0 && isAmodal[category])
            || Conventions.BoxesMayLeaveImage(dataset.Annotations.FileOf(annotation));
    }

    /// <summary>The annotation as messages call it: <c>car 117</c>, <c>car</c>, <c>annotation 117</c>.</summary>
    public string NameOf(int annotation)
    {
        var rows = dataset.Annotations;
        var category = rows.Categories[annotation];
        var name = category < 0 ? "annotation" : dataset.Categories.NameOf(category);
        return IdOf(annotation) is { } id ? $"{name} {id}" : name;
    }

    /// <summary>The annotation's id as its file writes it; null where it has none.</summary>
    public string? IdOf(int annotation) =>
        dataset.Annotations.Flags[annotation].HasFlag(AnnotationFlags.HasId)
            ? dataset.IdTexts.Show(dataset.Annotations.Ids[annotation])
            : null;

    static bool IsAmodal(ClassSymbol? symbol) =>
        symbol is not null && symbol.Shapes.Any(shape => shape.Extent == ShapeExtent.Amodal);

    static uint[] SizesOf(ImageTable images)
    {
        var sizes = new uint[images.Count];
        var widths = images.Widths;
        var heights = images.Heights;
        for (var image = 0; image < sizes.Length; image++)
            sizes[image] =
                (uint)widths[image] < 0xffff && (uint)heights[image] < 0xffff
                    ? (uint)widths[image] << 16 | (uint)heights[image]
                    : Large;
        return sizes;
    }

    long FindLargestAnnotationId()
    {
        long largest = 0;
        foreach (var id in dataset.Annotations.Ids)
            if (!id.IsText)
                largest = Math.Max(largest, id.Value);
        return largest;
    }

    long[] CountPerCategory()
    {
        var counts = new long[dataset.Categories.Count];
        foreach (var category in dataset.Annotations.Categories)
            if (category >= 0)
                counts[category]++;
        return counts;
    }
}
