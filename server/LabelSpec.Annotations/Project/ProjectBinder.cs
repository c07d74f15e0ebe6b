using System.Text.RegularExpressions;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project.Yaml;

namespace LabelSpec.Annotations.Project;

/// <summary>The keys of a project file, section by section: the one place that knows their names and meaning.</summary>
static class ProjectBinder
{
    static readonly Dictionary<string, SeverityOverride> Severities = new()
    {
        ["error"] = SeverityOverride.Error,
        ["warning"] = SeverityOverride.Warning,
        ["info"] = SeverityOverride.Info,
        ["hint"] = SeverityOverride.Hint,
        ["off"] = SeverityOverride.Off,
    };

    static readonly Dictionary<string, BoxEdges> Edges = new()
    {
        ["continuous"] = BoxEdges.Continuous,
        ["inclusive"] = BoxEdges.Inclusive,
    };

    static readonly Dictionary<string, CoordinateUnit> Units = new()
    {
        ["pixels"] = CoordinateUnit.Pixels,
        ["normalized"] = CoordinateUnit.Normalized,
        ["percent"] = CoordinateUnit.Percent,
    };

    static readonly Dictionary<string, int> Origins = new() { ["0"] = 0, ["1"] = 1 };

    static readonly string[] Formats = [.. AnnotationFormats.All.Select(format => format.Id)];

    static readonly SectionKey<CoordinateSettings>[] CoordinateKeys =
    [
        new("origin", (c, node, read) => c with { Origin = read.Choice(node, "origin", Origins) }),
        new("edges", (c, node, read) => c with { Edges = read.Choice(node, "kind of box edge", Edges) }),
        new("unit", (c, node, read) => c with { Unit = read.Choice(node, "unit", Units) }),
    ];

    static readonly SectionKey<TableColumns>[] ColumnKeys =
    [
        new("image", (c, node, read) => c with { Image = read.Text(node) }),
        new("class", (c, node, read) => c with { Class = read.Text(node) }),
        new("id", (c, node, read) => c with { Id = read.Text(node) }),
        new("left", (c, node, read) => c with { Left = read.Text(node) }),
        new("top", (c, node, read) => c with { Top = read.Text(node) }),
        new("right", (c, node, read) => c with { Right = read.Text(node) }),
        new("bottom", (c, node, read) => c with { Bottom = read.Text(node) }),
        new("width", (c, node, read) => c with { Width = read.Text(node) }),
        new("height", (c, node, read) => c with { Height = read.Text(node) }),
        new("center_x", (c, node, read) => c with { CenterX = read.Text(node) }),
        new("center_y", (c, node, read) => c with { CenterY = read.Text(node) }),
        new("score", (c, node, read) => c with { Score = read.Text(node) }),
        new("track", (c, node, read) => c with { Track = read.Text(node) }),
        new("frame", (c, node, read) => c with { Frame = read.Text(node) }),
        new("image_width", (c, node, read) => c with { ImageWidth = read.Text(node) }),
        new("image_height", (c, node, read) => c with { ImageHeight = read.Text(node) }),
    ];

    static readonly SectionKey<DatasetEntry>[] DatasetKeys =
    [
        new("path", (d, node, read) => d with { Path = read.Globs(node) }, Required: true),
        new("exclude", (d, node, read) => d with { Exclude = read.Globs(node) }),
        new("format", (d, node, read) => d with { Format = read.Word(node, "format", Formats) }),
        new("images", (d, node, read) => d with { Images = read.Text(node) }),
        new("annotator", (d, node, read) => d with { Annotator = read.Text(node) }),
        new("spec", (d, node, read) => d with { Spec = read.Text(node) }),
        new(
            "coordinates",
            (d, node, read) => d with { Coordinates = read.Section(node, "\"coordinates\"", new(), CoordinateKeys) }
        ),
        new("columns", (d, node, read) => d with { Columns = read.Section(node, "\"columns\"", new(), ColumnKeys) }),
    ];

    static readonly SectionKey<Waiver>[] WaiverKeys =
    [
        new("rule", (w, node, read) => w with { Rule = read.Text(node) ?? "", RulePlace = node.Range }, Required: true),
        new("file", (w, node, read) => w with { File = read.Glob(node) }),
        new("image", (w, node, read) => w with { Image = read.Text(node) }),
        new("annotation", (w, node, read) => w with { Annotation = read.Text(node) }),
        new("because", (w, node, read) => w with { Because = read.Text(node) ?? "" }, Required: true),
        new("until", (w, node, read) => w with { Until = read.Date(node) ?? DateOnly.MinValue }, Required: true),
    ];

    static readonly SectionKey<ProjectFile>[] ProjectKeys =
    [
        new("spec", (p, node, read) => p with { Spec = read.Text(node) }),
        new("datasets", (p, node, read) => p with { Datasets = Datasets(node, read) }),
        new("ground_truth", (p, node, read) => p with { GroundTruth = Datasets(node, read) }),
        new("baseline", (p, node, read) => p with { Baseline = read.Text(node) }),
        new("severity", (p, node, read) => p with { Severity = SeverityByName(node, read) }),
        new("checks", (p, node, read) => p with { Checks = OptionsByCode(node, read) }),
        new("splits", (p, node, read) => p with { Splits = Splits(node, read) }),
        new("class_ids", (p, node, read) => p with { ClassIds = NamesById(node, read) }),
        new("waive", (p, node, read) => p with { Waive = Waivers(node, read) }),
    ];

    /// <summary>The names of the keys of the project, of a data set and of a waiver.</summary>
    internal static IEnumerable<string> KeyNames =>
        ProjectKeys
            .Select(key => key.Name)
            .Concat(DatasetKeys.Select(key => $"datasets.{key.Name}"))
            .Concat(CoordinateKeys.Select(key => $"datasets.coordinates.{key.Name}"))
            .Concat(ColumnKeys.Select(key => $"datasets.columns.{key.Name}"))
            .Concat(WaiverKeys.Select(key => $"waive.{key.Name}"));

    public static ProjectFile Bind(YamlNode root, ProjectFile seed, List<ProjectProblem> problems)
    {
        var read = new ValueReader(problems);
        // An empty file is a project without settings, as a fresh file is while its first line is typed.
        if (root is YamlScalar { IsEmpty: true })
            return seed;
        var project = read.Section(root, "A project file", seed, ProjectKeys);
        return project with { Positions = read.Positions };
    }

    static List<DatasetEntry> Datasets(YamlNode node, ValueReader read) =>
        read.Items(
            node,
            "A data set (a path, or a mapping with \"path\") or a list of them is expected",
            item =>
                item is YamlScalar
                    ? read.Glob(item) is { } glob
                        ? new DatasetEntry { Path = [glob] }
                        : null
                    : read.Section(item, "A data set", new DatasetEntry(), DatasetKeys)
        );

    static Dictionary<string, SeverityOverride> SeverityByName(YamlNode node, ValueReader read)
    {
        var severities = new Dictionary<string, SeverityOverride>();
        read.Each(
            node,
            "\"severity\" is a mapping of rules to severities, such as { enough_pedestrians: off }",
            (rule, value) =>
            {
                if (read.Choice(value, "severity", Severities) is { } severity)
                    severities[rule] = severity;
            }
        );
        return severities;
    }

    static Dictionary<string, CheckOptions> OptionsByCode(YamlNode node, ValueReader read)
    {
        var checks = new Dictionary<string, CheckOptions>();
        read.Each(
            node,
            "\"checks\" is a mapping of check codes to options, such as { LS3203: { tolerance: 2px } }",
            (code, value) => checks[code] = OptionsOf(value, read)
        );
        return checks;
    }

    static CheckOptions OptionsOf(YamlNode node, ValueReader read)
    {
        if (node is YamlScalar { IsEmpty: false })
            return new() { Severity = read.Choice(node, "severity", Severities) };
        SeverityOverride? severity = null;
        var values = new Dictionary<string, string>();
        read.Each(
            node,
            "The options of a check are a mapping, such as { tolerance: 2px }",
            (name, value) =>
            {
                if (name == "severity")
                    severity = read.Choice(value, "severity", Severities);
                else if (read.Text(value) is { } text)
                    values[name] = text;
            }
        );
        return new() { Severity = severity, Values = values };
    }

    // Also as a list, as the names in data.yaml of YOLO may stand.
    static Dictionary<string, string> NamesById(YamlNode node, ValueReader read)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is YamlSequence list)
            foreach (var name in list.Items)
                names[$"{names.Count}"] = read.Text(name) ?? "";
        else
            read.Each(
                node,
                "\"class_ids\" is a mapping of ids to names, such as { 0: car, 1: person }",
                (id, value) => names[id] = read.Text(value) ?? ""
            );
        return names;
    }

    static SplitSettings Splits(YamlNode node, ValueReader read)
    {
        var group = default(Regex);
        var parts = new Dictionary<string, IReadOnlyList<string>>();
        read.Each(
            node,
            "\"splits\" is a mapping of split names to globs, such as { train: data/train/**, val: data/val/** }",
            (name, value) =>
            {
                if (name == "group")
                    group = read.LinearRegex(value);
                else
                    parts[name] = read.Globs(value);
            }
        );
        return new() { Parts = parts, Group = group };
    }

    static List<Waiver> Waivers(YamlNode node, ValueReader read) =>
        read.Items(
                node,
                "A list of exceptions is expected, each with \"rule\", \"because\" and \"until\"",
                item => read.Section(item, "An exception", new Waiver(), WaiverKeys)
            )
            // Incomplete exceptions would hide more than their author meant.
            .FindAll(waiver => waiver.Rule.Length > 0 && waiver.Because.Length > 0 && waiver.Until > DateOnly.MinValue);
}
