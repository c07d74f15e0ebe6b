using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Project.Yaml;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Reads <c>data.yaml</c>: names (a list, or a mapping from numbers), nc, splits, and the shape of keypoints.</summary>
sealed class YoloDefinitionFile
{
    // One byte for bytes that are no text: places counted in the text never lie behind the end of the file.
    static readonly Encoding Lenient = Encoding.GetEncoding(
        "utf-8",
        EncoderFallback.ReplacementFallback,
        new DecoderReplacementFallback("?")
    );

    readonly int file;
    readonly DatasetPart part;
    readonly string text;
    YoloDefinition definition;
    ImmutableArray<string> keypointNames = [];
    YamlNode? flips;

    YoloDefinitionFile(SourceFile source, int file, DatasetPart part, string text)
    {
        this.file = file;
        this.part = part;
        this.text = text;
        definition = new() { File = file, Folder = Path.GetDirectoryName(source.FullPath) ?? "" };
    }

    public static YoloDefinition Read(SourceFile source, int file, DatasetPart part)
    {
        var text = SourceCheck.TryLoad(source, file, part.Problems, CancellationToken.None, out var bytes)
            ? Lenient.GetString(bytes.From(0))
            : "";
        var reader = new YoloDefinitionFile(source, file, part, text);
        reader.Read();
        return reader.definition;
    }

    void Read()
    {
        var problems = new List<ProjectProblem>();
        var root = YamlTreeReader.Read(text, problems);
        foreach (var problem in problems)
            Report(YoloProblems.Definition, problem.Message, problem.Range);
        if (root is not YamlMapping mapping)
            return;
        var declarations = new List<CategoryDeclaration>();
        (YamlNode Node, int Count)? stated = null;
        foreach (var (key, value) in mapping.Entries)
            switch (key.Value)
            {
                case "names":
                    ReadNames(value, declarations);
                    break;
                case "nc" when Whole(value) is { } count:
                    stated = (value, count);
                    break;
                case "train" or "val" or "test":
                    ReadSplit(key.Value, value);
                    break;
                case "path" when value is YamlScalar { IsEmpty: false } path:
                    definition = definition with { Root = path.Value };
                    break;
                case "task" when value is YamlScalar task:
                    definition = definition with { Task = TaskOf(task.Value) };
                    break;
                case "kpt_shape":
                    ReadKeypointShape(value);
                    break;
                case "kpt_names":
                    keypointNames = Texts(value);
                    break;
                case "flip_idx":
                    flips = value;
                    break;
            }

        CheckCount(stated);
        ReadFlips();
        foreach (var declaration in declarations)
            part.AddDeclaration(
                declaration with
                {
                    Keypoints = KeypointNames(),
                    FlippedKeypoints = definition.FlippedKeypoints,
                }
            );
    }

    void ReadNames(YamlNode node, List<CategoryDeclaration> declarations)
    {
        var names = new List<string?>();
        if (node is YamlSequence sequence)
            foreach (var item in sequence.Items)
                Add(names.Count, item);
        else if (node is YamlMapping mapping)
            foreach (var (key, value) in mapping.Entries)
                if (int.TryParse(key.Value, out var number) && number is >= 0 and < 1_000_000)
                    Add(number, value);
                else
                    Report(YoloProblems.Definition, $"\"{key.Value}\" is no class number.", key.Range);
        else
            Report(
                YoloProblems.Definition,
                "\"names\" is a list of names or a mapping from numbers to names.",
                node.Range
            );
        definition = definition with { Names = [.. names], ClassCount = names.Count };

        void Add(int number, YamlNode value)
        {
            var name = (value as YamlScalar)?.Value ?? "";
            while (names.Count <= number)
                names.Add(null);
            names[number] = name;
            declarations.Add(
                new()
                {
                    Span = SpanOf(value.Range),
                    Id = part.IdOf(number),
                    Name = name,
                }
            );
        }
    }

    void ReadSplit(string split, YamlNode node)
    {
        foreach (var path in Texts(node))
            definition = definition with { Splits = definition.Splits.Add((split, path)) };
    }

    void ReadKeypointShape(YamlNode node)
    {
        var numbers = Wholes(node);
        if (numbers is [> 0 and < 10_000, 2 or 3])
            definition = definition with { KeypointShape = (numbers[0], numbers[1]) };
        else
            Report(YoloProblems.Keypoints, "\"kpt_shape\" is [number of keypoints, 2 or 3].", node.Range);
    }

    void CheckCount((YamlNode Node, int Count)? stated)
    {
        if (stated is not { } nc)
            return;
        var names = definition.Names.Length;
        definition = definition with { ClassCount = Math.Max(nc.Count, 0) };
        if (names > 0 && names != nc.Count)
            Report(
                YoloProblems.ClassCount,
                $"\"nc\" says {nc.Count} classes, but there are {names} names.",
                nc.Node.Range
            );
    }

    // Mirroring twice is no change, so that flip_idx must undo itself. One that does not says nothing about mirror images.
    void ReadFlips()
    {
        if (flips is null)
            return;
        if (flips is not YamlSequence sequence)
        {
            Report(YoloProblems.Keypoints, "\"flip_idx\" is a list of keypoint numbers.", flips.Range);
            return;
        }

        var (flipped, count) = (Wholes(sequence), definition.KeypointShape.Keypoints);
        if (sequence.Items.Any(item => !IsWhole(item)))
            return;
        if (count > 0 && flipped.Length != count)
        {
            Report(
                YoloProblems.Keypoints,
                $"\"flip_idx\" has {flipped.Length} entries for {count} keypoints.",
                sequence.Range
            );
            return;
        }

        for (var i = 0; i < flipped.Length; i++)
            if (flipped[i] < 0 || flipped[i] >= flipped.Length || flipped[flipped[i]] != i)
            {
                var message =
                    flipped[i] < 0 || flipped[i] >= flipped.Length
                        ? $"\"flip_idx\" says that the mirror image of keypoint {i} is {flipped[i]}; keypoints are numbered from 0 to {flipped.Length - 1}."
                        : $"\"flip_idx\" says that the mirror image of keypoint {i} is {flipped[i]}, but not the other way round.";
                Report(YoloProblems.Keypoints, message, sequence.Items[i].Range);
                return;
            }

        definition = definition with { FlippedKeypoints = flipped };
    }

    ImmutableArray<string> KeypointNames()
    {
        var count = definition.KeypointShape.Keypoints;
        return keypointNames.Length == count
            ? keypointNames
            :
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ];
    }

    static ImmutableArray<string> Texts(YamlNode node) =>
        node switch
        {
            YamlScalar { IsEmpty: false } scalar => [scalar.Value],
            YamlSequence sequence => [.. sequence.Items.OfType<YamlScalar>().Select(item => item.Value)],
            _ => [],
        };

    ImmutableArray<int> Wholes(YamlNode node) =>
        node is YamlSequence sequence ? [.. sequence.Items.Select(item => Whole(item) ?? -1)] : [];

    static bool IsWhole(YamlNode node) => node is YamlScalar scalar && int.TryParse(scalar.Value, out _);

    int? Whole(YamlNode node)
    {
        if (IsWhole(node))
            return int.Parse(((YamlScalar)node).Value, System.Globalization.CultureInfo.InvariantCulture);
        Report(YoloProblems.Definition, "A whole number is expected here.", node.Range);
        return null;
    }

    static YoloTask? TaskOf(string task) =>
        task switch
        {
            "detect" => YoloTask.Detect,
            "segment" => YoloTask.Segment,
            "pose" => YoloTask.Pose,
            "obb" => YoloTask.OrientedBox,
            _ => null,
        };

    void Report(ProblemKind kind, string message, TextRange range) =>
        part.Problems.Report(kind, SpanOf(range), message);

    SourceSpan SpanOf(TextRange range)
    {
        var start = Math.Min(range.StartOffset, text.Length);
        var end = Math.Clamp(range.EndOffset, start, text.Length);
        return new(
            file,
            Encoding.UTF8.GetByteCount(text.AsSpan(0, start)),
            Encoding.UTF8.GetByteCount(text.AsSpan(start, end - start))
        );
    }
}
