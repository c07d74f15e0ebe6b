using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace LabelSpec.LanguageServer.Transport;

/// <summary>
/// Stands between the client's stream and the JSON-RPC library and lets only whole, well-formed messages through: the
/// library ends the connection at the first malformed one, and an editor that sends one bad message must not lose its
/// language server. What is refused is reported to <paramref name="refused"/> with a JSON-RPC error code.
/// </summary>
public sealed class MessageFilter(Stream input, PipeWriter accepted, Func<int, string, Task> refused)
{
    /// <summary>Editors send no document above 50 MB; a larger frame is a broken length, not a document.</summary>
    const int LongestMessage = 256 << 20;

    /// <summary>A header block longer than this is not a header block.</summary>
    const int LongestHeader = 16 << 10;

    const int ParseError = -32700;
    const int InvalidRequest = -32600;

    readonly PipeReader _reader = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true));

    /// <summary>Runs until the client closes its end.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (await ReadHeaderAsync(cancellation).ConfigureAwait(false) is { } length)
                await ForwardAsync(length, cancellation).ConfigureAwait(false);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone; completing the pipe below tells the rest.
        }
        finally
        {
            await accepted.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <returns>The content length of the next message; null at the end of the stream.</returns>
    async Task<int?> ReadHeaderAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (TrySplitHeader(buffer, out var header, out var rest))
            {
                _reader.AdvanceTo(rest);
                if (ContentLength(header) is { } length)
                    return length;
                await refused(ParseError, "A message needs a Content-Length header with the number of its bytes.")
                    .ConfigureAwait(false);
                continue;
            }

            if (buffer.Length > LongestHeader)
            {
                // No message starts here: drop what cannot be a header and look for the next one.
                _reader.AdvanceTo(buffer.GetPosition(buffer.Length - 3));
                await refused(ParseError, "What was sent is not a message with a header.").ConfigureAwait(false);
                continue;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                return null;
        }
    }

    static bool TrySplitHeader(ReadOnlySequence<byte> buffer, out string header, out SequencePosition rest)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (reader.TryReadTo(out ReadOnlySequence<byte> found, "\r\n\r\n"u8))
        {
            header = Encoding.ASCII.GetString(found);
            rest = reader.Position;
            return true;
        }

        (header, rest) = ("", buffer.Start);
        return false;
    }

    static int? ContentLength(string header)
    {
        foreach (var line in header.Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (
                colon < 0
                || !line.AsSpan(0, colon).Trim().EndsWith("Content-Length", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            if (
                int.TryParse(
                    line.AsSpan(colon + 1),
                    NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    null,
                    out var length
                ) && length is >= 0 and <= LongestMessage
            )
                return length;
        }

        return null;
    }

    async Task ForwardAsync(int length, CancellationToken cancellation)
    {
        if (length == 0)
        {
            await refused(ParseError, "The message is empty.").ConfigureAwait(false);
            return;
        }

        var result = await _reader.ReadAtLeastAsync(length, cancellation).ConfigureAwait(false);
        if (result.Buffer.Length < length)
        {
            // The stream ended inside a message.
            _reader.AdvanceTo(result.Buffer.End);
            return;
        }

        var body = result.Buffer.Slice(0, length);
        if (Refusal(body) is { } refusal)
        {
            _reader.AdvanceTo(body.End);
            await refused(refusal.Code, refusal.Reason).ConfigureAwait(false);
            return;
        }

        accepted.Write(Encoding.ASCII.GetBytes($"Content-Length: {length}\r\n\r\n"));
        foreach (var segment in body)
            accepted.Write(segment.Span);
        _reader.AdvanceTo(body.End);
        await accepted.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <returns>Why the message cannot be passed on; null when it can.</returns>
    static (int Code, string Reason)? Refusal(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
        bool method = false,
            answer = false;
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
                return (InvalidRequest, "Batches of messages are not part of the language server protocol.");
            if (reader.TokenType != JsonTokenType.StartObject)
                return (InvalidRequest, "A message is a JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isMethod = reader.ValueTextEquals("method"u8);
                answer |= reader.ValueTextEquals("result"u8) || reader.ValueTextEquals("error"u8);
                reader.Read();
                method |= isMethod && reader.TokenType == JsonTokenType.String;
                reader.Skip();
            }

            if (reader.Read())
                return (ParseError, "Something follows the JSON object of the message.");
        }
        catch (JsonException problem)
        {
            return (ParseError, $"The message is not valid JSON: {problem.Message}");
        }

        return method || answer ? null : (InvalidRequest, "A message has a method, a result or an error.");
    }
}
