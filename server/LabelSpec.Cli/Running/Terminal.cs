using System.Text;

namespace LabelSpec.Cli.Running;

/// <summary>
/// The standard streams. Results go to <see cref="Output"/>, everything else to <see cref="Error"/>, so that a pipe
/// carries nothing but results.
/// </summary>
sealed class Terminal
{
    const int UsualWidth = 80;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    Terminal()
    {
        Output = Console.OpenStandardOutput();
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        OutputIsTerminal = !Console.IsOutputRedirected;
        ErrorIsTerminal = !Console.IsErrorRedirected;
    }

    /// <summary>Standard output, not buffered.</summary>
    public Stream Output { get; }

    public TextWriter Error { get; }

    public bool OutputIsTerminal { get; }

    public bool ErrorIsTerminal { get; }

    /// <summary>Columns of the terminal that results go to; 0 when they do not go to a terminal.</summary>
    public int Width => OutputIsTerminal ? KnownWidth() : 0;

    /// <summary>Whether results may be coloured; https://no-color.org/ is respected.</summary>
    public bool Colour =>
        OutputIsTerminal
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static Terminal Open() => new();

    /// <summary>Writes a result that is a text.</summary>
    public void Write(string text) => Output.Write(Utf8.GetBytes(text));

    static int KnownWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
