using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>What a word of the language brings along, with places to fill in.</summary>
static class KeywordSnippets
{
    /// <summary>Null where the word alone is what people write.</summary>
    public static string? Of(WordFact word) =>
        word.Keyword switch
        {
            Keyword.Guideline => "guideline ${1:name} version \"${2:1.0.0}\"",
            Keyword.Import => "import \"$1\"",
            Keyword.Class => "class ${1:name} {\n  shape ${2:box}\n  $0\n}",
            Keyword.Abstract => "abstract class ${1:name} {\n  $0\n}",
            Keyword.Ignore => "ignore class ${1:name} { shape ${2:box} }",
            Keyword.Let => "let ${1:name}(${2:a}) = $0",
            Keyword.Rule => "rule ${1:name} {\n  for ${2:a}: ${3:any}\n  require $0\n}",
            Keyword.Check => "check ${1:LS3004}: ${2:warning}",
            Keyword.Distinguish => "distinguish ${1:a} from ${2:b} {\n  \"$3\"\n  choose $1 when $0\n  otherwise $2\n}",
            Keyword.Case => "case ${1:name} {\n  \"$2\"\n  ask \"$0\" sample 2%\n}",
            Keyword.When when word.Usage.Contains("rule", StringComparison.Ordinal) => "when ${1:condition} {\n  $0\n}",
            Keyword.Test =>
                "test \"${1:title}\" {\n  image 1920 x 1080\n  ${2:a}: ${3:class} box ${4:100 100 200 100}\n  expect ${0:nothing}\n}",
            Keyword.Quality => "quality {\n  match iou >= ${1:0.5}\n  accept accuracy >= ${0:90%}\n}",
            Keyword.Attribute => "attribute ${1:name}: $0",
            Keyword.Include => "include \"$0\"",
            Keyword.Exclude => "exclude \"$0\"",
            Keyword.Example => "example \"$1\" \"$0\"",
            Keyword.Counterexample => "counterexample \"$1\" \"$0\"",
            Keyword.Message => "message \"$0\"",
            Keyword.Ask => "ask \"$1\" sample ${0:2%}",
            Keyword.Alias => "alias \"$0\"",
            Keyword.Replaces => "replaces \"$1\" since \"$0\"",
            Keyword.Hotkey => "hotkey \"$0\"",
            Keyword.Color => "color #${0:e4572e}",
            Keyword.Size => "size at least ${1:8px} x ${0:8px}",
            Keyword.Exists => "exists ${1:b}: ${2:class} where $0",
            Keyword.No when word.Usage.StartsWith("no ", StringComparison.Ordinal) => "no ${1:b}: ${2:class} where $0",
            Keyword.Every => "every ${1:b}: ${2:class} satisfies $0",
            Keyword.If => "if $1 then $2 else $0",
            _ => null,
        };
}
