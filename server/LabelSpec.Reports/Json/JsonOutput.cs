using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelSpec.Reports.Json;

/// <summary>How all reports write JSON: indented, UTF-8 as it is, in pieces, with a line end behind it.</summary>
static class JsonOutput
{
    const int FlushAt = 1 << 16;

    // The output is a file or a pipe, never a part of an HTML page, so that only what JSON asks for is escaped.
    static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Utf8JsonWriter Open(Stream output) => new(output, Options);

    public static void FlushWhenFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }

    public static void Close(Utf8JsonWriter json, Stream output)
    {
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    /// <summary>A number; as JSON has no infinities, those and NaN are written as texts.</summary>
    public static void WriteNumberOrText(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteString(
                name,
                double.IsNaN(value) ? "NaN"
                    : value > 0 ? "Infinity"
                    : "-Infinity"
            );
    }
}
