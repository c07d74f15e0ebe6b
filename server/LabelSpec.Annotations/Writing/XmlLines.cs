using System.Globalization;
using System.Security;
using System.Text;

namespace LabelSpec.Annotations.Writing;

/// <summary>XML, an element on a line and indented.</summary>
sealed class XmlLines
{
    readonly StringBuilder text = new("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    int depth;

    public void Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        text.Append(">\n");
        depth++;
    }

    public void Close(string element)
    {
        depth--;
        Indent();
        text.Append("</").Append(element).Append(">\n");
    }

    /// <summary>An element without content.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        text.Append("/>\n");
    }

    public void Element(string element, string content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        text.Append('>').Append(Escape(content)).Append("</").Append(element).Append(">\n");
    }

    public void Element(string element, double number) => Element(element, Number(number));

    /// <summary>All the digits of a number.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public override string ToString() => text.ToString();

    // Attributes without a value are left out.
    void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Indent();
        text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
            if (value is not null)
                text.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
    }

    void Indent() => text.Append(' ', 2 * depth);

    // XML 1.0 has no place for most control characters, not even escaped.
    static string Escape(string value) =>
        SecurityElement.Escape(
            new string([
                .. value.Where(letter => letter is '\t' or '\n' or '\r' or >= ' ' and not '\uFFFE' and not '\uFFFF'),
            ])
        ) ?? "";
}
