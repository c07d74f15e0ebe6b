using System.Text;
using System.Xml;
using System.Xml.Linq;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Xml;
using LabelSpec.TestSupport;
using XmlText = LabelSpec.Annotations.Xml.XmlText;

namespace LabelSpec.Annotations.Tests.Xml;

public class XmlScannerTests
{
    /// <summary>The file as the scanner sees it, one line for each token, comparable with what another reader sees.</summary>
    static (string Tokens, List<XmlError> Errors) Scan(byte[] bytes)
    {
        var scanner = new XmlScanner(bytes);
        var pool = new TextPool();
        var tokens = new StringBuilder();
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Text)
            {
                var text = XmlText.Decode(scanner.Bytes(scanner.TextRange), pool);
                if (scanner.Depth > 0 && scanner.Start != scanner.TextRange.Start)
                    text = Encoding.UTF8.GetString(scanner.Bytes(scanner.TextRange));
                if (scanner.Depth > 0 && text.Trim().Length > 0)
                    tokens.Append($"text {text.Trim()}\n");
                continue;
            }

            var name = Encoding.UTF8.GetString(scanner.Name);
            if (scanner.Token == XmlToken.Start)
            {
                tokens.Append($"start {name}");
                while (scanner.NextAttribute(out var a))
                    tokens.Append(
                        $" {Encoding.UTF8.GetString(scanner.Bytes(a.Name))}={XmlText.Decode(scanner.Bytes(a.Value), pool)}"
                    );
                tokens.Append('\n');
            }

            if (scanner.Token == XmlToken.End || scanner.IsEmptyElement)
                tokens.Append($"end {name}\n");
        }

        return (tokens.ToString(), [.. scanner.Errors]);
    }

    static (string Tokens, List<XmlError> Errors) Scan(string text) => Scan(Encoding.UTF8.GetBytes(text));

    static string ScanBySystemXml(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        var tokens = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var (name, isEmpty) = (reader.Name, reader.IsEmptyElement);
                tokens.Append($"start {name}");
                while (reader.MoveToNextAttribute())
                    tokens.Append($" {reader.Name}={reader.Value}");
                tokens.Append('\n');
                if (isEmpty)
                    tokens.Append($"end {name}\n");
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
                tokens.Append($"end {reader.Name}\n");
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Value.Trim().Length > 0)
                tokens.Append($"text {reader.Value.Trim()}\n");
        }

        return tokens.ToString();
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a b='1' c = \"x > y\"  ><d/>t &amp; u</a >")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><!-- <b> --><a><![CDATA[<x> ]] &amp;]]></a><!-- end -->")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"]>\"> <!-- ]> --> ]><a>&lt;&#65;&#x1F600;&quot;&apos;&gt;</a>")]
    [InlineData("<a><b><c d='&#60;&apos;\"'/></b>text<?php echo '<>' ?></a>")]
    [InlineData("<ä ö='ü'>日本</ä>")]
    [InlineData("\uFEFF<a>\r\n<b>\r\n</b></a>")]
    public void What_is_well_formed_is_read_as_System_Xml_reads_it(string text)
    {
        var (tokens, errors) = Scan(text);

        Assert.Empty(errors);
        Assert.Equal(ScanBySystemXml(Encoding.UTF8.GetBytes(text)), tokens);
    }

    [RealDataFact]
    public void Real_files_are_read_as_System_Xml_reads_them()
    {
        var files = Directory
            .EnumerateFiles(RealData.Folder!, "*.xml", SearchOption.AllDirectories)
            .Where((_, index) => index % 7 == 0)
            .ToList();

        Assert.True(files.Count > 50);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var (tokens, errors) = Scan(bytes);
            Assert.True(errors.Count == 0, file);
            // The scanner keeps line ends as they are, System.Xml turns each into \n.
            Assert.Equal(ScanBySystemXml(bytes), tokens.Replace("\r\n", "\n"));
        }
    }

    [Theory]
    [InlineData("<a><b x='1'/><b x='2'", nameof(XmlErrorKind.Truncated), 13, "start a\nstart b x=1\nend b\nend a\n")]
    [InlineData("<a><b>", nameof(XmlErrorKind.Truncated), 3, "start a\nstart b\nend b\nend a\n")]
    [InlineData("<a><!-- b", nameof(XmlErrorKind.Truncated), 3, "start a\nend a\n")]
    [InlineData("<a><![CDATA[ b", nameof(XmlErrorKind.Truncated), 3, "start a\nend a\n")]
    [InlineData("<a><b></a>", nameof(XmlErrorKind.WrongEndTag), 6, "start a\nstart b\nend b\nend a\n")]
    [InlineData("<a></b><c/></a>", nameof(XmlErrorKind.WrongEndTag), 3, "start a\nstart c\nend c\nend a\n")]
    [InlineData("<a><b x='1><c/></a>", nameof(XmlErrorKind.Malformed), 3, "start a\nstart c\nend c\nend a\n")]
    [InlineData("<a><b <c/></a>", nameof(XmlErrorKind.Malformed), 3, "start a\nstart c\nend c\nend a\n")]
    [InlineData(
        "<a>1 < 2<c/></a>",
        nameof(XmlErrorKind.Malformed),
        5,
        "start a\ntext 1\ntext 2\nstart c\nend c\nend a\n"
    )]
    [InlineData("<a b c='1'/>", nameof(XmlErrorKind.Malformed), 3, "start a c=1\nend a\n")]
    [InlineData("<a b=1 c='1'/>", nameof(XmlErrorKind.Malformed), 3, "start a c=1\nend a\n")]
    [InlineData("<!DOCTYPE a [", nameof(XmlErrorKind.Truncated), 0, "")]
    public void A_mistake_is_reported_where_it_stands_and_the_rest_is_read(
        string text,
        string kind,
        int start,
        string expected
    )
    {
        var (tokens, errors) = Scan(text);

        Assert.Equal((kind, start), (errors[0].Kind.ToString(), errors[0].Start));
        Assert.Equal(expected, tokens);
    }

    [Fact]
    public void Elements_nested_too_deep_are_refused_without_a_crash()
    {
        var text = string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Equal(XmlErrorKind.TooDeep, Assert.Single(Scan(text).Errors).Kind);
    }

    [Fact]
    public void Entities_multiply_nothing()
    {
        const string Bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;&unknown;</a>";

        Assert.Equal("start a\ntext &y;&unknown;\nend a\n", Scan(Bomb).Tokens);
    }

    [Theory]
    [InlineData("<!D <!--", 60_000)]
    [InlineData("<a '", 60_000)]
    [InlineData("</a", 60_000)]
    [InlineData("<![CDATA[", 60_000)]
    [InlineData("&", 60_000)]
    [InlineData("<a b=\"", 60_000)]
    [InlineData("<a ", 60_000)]
    public void Hostile_repetition_takes_linear_time(string unit, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, times)));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Scan(bytes);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Every_prefix_and_random_damage_end_without_an_exception()
    {
        var text = Encoding.UTF8.GetBytes(
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a b='c &amp; d'><e><![CDATA[<f>]]></e><!-- g --><h i='j'/></a>"
        );
        for (var length = 0; length <= text.Length; length++)
            Scan(text[..length]);
        var random = new Random(3);
        for (var round = 0; round < 5000; round++)
        {
            var damaged = text.ToArray();
            for (var i = 0; i < 4; i++)
                damaged[random.Next(damaged.Length)] = "<>/'\"!-[]&;= a\0"u8[random.Next(15)];
            Scan(damaged);
        }
    }

    [Fact]
    public void Content_and_children_are_what_going_token_by_token_finds()
    {
        var text = Encoding.UTF8.GetBytes(
            "<a>\n\t<b>12</b>\n\t<c>\n\t\t<d> x &lt; y </d><e/><f><![CDATA[<g>]]></f>  </c>and a text that is rather long<h></h ></a>\n"
        );
        for (var length = 0; length <= text.Length; length++)
            CompareContents(text[..length]);
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var damaged = text.ToArray();
            for (var i = 0; i < 3; i++)
                damaged[random.Next(damaged.Length)] = "<>/abh \n&"u8[random.Next(9)];
            CompareContents(damaged);
        }
    }

    // At each start tag: the content, and the first child, by the scanner's own means and by nothing but its tokens.
    static void CompareContents(byte[] text)
    {
        for (var tokens = 1; At(text, tokens, out var scanner); tokens++)
        {
            if (scanner.Token != XmlToken.Start)
                continue;
            At(text, tokens, out var plain);
            Assert.Equal(ContentByTokens(ref plain, text), scanner.ReadContent());
            AssertSame(plain, scanner);

            At(text, tokens, out scanner);
            At(text, tokens, out plain);
            Assert.Equal(HasChildByTokens(ref plain), scanner.ReadChild(scanner.Depth));
            AssertSame(plain, scanner);
        }
    }

    static bool At(byte[] text, int tokens, out XmlScanner scanner)
    {
        scanner = new XmlScanner(text);
        for (var token = 0; token < tokens; token++)
            if (!scanner.Read())
                return false;
        return true;
    }

    static XmlRange ContentByTokens(ref XmlScanner scanner, byte[] text)
    {
        var (start, depth) = (scanner.End, scanner.Depth);
        if (scanner.IsEmptyElement)
            return new(start, 0);
        while (scanner.Read() && !(scanner.Token == XmlToken.End && scanner.Depth <= depth))
            continue;
        var content = text.AsSpan(start, Math.Max(0, scanner.Start - start));
        start += content.Length - content.TrimStart(" \t\r\n"u8).Length;
        return new(start, content.Trim(" \t\r\n"u8).Length);
    }

    static bool HasChildByTokens(ref XmlScanner scanner)
    {
        var depth = scanner.Depth;
        if (scanner.IsEmptyElement)
            return false;
        while (scanner.Read())
            if (scanner.Token == XmlToken.Start && scanner.Depth == depth + 1)
                return true;
            else if (scanner.Token == XmlToken.End && scanner.Depth <= depth)
                return false;
        return false;
    }

    // Also in what they find from there on.
    static void AssertSame(XmlScanner expected, XmlScanner scanner)
    {
        bool goesOn;
        do
        {
            Assert.Equal(
                (expected.Token, expected.Depth, expected.Start, expected.End, expected.IsTruncated),
                (scanner.Token, scanner.Depth, scanner.Start, scanner.End, scanner.IsTruncated)
            );
            goesOn = expected.Read();
            Assert.Equal(goesOn, scanner.Read());
        } while (goesOn);

        Assert.Equal(expected.Errors, scanner.Errors);
    }

    [Fact]
    public void The_content_of_an_element_is_trimmed_and_decoded()
    {
        var bytes = "<a><b> x<!-- no --> &lt; <![CDATA[<y>]]>\n</b><c/></a>"u8.ToArray();
        var scanner = new XmlScanner(bytes);
        scanner.Read();
        Assert.True(scanner.ReadChild(1));

        var content = scanner.ReadContent();

        Assert.Equal("x < <y>", XmlText.Decode(scanner.Bytes(content), new()));
        Assert.Equal(7, content.Start);
        Assert.True(scanner.ReadChild(1));
        Assert.Equal("c"u8, scanner.Name);
        Assert.True(scanner.ReadContent() is { Length: 0 });
        Assert.False(scanner.ReadChild(1));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" -1.5e2 ", -150)]
    [InlineData("+3", 3)]
    [InlineData("NaN", double.NaN)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("Infinity", double.PositiveInfinity)]
    public void Numbers_are_read(string text, double expected)
    {
        Assert.True(XmlText.TryParse(Encoding.UTF8.GetBytes(text), out double number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("12px")]
    [InlineData("+-1")]
    [InlineData("1 2")]
    public void What_is_no_number_is_refused(string text)
    {
        Assert.False(XmlText.TryParse(Encoding.UTF8.GetBytes(text), out double _));
    }

    [Theory]
    [InlineData("640", 640)]
    [InlineData("640.0", 640)]
    [InlineData("-3", -3)]
    public void Whole_numbers_are_read_also_with_zero_decimals(string text, long expected)
    {
        Assert.True(XmlText.TryParse(Encoding.UTF8.GetBytes(text), out long number));
        Assert.Equal(expected, number);
        Assert.False(XmlText.TryParse("640.5"u8, out long _));
    }

    [Fact]
    public void An_escaped_text_is_the_same_text_when_read_again()
    {
        const string Text = "a & b < c > \"d\" 'e'\n\t日本";
        var element = new XElement("a", new XAttribute("b", "x"));
        var written = element.ToString().Replace("x", XmlText.Escape(Text));

        Assert.Equal(Text, XElement.Parse(written).Attribute("b")!.Value);
        Assert.Equal(Text, XmlText.Decode(Encoding.UTF8.GetBytes(XmlText.Escape(Text)), new()));
    }
}
