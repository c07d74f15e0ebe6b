using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LabelSpec.Annotations.Project.Yaml;

/// <summary>
/// Builds the tree of one YAML document from YamlDotNet's events: no reflection, a place for every value, and the
/// complete part of a broken document. Nesting, length and the total size after following aliases are limited, so that
/// no document costs more than its own length suggests.
/// </summary>
sealed class YamlTreeReader
{
    public const int MaxLength = 1 << 20;
    public const int MaxDepth = 32;

    readonly List<ProjectProblem> problems;
    readonly Stack<Open> open = new();
    readonly Dictionary<AnchorName, YamlNode> anchors = [];
    YamlNode? root;
    int documents;

    readonly string text;

    YamlTreeReader(string text, List<ProjectProblem> problems) => (this.text, this.problems) = (text, problems);

    /// <summary>A container that is being read, and the key whose value comes next.</summary>
    sealed class Open(YamlNode node)
    {
        public YamlNode Node => node;
        public YamlScalar? Key;
        public bool SkipsValue;
    }

    /// <summary>The document's root value; null when there is none.</summary>
    public static YamlNode? Read(string text, List<ProjectProblem> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add(
                new(
                    ProjectProblemCodes.TooLarge,
                    $"The project file has {text.Length} characters; at most {MaxLength} are read. Is this the right file?",
                    new(0, 0, 1, 1, 1, 1)
                )
            );
            return null;
        }

        var reader = new YamlTreeReader(text, problems);
        reader.ReadEvents();
        return reader.root;
    }

    void ReadEvents()
    {
        var parser = new Parser(new StringReader(text));
        var end = Mark.Empty;
        try
        {
            while (parser.MoveNext() && Accept(parser.Current!))
                end = parser.Current!.End;
        }
        catch (YamlException exception)
        {
            ReportSyntax(exception.Message.TrimEnd('.'), exception.Start, exception.End);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner's own assertions: it fails so, without a place, on rare nonsense such as NUL in a plain word.
            ReportSyntax("the text after this is no value", end, end);
        }
    }

    void ReportSyntax(string message, Mark start, Mark end) =>
        problems.Add(
            new(
                ProjectProblemCodes.InvalidYaml,
                $"This is not valid YAML: {message}. Correct the syntax here.",
                RangeOf(start, end)
            )
        );

    /// <returns>False when reading must end.</returns>
    bool Accept(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart when ++documents > 1:
                Report(
                    parsed,
                    ProjectProblemCodes.WrongKind,
                    "A project file is one YAML document; remove the second."
                );
                return false;
            case Scalar scalar:
                Add(new YamlScalar(TextOf(scalar), scalar.Style == ScalarStyle.Plain), scalar, scalar.Anchor);
                return true;
            case SequenceStart start:
                return OpenContainer(new YamlSequence(), start, start.Anchor);
            case MappingStart start:
                return OpenContainer(new YamlMapping(), start, start.Anchor);
            case SequenceEnd or MappingEnd:
                Close(parsed);
                return true;
            case AnchorAlias alias:
                FollowAlias(alias);
                return true;
            default:
                return true;
        }
    }

    // No path can hold the character zero, and the system's calls end a name there.
    string TextOf(Scalar scalar)
    {
        if (!scalar.Value.Contains('\0'))
            return scalar.Value;
        Report(scalar, ProjectProblemCodes.InvalidYaml, "This holds the character zero (\\0); remove it.");
        return scalar.Value.Replace('\0', '\uFFFD');
    }

    bool OpenContainer(YamlNode node, ParsingEvent start, AnchorName anchor)
    {
        if (open.Count == MaxDepth)
        {
            Report(
                start,
                ProjectProblemCodes.TooLarge,
                $"This is nested more than {MaxDepth} levels deep; flatten it."
            );
            return false;
        }

        Add(node, start, anchor);
        open.Push(new(node));
        return true;
    }

    void Close(ParsingEvent end)
    {
        var node = open.Pop().Node;
        var (start, stop) = (node.Range, RangeOf(end.Start, end.End));
        // The end of a list in brackets is reported before its bracket.
        if (stop.EndOffset < text.Length && text[stop.EndOffset] is ']' or '}')
            stop = stop with { EndOffset = stop.EndOffset + 1, EndColumn = stop.EndColumn + 1 };
        node.Range = start with { EndOffset = stop.EndOffset, EndLine = stop.EndLine, EndColumn = stop.EndColumn };
    }

    void FollowAlias(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var node))
        {
            Report(
                alias,
                ProjectProblemCodes.InvalidYaml,
                $"No value is anchored as &{alias.Value} before this; anchor it or write the value out."
            );
            node = new YamlScalar("", isPlain: true) { Range = RangeOf(alias.Start, alias.End) };
        }
        else if (open.Any(container => container.Node == node))
        {
            Report(alias, ProjectProblemCodes.InvalidYaml, "This alias contains itself; write the value out.");
            node = new YamlScalar("", isPlain: true) { Range = RangeOf(alias.Start, alias.End) };
        }

        Attach(node);
    }

    void Add(YamlNode node, ParsingEvent parsed, AnchorName anchor)
    {
        node.Range = RangeOf(parsed.Start, parsed.End);
        if (!anchor.IsEmpty)
            anchors[anchor] = node;
        Attach(node);
    }

    void Attach(YamlNode node)
    {
        if (open.Count == 0)
        {
            root ??= node;
            return;
        }

        var container = open.Peek();
        if (container.Node is YamlSequence sequence)
            sequence.Items.Add(node);
        else
            AttachToMapping(container, (YamlMapping)container.Node, node);
    }

    void AttachToMapping(Open container, YamlMapping mapping, YamlNode node)
    {
        if (container.SkipsValue)
            container.SkipsValue = false;
        else if (container.Key is { } key)
        {
            mapping.Entries.Add((key, node));
            container.Key = null;
        }
        else if (node is YamlScalar scalar)
            container.Key = scalar;
        else
        {
            problems.Add(
                new(ProjectProblemCodes.WrongKind, "A key must be a plain word, not a list or mapping.", node.Range)
            );
            container.SkipsValue = true;
        }
    }

    void Report(ParsingEvent parsed, string code, string message) =>
        problems.Add(new(code, message, RangeOf(parsed.Start, parsed.End)));

    static TextRange RangeOf(Mark start, Mark end) =>
        new(
            (int)start.Index,
            (int)end.Index,
            Math.Max(1, (int)start.Line),
            Math.Max(1, (int)start.Column),
            Math.Max(1, (int)end.Line),
            Math.Max(1, (int)end.Column)
        );
}
