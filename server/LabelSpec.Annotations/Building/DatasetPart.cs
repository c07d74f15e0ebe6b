using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Rows from some consecutive input, with a numbering of their own: what one thread fills. A
/// <see cref="DatasetBuilder"/> appends parts in the order of the input.
/// </summary>
public sealed class DatasetPart
{
    internal AnnotationColumnsBuilder Annotations { get; } = new();
    internal ImageColumnsBuilder Images { get; } = new();
    internal AttributeBuilder AnnotationAttributes { get; } = new();
    internal AttributeBuilder ImageAttributes { get; } = new();
    internal List<CategoryDeclaration> Declarations { get; } = [];
    internal List<Track> Tracks { get; } = [];

    /// <summary>Files and folders besides the annotation files that decided what was read, such as pictures with their sizes.</summary>
    public List<string> Dependencies { get; } = [];

    internal NameList CategoryNames { get; } = new();
    internal NameList Annotators { get; } = new();
    internal NameList Sequences { get; } = new();
    internal NameList Splits { get; } = new();
    internal IdTexts IdTexts { get; private set; } = new();

    /// <summary>Attributes of the element that is being read, before it is known to be whole.</summary>
    internal List<(string Name, AttributeValue Value)> Pending { get; } = [];

    /// <summary>Where readers put geometry that they decode at once.</summary>
    public GeometryPoolBuilder Geometry { get; } = new();

    /// <summary>Polygons of files that are not held, packed.</summary>
    internal RingPoolBuilder Rings { get; } = new();

    public ProblemLog Problems { get; } = new();

    /// <summary>For inputs that are read into the part one after another and not looked at again.</summary>
    internal ReadBuffer Buffer { get; } = new();

    object? tools;

    /// <summary>What a reader of a format uses for one input after another, made once for the part.</summary>
    internal T Tools<T>()
        where T : class, new() => tools as T ?? (T)(tools = new T());

    /// <summary>Makes strings of the input's bytes without allocating the same one twice.</summary>
    public TextPool Texts { get; } = new();

    public int ImageCount => Images.Count;

    public int AnnotationCount => Annotations.Count;

    /// <returns>The image's index in this part.</returns>
    public int AddImage(in ImageRow row)
    {
        Images.Add(row, Sequences.IndexOf(row.Sequence), Splits.IndexOf(row.Split));
        return Images.Count - 1;
    }

    /// <returns>The annotation's index in this part.</returns>
    public int AddAnnotation(in AnnotationRow row)
    {
        Annotations.Add(row, Annotators.IndexOf(row.Annotator));
        return Annotations.Count - 1;
    }

    /// <returns>The track's index in this part. Its category is one of this part's too.</returns>
    public int AddTrack(Track track)
    {
        Tracks.Add(track);
        return Tracks.Count - 1;
    }

    public void AddDeclaration(CategoryDeclaration declaration) => Declarations.Add(declaration);

    /// <summary>The number of a category that annotations name, for formats without category ids.</summary>
    public int Category(string name) => CategoryNames.IndexOf(name);

    public void SetAttribute(int annotation, string name, AttributeValue value) =>
        AnnotationAttributes.Set(annotation, name, value);

    public void SetImageAttribute(int image, string name, AttributeValue value) =>
        ImageAttributes.Set(image, name, value);

    /// <summary>An id that the file writes as text; texts that are 64-bit integers become that integer.</summary>
    public RecordId IdOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? IdOf(number)
            : IdTexts.Intern(text);

    public RecordId IdOf(long number) =>
        RecordId.CanHold(number) ? new RecordId(number) : IdTexts.Intern(number.ToString(CultureInfo.InvariantCulture));

    internal void Clear()
    {
        Annotations.Clear();
        Images.Clear();
        AnnotationAttributes.Clear();
        ImageAttributes.Clear();
        Declarations.Clear();
        Tracks.Clear();
        Dependencies.Clear();
        CategoryNames.Clear();
        Annotators.Clear();
        Sequences.Clear();
        Splits.Clear();
        Geometry.Clear();
        Rings.Clear();
        Problems.Clear();
        if (!IdTexts.IsEmpty)
            IdTexts = new IdTexts();
    }
}
