using System.Text;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>Markdown, paragraph by paragraph.</summary>
sealed class PageWriter
{
    readonly StringBuilder _page = new();

    public PageWriter Code(string text) => Append($"```labelspec\n{text}\n```");

    public PageWriter Paragraph(string? text) => string.IsNullOrWhiteSpace(text) ? this : Append(text.Trim());

    public PageWriter List(IEnumerable<string> items)
    {
        var list = string.Join("\n", items.Select(item => "- " + item.ReplaceLineEndings(" ")));
        return list.Length == 0 ? this : Append(list);
    }

    public static string FirstLine(string? markdown) => markdown?.Trim().Split('\n', 2)[0] ?? "";

    /// <summary>Without line breaks and blanks in a row, as code within a sentence must be.</summary>
    public static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public override string ToString() => _page.ToString();

    PageWriter Append(string text)
    {
        if (_page.Length > 0)
            _page.Append("\n\n");
        _page.Append(text);
        return this;
    }
}
