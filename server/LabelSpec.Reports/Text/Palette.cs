using LabelSpec.Grammar;

namespace LabelSpec.Reports.Text;

/// <summary>Terminal colours, or none.</summary>
public readonly record struct Palette(bool Enabled)
{
    public string Bold(string text) => Paint(text, "1");

    public string Dim(string text) => Paint(text, "2");

    public string Good(string text) => Paint(text, "32");

    public string Accent(string text) => Paint(text, "36");

    public string Of(Severity severity, string text) =>
        Paint(
            text,
            severity switch
            {
                Severity.Error => "1;31",
                Severity.Warning => "1;33",
                Severity.Info => "1;34",
                _ => "1;36",
            }
        );

    string Paint(string text, string code) => Enabled ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
