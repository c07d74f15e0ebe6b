using System.Runtime.CompilerServices;

namespace LabelSpec.Annotations.Xml;

/// <summary>
/// Reads XML in UTF-8 token by token, with the byte offset of everything, without allocating. What is not well-formed is
/// noted in <see cref="Errors"/> and passed over, so that the rest of a damaged file is read. Document type declarations
/// are skipped: there are no entities but the five predefined ones and character references, and nothing outside the
/// file is ever looked at.
/// </summary>
ref partial struct XmlScanner
{
    public const int MaxDepth = 64;

    /// <summary>A file with more errors than this is not going to be understood.</summary>
    const int MaxErrors = 20;

    readonly ReadOnlySpan<byte> text;
    OpenNames open;
    int position;
    int nextAttribute;
    int attributesEnd;
    int reportedEndTag;
    bool saidTooDeep;
    List<XmlError>? errors;

    [InlineArray(MaxDepth)]
    struct OpenNames
    {
        XmlRange first;
    }

    public XmlScanner(ReadOnlySpan<byte> text)
    {
        this.text = text;
        position = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        reportedEndTag = -1;
    }

    public XmlToken Token { get; private set; }

    /// <summary>Of the token: the root element's start and end tag are at depth 1.</summary>
    public int Depth { get; private set; }

    /// <summary>Offset of the token's first byte.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after the token's last byte.</summary>
    public readonly int End => position;

    /// <summary>The element's name, at start and end tags.</summary>
    public XmlRange NameRange { get; private set; }

    /// <summary>The element is only a tag; no end tag follows.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>The text, or the content of a CDATA section.</summary>
    public XmlRange TextRange { get; private set; }

    /// <summary>The file ended inside the element whose end was read last.</summary>
    public bool IsTruncated { get; private set; }

    public readonly IReadOnlyList<XmlError> Errors => errors ?? (IReadOnlyList<XmlError>)[];

    public readonly ReadOnlySpan<byte> Name => Bytes(NameRange);

    public readonly ReadOnlySpan<byte> Bytes(XmlRange range) => text.Slice(range.Start, range.Length);

    /// <summary>Goes to the next token; false at the end of the file.</summary>
    public bool Read() => Read(passesText: false);

    /// <param name="passesText">Whether plain text is no token; CDATA sections are one all the same.</param>
    bool Read(bool passesText)
    {
        if (Token == XmlToken.End || (Token == XmlToken.Start && IsEmptyElement))
            Depth--;
        while (position < text.Length && (errors?.Count ?? 0) < MaxErrors)
        {
            Start = position;
            if (text[position] != '<')
            {
                if (!passesText)
                    return ReadText();
                position = TextEnd(position);
                continue;
            }

            switch (position + 1 < text.Length ? text[position + 1] : 0)
            {
                case (byte)'/':
                    if (ReadEndTag())
                        return true;
                    break;
                case (byte)'?':
                    Skip("?>"u8, 2, "processing instruction");
                    break;
                case (byte)'!':
                    if (ReadMarkup())
                        return true;
                    break;
                default:
                    if (ReadStartTag())
                        return true;
                    break;
            }
        }

        return CloseNextAtEndOfFile();
    }

    /// <summary>Goes to the start tag of the root element.</summary>
    public void ReadRoot()
    {
        while (Depth == 0 && Read())
            continue;
    }

    /// <summary>
    /// Goes to a place behind the element whose start tag was read last, where it and all up to there are known to be well-formed and to
    /// close whatever they open.
    /// </summary>
    public void GoBehindElement(int end)
    {
        position = end;
        Token = XmlToken.End;
    }

    /// <summary>
    /// Goes to the start tag of the next element directly inside the element at a depth, passing over whatever else
    /// there is; false when that element has ended.
    /// </summary>
    public bool ReadChild(int depth)
    {
        if (Token == XmlToken.Start && Depth == depth && IsEmptyElement)
            return false;
        while (Read(passesText: true))
            if (Token == XmlToken.Start && Depth == depth + 1)
                return true;
            else if (Token == XmlToken.End && Depth <= depth)
                return false;
        return false;
    }

    /// <summary>Passes over what is left of the element whose start tag was read last.</summary>
    public void SkipElement()
    {
        var depth = Depth;
        while (ReadChild(depth))
            continue;
    }

    /// <summary>
    /// The content of the element whose start tag was read last, without surrounding white space, for
    /// <see cref="XmlText"/>; goes to the element's end.
    /// </summary>
    public XmlRange ReadContent()
    {
        var start = position;
        if (IsEmptyElement)
            return new(start, 0);
        if (!TryReadPlainContent())
            SkipElement();
        var end = Math.Max(start, Start);
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return new(start, end - start);
    }

    // The usual case: text alone, and the end tag.
    bool TryReadPlainContent()
    {
        if (Token != XmlToken.Start || errors is not null)
            return false;
        var end = TextEnd(position);
        var name = open[Depth - 1];
        if (end + 1 >= text.Length || text[end + 1] != '/' || !IsEndTag(end, name))
            return false;
        Start = end;
        NameRange = name;
        position = end + name.Length + 3;
        Token = XmlToken.End;
        return true;
    }

    /// <summary>The next attribute of the start tag that was read last.</summary>
    public bool NextAttribute(out XmlAttribute attribute)
    {
        attribute = default;
        while (true)
        {
            nextAttribute = SkipSpace(nextAttribute);
            if (nextAttribute >= attributesEnd)
                return false;
            if (ReadAttribute(out attribute))
                return true;
        }
    }

    bool ReadText()
    {
        position = TextEnd(position);
        TextRange = new(Start, position - Start);
        Token = XmlToken.Text;
        return true;
    }

    // A comment, a CDATA section, which is text, or a declaration.
    bool ReadMarkup()
    {
        var rest = text[position..];
        if (rest.StartsWith("<![CDATA["u8))
            return ReadSection();
        if (rest.StartsWith("<!--"u8))
            Skip("-->"u8, 4, "comment");
        else
            SkipDeclaration();
        return false;
    }

    bool ReadSection()
    {
        const int opening = 9;
        var length = text[(position + opening)..].IndexOf("]]>"u8);
        if (length < 0)
            return Cut("This CDATA section is not closed by \"]]>\".");
        TextRange = new(position + opening, length);
        position += opening + length + 3;
        Token = XmlToken.Text;
        return true;
    }

    void Skip(ReadOnlySpan<byte> closing, int opening, string what)
    {
        var length = text[(position + opening)..].IndexOf(closing);
        if (length < 0)
            Cut($"This {what} is not closed.");
        else
            position += opening + length + closing.Length;
    }

    // A document type declaration may hold declarations in brackets, with quoted texts and comments.
    void SkipDeclaration()
    {
        var brackets = 0;
        for (var at = position + 2; at < text.Length; at++)
        {
            var rest = text[at..];
            if (rest[0] == '>' && brackets <= 0)
            {
                position = at + 1;
                return;
            }

            if (rest[0] == '[')
                brackets++;
            else if (rest[0] == ']')
                brackets--;
            else if (rest[0] is (byte)'"' or (byte)'\'' || rest.StartsWith("<!--"u8))
            {
                var length = rest[0] == '<' ? rest.IndexOf("-->"u8) : rest[1..].IndexOf(rest[0]);
                if (length < 0)
                    break;
                at += length + 1;
            }
        }

        Cut("This declaration is not closed by \">\".");
    }

    bool Cut(string message)
    {
        Report(XmlErrorKind.Truncated, position, Math.Min(80, text.Length - position), message);
        position = text.Length;
        return false;
    }

    bool Broken(int next, string message)
    {
        Report(XmlErrorKind.Malformed, position, next - position, message);
        position = next;
        return false;
    }

    void Report(XmlErrorKind kind, int start, int length, string message) =>
        (errors ??= []).Add(new(kind, start, length, message));

    readonly string Show(XmlRange name) =>
        System.Text.Encoding.UTF8.GetString(Bytes(name)[..Math.Min(80, name.Length)]);

    readonly int NameEnd(int at)
    {
        var bytes = text;
        while (at < bytes.Length && IsNameByte(bytes[at]))
            at++;
        return at;
    }

    // Most texts are short, such as a number, or a line end and the blanks before a tag.
    readonly int TextEnd(int at)
    {
        const int Short = 16;
        var bytes = text;
        var near = Math.Min(bytes.Length, at + Short);
        while (at < near)
            if (bytes[at] == '<')
                return at;
            else
                at++;
        var length = bytes[at..].IndexOf((byte)'<');
        return length < 0 ? bytes.Length : at + length;
    }

    readonly int SkipSpace(int at)
    {
        while (at < text.Length && IsSpace(text[at]))
            at++;
        return at;
    }

    static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    // Letters, digits and _-.: as bits, so that the shortest loop of the scanner has one branch.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsNameByte(byte b) =>
        b >= 0x80 || ((b < 64 ? 0x07FF_6000_0000_0000UL : 0x07FF_FFFE_87FF_FFFEUL) >> (b & 63) & 1) != 0;
}
