using System.Globalization;
using System.Text.RegularExpressions;
using LabelSpec.Annotations.Project.Yaml;

namespace LabelSpec.Annotations.Project;

/// <summary>
/// Takes typed values out of YAML nodes. What does not fit becomes a problem at its place and a null or empty value.
/// </summary>
sealed class ValueReader(List<ProjectProblem> problems)
{
    /// <summary>Values read in total, each alias counted as often as it is used.</summary>
    const int MaxValues = 100_000;

    readonly Dictionary<string, TextRange> positions = [];
    readonly Dictionary<string, TextRange> keyPositions = [];
    string path = "";
    int values;

    public ProjectPositions Positions => new(positions, keyPositions);

    public void Report(string code, string message, YamlNode node, string? replacement = null) =>
        problems.Add(new(code, message, node.Range, replacement));

    /// <summary>Fills a section's record from a mapping: each key once, none that is unknown, all that are required.</summary>
    public T Section<T>(YamlNode node, string title, T seed, IReadOnlyList<SectionKey<T>> keys)
    {
        var seen = new HashSet<string>();
        foreach (var (key, value) in Entries(node, $"{title} is a mapping of keys such as {Sample(keys)}"))
        {
            seen.Add(key.Value);
            if (keys.FirstOrDefault(k => k.Name == key.Value) is { } known)
                seed = Within(Child(key.Value), value, () => known.Set(seed, value, this));
            else
                ReportUnknownKey(key, title, keys.Select(k => k.Name));
        }

        if (node is YamlMapping)
            foreach (var key in keys)
                if (key.Required && !seen.Contains(key.Name))
                    Report(ProjectProblemCodes.MissingKey, $"{title} needs the key \"{key.Name}\"; add it.", node);
        return seed;
    }

    /// <summary>Visits a mapping whose keys are names of the user's choice.</summary>
    public void Each(YamlNode node, string expected, Action<string, YamlNode> visit)
    {
        foreach (var (key, value) in Entries(node, expected))
            Within(
                Child(key.Value),
                value,
                () =>
                {
                    visit(key.Value, value);
                    return true;
                }
            );
    }

    /// <summary>The items of a list; a single value is a list of one.</summary>
    public List<T> Items<T>(YamlNode node, string expected, Func<YamlNode, T?> read)
        where T : class
    {
        var result = new List<T>();
        if (node is not YamlSequence sequence)
        {
            if (node is YamlScalar { IsEmpty: true })
                Report(ProjectProblemCodes.WrongKind, $"{expected}, but nothing is written here.", node);
            else if (read(node) is { } single)
                result.Add(single);
            return result;
        }

        for (var i = 0; i < sequence.Items.Count && values < MaxValues; i++)
        {
            var item = sequence.Items[i];
            if (Within($"{path}[{i}]", item, () => read(item)) is { } value)
                result.Add(value);
        }

        return result;
    }

    public string? Text(YamlNode node)
    {
        if (node is YamlScalar { IsEmpty: false } scalar)
            return scalar.Value;
        Report(ProjectProblemCodes.WrongKind, $"A text is expected here, not {node.Kind}.", node);
        return null;
    }

    public IReadOnlyList<string> Globs(YamlNode node) =>
        Items(node, "A glob or a list of globs is expected", item => Glob(item));

    public string? Glob(YamlNode node)
    {
        if (Text(node) is not { } text)
            return null;
        if (Project.Glob.TryParse(text, out _, out var error))
            return text;
        Report(ProjectProblemCodes.InvalidGlob, $"{error} in the glob \"{text}\".", node);
        return null;
    }

    public T? Choice<T>(YamlNode node, string title, IReadOnlyDictionary<string, T> choices)
        where T : struct => Word(node, title, choices.Keys) is { } word ? choices[word] : null;

    public string? Word(YamlNode node, string title, IEnumerable<string> words)
    {
        if (Text(node) is not { } text)
            return null;
        var known = words.ToList();
        // YAML 1.1 readers take "off" for false, and so do people.
        var word = text is "false" && known.Contains("off") ? "off" : text;
        if (known.Contains(word))
            return word;
        var nearest = NearestName.Find(text, known);
        var hint = nearest is null ? "" : $" Did you mean \"{nearest}\"?";
        var message = $"\"{text}\" is no {title}; possible are {string.Join(", ", known)}.{hint}";
        Report(ProjectProblemCodes.UnknownValue, message, node, nearest);
        return null;
    }

    /// <summary>Dates that can be read in one way only; 1/2/2027 is in January to some and in February to others.</summary>
    static readonly string[] OtherDates = ["d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d"];

    public DateOnly? Date(YamlNode node)
    {
        if (Text(node) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report(
            ProjectProblemCodes.InvalidDate,
            $"\"{text}\" is no date; write it as year-month-day, for example 2027-01-31.",
            node,
            DateOnly.TryParseExact(text, OtherDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null
        );
        return null;
    }

    /// <summary>A regular expression whose matching time is linear, so that no file name can make it hang.</summary>
    public Regex? LinearRegex(YamlNode node)
    {
        if (Text(node) is not { } text)
            return null;
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            Report(
                ProjectProblemCodes.InvalidRegex,
                "Look-around, back references, atomic groups and very large repetitions are not available here, because "
                    + "matching must stay linear; write the expression without them.",
                node
            );
        }
        catch (ArgumentException exception)
        {
            Report(
                ProjectProblemCodes.InvalidRegex,
                $"The regular expression does not parse: {exception.Message}",
                node
            );
        }

        return null;
    }

    IEnumerable<(YamlScalar Key, YamlNode Value)> Entries(YamlNode node, string expected)
    {
        if (node is not YamlMapping mapping)
        {
            Report(ProjectProblemCodes.WrongKind, $"{expected}, not {node.Kind}.", node);
            yield break;
        }

        var seen = new HashSet<string>();
        foreach (var entry in mapping.Entries)
        {
            if (values >= MaxValues)
                yield break;
            if (seen.Add(entry.Key.Value))
            {
                keyPositions[Child(entry.Key.Value)] = entry.Key.Range;
                yield return entry;
            }
            else
                Report(
                    ProjectProblemCodes.DuplicateKey,
                    $"\"{entry.Key.Value}\" stands here a second time; the first one is used. Remove one of them.",
                    entry.Key
                );
        }
    }

    T Within<T>(string childPath, YamlNode node, Func<T> read)
    {
        if (++values == MaxValues)
            Report(
                ProjectProblemCodes.TooLarge,
                $"The file stands for more than {MaxValues} values (aliases counted each time); the rest is not read.",
                node
            );
        var outer = path;
        path = childPath;
        positions[childPath] = node.Range;
        var result = read();
        path = outer;
        return result;
    }

    string Child(string key) => path.Length == 0 ? key : $"{path}.{key}";

    void ReportUnknownKey(YamlScalar key, string title, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest = NearestName.Find(key.Value, names);
        var advice = nearest is not null ? $"Did you mean \"{nearest}\"?" : $"Its keys are {string.Join(", ", names)}.";
        Report(ProjectProblemCodes.UnknownKey, $"{title} has no key \"{key.Value}\". {advice}", key, nearest);
    }

    static string Sample<T>(IReadOnlyList<SectionKey<T>> keys) =>
        string.Join(", ", keys.Take(3).Select(key => $"\"{key.Name}\""));
}
