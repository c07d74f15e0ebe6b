using System.Text.Json;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// The baseline of every whole-process figure: one streaming pass of <see cref="Utf8JsonReader"/> over the file, tokens
/// only. It runs in a process of its own, like what is compared with it.
/// </summary>
public static class Yardstick
{
    /// <returns>The number of JSON tokens in the file.</returns>
    public static long CountTokens(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = new byte[1 << 20];
        var held = 0;
        var tokens = 0L;
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = 64 });
        while (true)
        {
            if (held == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = file.Read(buffer, held, buffer.Length - held);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, held + read), isFinalBlock: read == 0, state);
            while (reader.Read())
                tokens++;
            if (read == 0)
                return tokens;
            state = reader.CurrentState;
            var consumed = (int)reader.BytesConsumed;
            buffer.AsSpan(consumed, held + read - consumed).CopyTo(buffer);
            held = held + read - consumed;
        }
    }
}
