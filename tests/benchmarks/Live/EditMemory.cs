using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LabelSpec.Benchmarks.Live;

/// <summary>
/// The memory of the language server while somebody types and deletes one digit in the middle of a file, ten thousand times: a server that
/// holds on to what was typed over grows.
/// </summary>
public static class EditMemory
{
    /// <summary>Edits that are sent at once, before the diagnostics of the last one are waited for.</summary>
    const int Burst = 20;

    static readonly int[] Milestones = [20, 1_000, 5_000, 10_000];

    public static void Print(TextWriter output, string labelspec, string file)
    {
        var text = File.ReadAllText(file);
        var (line, character) = PlaceOfNumber(text, text.Length / 2);
        var uri = new Uri(Path.GetFullPath(file)).AbsoluteUri;
        using var server = Process.Start(
            new ProcessStartInfo(labelspec, "lsp") { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        var input = server.StandardInput.BaseStream;
        var messages = server.StandardOutput.BaseStream;
        Send(
            input,
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}"""
        );
        Send(input, """{"jsonrpc":"2.0","method":"initialized","params":{}}""");
        Send(
            input,
            $$$"""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"{{{uri}}}","languageId":"any","version":0,"text":{{{Quote(text)}}} } } }"""
        );
        var clock = Stopwatch.StartNew();
        var found = new List<string>();
        for (var edit = 1; edit <= Milestones[^1]; edit++)
        {
            var (end, typed) = edit % 2 == 1 ? (character, "7") : (character + 1, "");
            Send(
                input,
                $$$"""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"{{{uri}}}","version":{{{edit}}}},"contentChanges":[{"range":{"start":{"line":{{{line}}},"character":{{{character}}}},"end":{"line":{{{line}}},"character":{{{end}}}}},"text":"{{{typed}}}"} ] } }"""
            );
            if (edit % Burst == 0)
                WaitFor(messages, edit);
            if (Milestones.Contains(edit))
                found.Add($"{edit} edits {Memory(server.Id)}");
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)} {text.Length / 1e6:0.0} MB: {string.Join(", ", found)}; {clock.Elapsed.TotalMilliseconds / Milestones[^1]:0.0} ms for an edit"
            )
        );
        Send(input, """{"jsonrpc":"2.0","id":2,"method":"shutdown"}""");
        Send(input, """{"jsonrpc":"2.0","method":"exit"}""");
        server.WaitForExit();
    }

    static void Send(Stream input, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        input.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
        input.Write(body);
        input.Flush();
    }

    /// <summary>Reads until the diagnostics of a version arrive.</summary>
    static void WaitFor(Stream messages, int version)
    {
        while (true)
        {
            var message = JsonDocument.Parse(Read(messages)).RootElement;
            if (
                message.TryGetProperty("method", out var method)
                && method.ValueEquals("textDocument/publishDiagnostics")
                && message.GetProperty("params").TryGetProperty("version", out var said)
                && said.GetInt32() == version
            )
                return;
        }
    }

    static byte[] Read(Stream messages)
    {
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            header.Append(
                messages.ReadByte() is >= 0 and var one
                    ? (char)one
                    : throw new EndOfStreamException("The server ended.")
            );
        var body = new byte[int.Parse(header.ToString().Split(':')[1], CultureInfo.InvariantCulture)];
        messages.ReadExactly(body);
        return body;
    }

    /// <summary>Resident memory, with what of it is no file.</summary>
    static string Memory(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process}/status");
        long Of(string name) =>
            long.Parse(
                lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ')[^2],
                CultureInfo.InvariantCulture
            ) >> 10;
        return $"{Of("VmRSS:")} MB ({Of("RssAnon:")} MB anonymous)";
    }

    /// <summary>A digit behind which another one can stand.</summary>
    static (int Line, int Character) PlaceOfNumber(string text, int from)
    {
        var at = from;
        while (!(char.IsAsciiDigit(text[at]) && text[at - 1] == ' '))
            at++;
        var start = text.LastIndexOf('\n', at) + 1;
        return (text.AsSpan(0, at).Count('\n'), at + 1 - start);
    }

    static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
