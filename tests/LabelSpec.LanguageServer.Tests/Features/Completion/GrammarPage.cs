using System.Text.RegularExpressions;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Features.Completion;

/// <summary>
/// The productions of <c>grammar.md</c>. From them come, for every word of the language at every place where the grammar has it, the
/// texts that lead up to there: the shortest, and one with every optional part.
/// </summary>
sealed partial class GrammarPage
{
    /// <summary>How deep optional parts are filled in: expressions in expressions have no end.</summary>
    const int Deepest = 12;

    /// <summary>What is told in letters, not in tokens, with an example of each.</summary>
    static readonly Dictionary<string, string> Examples = new()
    {
        ["word"] = "title",
        ["name"] = "car",
        ["text"] = "\"t\"",
        ["number"] = "1",
        ["unit"] = "px",
        ["color"] = "#fff",
    };

    readonly Dictionary<string, Part> _productions = [];
    readonly Dictionary<string, List<string>> _leadingTo = new() { ["file"] = [""] };

    GrammarPage(string page)
    {
        // Names of productions may be of two words, and names may follow one another.
        var names = string.Join(
            "|",
            Name().Matches(page).Select(match => match.Groups[1].Value).OrderByDescending(name => name.Length)
        );
        foreach (Match block in Block().Matches(page))
            new Reader(block.Groups[1].Value, names).ReadInto(_productions);
        foreach (var example in Examples.Keys.Concat(["escape", "comment", "doc"]))
            _productions.Remove(example);
        var waiting = new Queue<string>(["file"]);
        while (waiting.TryDequeue(out var name))
            foreach (var (before, part) in Walk(_productions[name], _leadingTo[name][0], full: false))
                if (part is Named { Name: var next } && IsFollowed(name, next))
                {
                    if (!_leadingTo.TryGetValue(next, out var ways))
                    {
                        _leadingTo.Add(next, ways = []);
                        waiting.Enqueue(next);
                    }

                    ways.Add(before);
                }
    }

    /// <summary>
    /// What a fix sets, and what an attribute is given, are operands to the parser; offered are attributes and values. Expressions are reached
    /// by other ways.
    /// </summary>
    static bool IsFollowed(string from, string to) =>
        !Examples.ContainsKey(to) && (from, to) is not (("fix" or "modifier" or "assignment"), "operand");

    public static GrammarPage Read() =>
        new(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "grammar", "docs", "grammar.md")));

    public IReadOnlyCollection<string> Unreached => [.. _productions.Keys.Except(_leadingTo.Keys)];

    /// <summary>
    /// Every place with a word of the language: the production, a text that ends before it, and the words. Each production is tried in every
    /// other one that has it.
    /// </summary>
    public IEnumerable<(string Production, string Before, string Words)> Places() =>
        from name in _leadingTo.Keys
        from way in _leadingTo[name].Distinct()
        from full in new[] { false, true }
        from place in Walk(_productions[name], way, full)
        let text = (place.Part as Terminal)?.Text
        where text is not null && char.IsLetter(text[0])
        group text by (name, place.Before) into words
        select (words.Key.name, words.Key.Before, string.Join(' ', words.Distinct()));

    /// <summary>Every terminal and name in a part, each with the text before it.</summary>
    IEnumerable<(string Before, Part Part)> Walk(Part part, string before, bool full)
    {
        switch (part)
        {
            case Sequence sequence:
                foreach (var inner in sequence.Parts)
                {
                    foreach (var place in Walk(inner, before, full))
                        yield return place;
                    before += Expand(inner, full, 0);
                }

                break;
            case Choice choice:
                foreach (var place in choice.Parts.SelectMany(inner => Walk(inner, before, full)))
                    yield return place;
                break;
            case Maybe maybe:
                foreach (var place in Walk(maybe.Inner, before, full))
                    yield return place;
                break;
            default:
                yield return (before, part);
                break;
        }
    }

    string Expand(Part part, bool full, int depth) =>
        part switch
        {
            Terminal terminal => terminal.Text + " ",
            Named { Name: var name } when Examples.TryGetValue(name, out var example) => example + " ",
            Named { Name: var name } => depth < Deepest
                ? Expand(_productions[name], full && depth == 0, depth + 1)
                : throw new InvalidOperationException($"{name} has no end."),
            Sequence sequence => string.Concat(sequence.Parts.Select(inner => Expand(inner, full, depth))),
            Choice choice => Expand(choice.Parts.MinBy(Size)!, full, depth),
            Maybe maybe => full ? Expand(maybe.Inner, full, depth) : "",
            _ => throw new InvalidOperationException(part.ToString()),
        };

    /// <summary>Choices that are names of letters come before those that go deeper.</summary>
    static int Size(Part part) =>
        part switch
        {
            Terminal => 1,
            Named named => Examples.ContainsKey(named.Name) ? 1 : 5,
            Sequence sequence => sequence.Parts.Sum(Size),
            Choice choice => choice.Parts.Min(Size),
            _ => 0,
        };

    [GeneratedRegex(@"```ebnf\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^([a-z]+(?: [a-z]+)?) +=", RegexOptions.Multiline)]
    private static partial Regex Name();

    abstract record Part;

    sealed record Terminal(string Text) : Part;

    sealed record Named(string Name) : Part;

    sealed record Sequence(IReadOnlyList<Part> Parts) : Part;

    sealed record Choice(IReadOnlyList<Part> Parts) : Part;

    /// <summary>Something that may be missing, and perhaps be repeated.</summary>
    sealed record Maybe(Part Inner) : Part;

    /// <summary>Reads extended Backus–Naur form.</summary>
    sealed class Reader(string text, string names)
    {
        readonly List<string> _tokens =
        [
            .. Regex
                .Matches(text, $@"\(\*.*?\*\)|""[^""]*""|'[^']*'|[\[\](){{}}|;=*]|\d+|(?:{names})\b|\w+|…")
                .Select(match => match.Value),
        ];
        int _at;

        public void ReadInto(Dictionary<string, Part> productions)
        {
            _tokens.RemoveAll(token => token.StartsWith("(*", StringComparison.Ordinal));
            while (_at < _tokens.Count)
            {
                var name = _tokens[_at];
                _at += 2;
                productions.Add(name, ReadChoice());
                _at++;
            }
        }

        Part ReadChoice()
        {
            var parts = new List<Part> { ReadSequence() };
            while (_tokens[_at] == "|")
            {
                _at++;
                parts.Add(ReadSequence());
            }

            return parts is [var only] ? only : new Choice(parts);
        }

        Part ReadSequence()
        {
            var parts = new List<Part>();
            while (_tokens[_at] is not ("|" or ")" or "]" or "}" or ";"))
                parts.AddRange(ReadOne());
            return parts is [var only] ? only : new Sequence(parts);
        }

        IEnumerable<Part> ReadOne()
        {
            var token = _tokens[_at++];
            if (int.TryParse(token, out var times))
            {
                _at++;
                var repeated = ReadOne().Single();
                return Enumerable.Repeat(repeated, times);
            }

            if (token is "(" or "[" or "{")
            {
                var inner = ReadChoice();
                _at++;
                return [token == "(" ? inner : new Maybe(inner)];
            }

            return [token[0] is '"' or '\'' ? new Terminal(token[1..^1]) : new Named(token)];
        }
    }
}
