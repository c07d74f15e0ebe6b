using System.Globalization;
using System.Text;
using System.Xml;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.JUnit;

/// <summary>
/// JUnit XML as build servers read it: a suite for each file, in it a test case for each rule. A case fails when it
/// holds findings that fail the run; graver or not, all of them are listed in its text.
/// </summary>
public sealed class JUnitReport : IReport
{
    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    public void Write(AnalysisResult result, ReportContext context, Stream output)
    {
        var suites = JUnitSuites.Of(result, context.FailOn);
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "labelspec");
        xml.WriteAttributeString("tests", Text(suites.Sum(suite => suite.Tests)));
        xml.WriteAttributeString("failures", Text(suites.Sum(suite => suite.Failures)));
        xml.WriteAttributeString("errors", Text(suites.Count(suite => suite.Problem is not null)));
        xml.WriteAttributeString("time", result.Summary.Duration.TotalSeconds.ToString("0.000", null));
        foreach (var suite in suites)
            WriteSuite(xml, suite, result, context);
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    static void WriteSuite(XmlWriter xml, JUnitSuite suite, AnalysisResult result, ReportContext context)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Printable.Of(suite.File));
        xml.WriteAttributeString("tests", Text(suite.Tests));
        xml.WriteAttributeString("failures", Text(suite.Failures));
        xml.WriteAttributeString("errors", suite.Problem is null ? "0" : "1");
        xml.WriteAttributeString("skipped", Text(suite.Skipped));
        if (suite.Problem is { } problem)
        {
            StartCase(xml, suite, "reading");
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", Printable.Of(problem));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        foreach (var test in suite.Cases)
        {
            StartCase(xml, suite, test.Rule);
            WriteFindings(xml, test, result, context);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void StartCase(XmlWriter xml, JUnitSuite suite, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Printable.Of(suite.File));
        xml.WriteAttributeString("name", Printable.Of(name));
    }

    static void WriteFindings(XmlWriter xml, JUnitCase test, AnalysisResult result, ReportContext context)
    {
        if (test.Undecidable is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", reason);
            xml.WriteEndElement();
        }

        if (test.Count == 0)
            return;
        var shown = test.Shown(result, context.MaxPerRule);
        if (test.Fails)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", SeverityName.Of(test.Gravest));
            xml.WriteAttributeString("message", Printable.Of(MessageOf(test, shown[0])));
        }
        else
        {
            xml.WriteStartElement("system-out");
        }

        xml.WriteString(string.Join('\n', shown.Select(LineOf)));
        if (test.Count > shown.Count)
            xml.WriteString($"\n… {test.Count - shown.Count} more");
        xml.WriteEndElement();
    }

    static string MessageOf(JUnitCase test, Finding first) =>
        test.Count == 1 ? first.Message : $"{first.Message} (and {test.Count - 1} more)";

    static string LineOf(Finding finding) =>
        Printable.Of(
            $"{finding.Location.File}:{finding.Location.Line}:{finding.Location.Column}: "
                + $"{SeverityName.Of(finding.Severity)}: {finding.Message}"
        );

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
