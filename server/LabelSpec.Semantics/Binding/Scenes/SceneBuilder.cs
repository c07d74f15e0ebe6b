using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Binding.Scenes;

/// <summary>
/// Builds the scene of one test. An <c>image</c> begins a new image; <c>frame N</c> and the frames of a <c>track</c> are images of the same
/// size, which come into being when they are named.
/// </summary>
internal sealed class SceneBuilder(BindingServices services, SceneAttributeBinder attributes, BindingSite site)
{
    private const double AssumedWidth = 1000;
    private const double AssumedHeight = 1000;

    private readonly List<SceneImage> images = [];
    private readonly HashSet<int> written = [];
    private readonly Dictionary<string, List<int>> named = new(StringComparer.Ordinal);
    private readonly List<(Expression Node, string Name)> references = [];
    private int current = -1;
    private bool usesFrames;

    public List<SceneAnnotation> Annotations { get; } = [];

    public IEnumerable<string> Names => named.Keys;

    /// <summary>The annotations of a name: one, or all of a track.</summary>
    public IReadOnlyList<int> Find(string name) => named.TryGetValue(name, out var found) ? found : [];

    public void Add(IReadOnlyList<Member> members, bool isInside = false)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case Grammar.Syntax.SceneImage image when !isInside:
                    AddImage(image);
                    break;
                case SceneFrame frame:
                    AddFrame(frame);
                    break;
                case Grammar.Syntax.SceneAnnotation annotation:
                    AddAnnotation(annotation);
                    break;
                case SceneTrack track:
                    AddTrack(track);
                    break;
                default:
                    break;
            }
        }
    }

    public Scene Build(SourceSpan span)
    {
        ReportReferences();
        if (images.Count == 0)
        {
            images.Add(Image(null, 0, AssumedWidth, AssumedHeight, span));
        }
        DropUnwritten();
        return new Scene([.. images], [.. Annotations]);
    }

    private void AddImage(Grammar.Syntax.SceneImage node)
    {
        var (values, tags) = attributes.BindImage(node.Body?.Members ?? [], services.Table.ImageAttributes, site);
        current = images.Count;
        images.Add(
            new SceneImage(
                node.File?.Value,
                images.Count,
                node.Width.Value,
                node.Height.Value,
                values,
                tags,
                site.SpanOf(node)
            )
        );
        if (!(node.Width.Value > 0) || !(node.Height.Value > 0))
        {
            site.Bag.Report(
                SemanticDiagnostics.InvalidGeometry,
                site.SpanOf(node),
                "An image has a width and a height above 0: `image 1920 x 1080`"
            );
        }
        if (!values.IsEmpty || !tags.IsEmpty || node.File is not null)
        {
            written.Add(current);
        }
        Add(node.Body?.Members ?? [], isInside: true);
    }

    private void AddFrame(SceneFrame node)
    {
        var index = FrameIndex(node.Index, node);
        if (!written.Add(index) && usesFrames && images[index].Span == site.SpanOf(node))
        {
            return;
        }
        var (values, tags) = attributes.BindImage(node.Body?.Members ?? [], services.Table.ImageAttributes, site);
        if (!values.IsEmpty || !tags.IsEmpty)
        {
            images[index] = images[index] with { Attributes = values, Tags = tags };
        }
        var outer = current;
        current = index;
        Add(node.Body?.Members ?? [], isInside: true);
        current = outer;
    }

    private void AddAnnotation(Grammar.Syntax.SceneAnnotation node)
    {
        if (BindClass(node.Class) is not { } symbol)
        {
            Declare(node.Name, -1);
            return;
        }
        EnsureImage(node);
        written.Add(current);
        var index = Annotations.Count;
        Append(
            node.Name?.Value,
            symbol,
            node.Geometries,
            current,
            node.Track?.Value,
            node.Group?.Value,
            node.Body,
            node
        );
        Declare(node.Name, index);
        if (node.Track is { IsMissing: false } track && track.Value != node.Name?.Value)
        {
            NamesOf(track.Value).Add(index);
        }
    }

    private void AddTrack(SceneTrack node)
    {
        var symbol = BindClass(node.Class);
        if (!node.Name.IsMissing && named.ContainsKey(node.Name.Value))
        {
            ReportTwice(node.Name);
        }
        var indexes = NamesOf(node.Name.Value);
        var frames = new HashSet<int>();
        foreach (var frame in (node.Body?.Members ?? []).OfType<TrackFrame>())
        {
            EnsureImage(node);
            var image = FrameIndex(frame.Index, frame);
            written.Add(image);
            if (!frames.Add(image))
            {
                site.Bag.Report(
                    SemanticDiagnostics.FrameGivenTwice,
                    site.SpanOf(frame.Index),
                    $"`{node.Name.Value}` has a shape in frame {frame.Index.ToText()} already: a track has one shape for each frame"
                );
                continue;
            }
            if (symbol is null)
            {
                continue;
            }
            if (frame.IsOutside)
            {
                AddOutside(node, symbol, image, frame);
                continue;
            }
            indexes.Add(Annotations.Count);
            Append(node.Name.Value, symbol, frame.Geometries, image, node.Name.Value, null, frame.Body, frame);
        }
    }

    /// <summary>Expectations do not find it: there is nothing that a rule could judge.</summary>
    private void AddOutside(SceneTrack node, ClassSymbol symbol, int image, TrackFrame frame) =>
        Annotations.Add(
            new SceneAnnotation(
                node.Name.Value,
                symbol,
                [],
                image,
                node.Name.Value,
                null,
                ImmutableDictionary<string, AttributeValue>.Empty,
                ImmutableDictionary<AnnotationMember, AttributeValue>.Empty,
                site.SpanOf(frame)
            )
            {
                IsOutside = true,
            }
        );

    private void Append(
        string? name,
        ClassSymbol symbol,
        IReadOnlyList<Geometry> geometries,
        int image,
        string? track,
        string? group,
        MemberBlock? body,
        SyntaxNode node
    )
    {
        var shapes = GeometryBinder.Bind(geometries, symbol, site);
        for (var i = 0; i < shapes.Length; i++)
        {
            if (SceneBounds.Of(shapes[i])?.IsOutside(images[image]) == true)
            {
                site.Bag.Report(
                    SemanticDiagnostics.ShapeOutsideImage,
                    site.SpanOf(geometries[i]),
                    $"This lies outside of the image, which is {images[image].Width} x {images[image].Height} px"
                );
            }
        }
        var (values, members) = attributes.Bind(body?.Members ?? [], symbol, site);
        NoteReferences(body, symbol);
        Annotations.Add(
            new SceneAnnotation(name, symbol, shapes, image, track, group, values, members, site.SpanOf(node))
        );
    }

    private ClassSymbol? BindClass(Name name)
    {
        if (services.ClassSets.BindClass(name, site) is not { } symbol)
        {
            return null;
        }
        if (symbol.IsAbstract)
        {
            ProseBinder.ReportUnusable(symbol, site.SpanOf(name), site);
            return null;
        }
        return symbol;
    }

    private void EnsureImage(SyntaxNode node)
    {
        if (current >= 0)
        {
            return;
        }
        site.Bag.Report(
            SemanticDiagnostics.SceneWithoutImage,
            site.SpanOf(node),
            $"The test does not say how large the image is, so {AssumedWidth} x {AssumedHeight} px are assumed: write `image 1920 x 1080` first"
        );
        current = images.Count;
        images.Add(Image(null, current, AssumedWidth, AssumedHeight, site.SpanOf(node)));
    }

    private int FrameIndex(NumberLiteral number, SyntaxNode node)
    {
        EnsureImage(node);
        usesFrames = true;
        var frame = number.Value is >= 0 and <= int.MaxValue ? (int)number.Value : 0;
        for (var i = 0; i < images.Count; i++)
        {
            if (images[i].Frame == frame)
            {
                return i;
            }
        }
        images.Add(
            Image(images[current].Name, frame, images[current].Width, images[current].Height, site.SpanOf(node))
        );
        return images.Count - 1;
    }

    private static SceneImage Image(string? name, int frame, double width, double height, SourceSpan span) =>
        new(name, frame, width, height, ImmutableDictionary<string, AttributeValue>.Empty, [], span);

    private void Declare(Name? name, int annotation)
    {
        if (name is null || name.IsMissing)
        {
            return;
        }
        if (named.ContainsKey(name.Value))
        {
            ReportTwice(name);
            return;
        }
        var indexes = NamesOf(name.Value);
        if (annotation >= 0)
        {
            indexes.Add(annotation);
        }
    }

    private List<int> NamesOf(string name)
    {
        if (!named.TryGetValue(name, out var indexes))
        {
            named.Add(name, indexes = []);
        }
        return indexes;
    }

    private void ReportTwice(Name name) =>
        site.Bag.Report(
            SemanticDiagnostics.DeclaredTwice,
            site.SpanOf(name),
            $"The scene has an annotation `{name.Value}` already: choose another name"
        );

    private void NoteReferences(MemberBlock? body, ClassSymbol symbol)
    {
        foreach (var assignment in (body?.Members ?? []).OfType<AssignmentMember>())
        {
            if (
                symbol.FindAttribute(assignment.Name.Value)?.Type is RefAttributeType
                && Expressions.Syntaxes.WithoutParentheses(assignment.Value)
                    is NameExpression { Name: { IsMissing: false } name }
            )
            {
                references.Add((assignment.Value, name.Value));
            }
        }
    }

    private void ReportReferences()
    {
        foreach (var (node, name) in references)
        {
            if (!named.ContainsKey(name))
            {
                UnknownSceneName.Report(name, site.SpanOf(node), Names, site);
            }
        }
    }

    /// <summary>A scene of frames need not have a frame 0: the image that only gave the size is no frame.</summary>
    private void DropUnwritten()
    {
        if (!usesFrames || written.Contains(0) || images.Count == 1)
        {
            return;
        }
        images.RemoveAt(0);
        for (var i = 0; i < Annotations.Count; i++)
        {
            Annotations[i] = Annotations[i] with { ImageIndex = Annotations[i].ImageIndex - 1 };
        }
    }
}
