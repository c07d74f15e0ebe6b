using System.Text.Json;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Tests.Writing;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>The same data in each format, opened in an editor: what is known about it is known in all of them.</summary>
public sealed class FormatEditingTests
{
    public static TheoryData<string> Ids => ["coco", "cvat", "voc", "yolo", "datumaro", "label-studio", "labelme"];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_class_has_its_page_its_definition_and_its_alternatives(string id)
    {
        await using var data = await OpenData.StartAsync(id);
        var (span, text) = data.PlaceOf("car", Field.Category);

        var hover = await data.AskAsync("textDocument/hover", span);
        var definition = await data.AskAsync("textDocument/definition", span);
        // Behind an opening quote, where somebody begins to type.
        var completion = await data.AskAsync("textDocument/completion", text.StartsWith('"') ? span + 1 : span);

        Assert.Contains("Cars, taxis, SUVs, and vans", hover.GetRawText());
        Assert.Contains("urban_driving.labelspec", definition.GetRawText());
        var labels = completion
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("label").GetString()!)
            .ToList();
        Assert.Contains(labels, label => label.Split(' ')[^1] == "truck");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Findings_stand_on_values_and_are_accepted_for_a_reason(string id)
    {
        await using var data = await OpenData.StartAsync(id);
        var findings = await data.Session.DiagnosticsAsync(data.Path);
        var finding = findings.FirstOrDefault(item => item.GetProperty("code").GetString() == "one_class_per_vehicle");
        Assert.NotEqual(JsonValueKind.Undefined, finding.ValueKind);
        var range = finding.GetProperty("range").GetRawText();

        var hover = await data.Session.AskAsync(
            "textDocument/hover",
            $$$"""{"textDocument":{"uri":{{{data.Uri}}}},"position":{{{finding.GetProperty("range").GetProperty("start").GetRawText()}}}}"""
        );
        var actions = await data.Session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{data.Uri}}}},"range":{{{range}}},"context":{"diagnostics":[{{{finding.GetRawText()}}}]}}"""
        );

        Assert.Contains("iou", hover.GetRawText());
        var titles = actions.EnumerateArray().Select(action => action.GetProperty("title").GetString()!).ToList();
        Assert.Contains("Accept this one_class_per_vehicle for a reason", titles);
        Assert.Contains("Add this one_class_per_vehicle to the baseline", titles);
        Assert.Contains(titles, title => title.StartsWith("Remove truck", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Images_have_symbols_and_lenses(string id)
    {
        await using var data = await OpenData.StartAsync(id);
        var document = $$$"""{"textDocument":{"uri":{{{data.Uri}}}}}""";

        var symbols = await data.Session.AskAsync("textDocument/documentSymbol", document);
        var lenses = await data.Session.AskAsync("textDocument/codeLens", document);

        Assert.NotEmpty(symbols.EnumerateArray());
        var lens = await data.Session.AskAsync("codeLens/resolve", lenses[0].GetRawText());
        Assert.Contains("annotation", lens.GetProperty("command").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("coco", "weather")]
    [InlineData("coco", "helmet")]
    [InlineData("cvat", "helmet")]
    [InlineData("voc", "helmet")]
    [InlineData("datumaro", "helmet")]
    public async Task Attributes_have_their_page_and_their_values(string id, string attribute)
    {
        await using var data = await OpenData.StartAsync(id, file => data => data.Has(attribute, file));
        var (span, text) = data.PlaceOfAttribute(attribute);

        var hover = await data.AskAsync("textDocument/hover", span + 1);
        Assert.Contains(attribute, hover.GetRawText());
        if (attribute == "weather")
            return;
        var completion = await data.AskAsync("textDocument/completion", text.StartsWith('"') ? span + 1 : span);
        Assert.Contains(
            "unknown",
            completion.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString())
        );
    }

    sealed class OpenData : IAsyncDisposable
    {
        OpenData(DrivingSession session, string path, Dataset dataset)
        {
            (Session, Path, Dataset) = (session, path, dataset);
            Text = File.ReadAllText(path);
        }

        public DrivingSession Session { get; }

        public string Path { get; }

        public string Text { get; }

        public string Uri => DrivingSession.Quote(DrivingSession.UriOf(Path));

        Dataset Dataset { get; }

        /// <summary>A session in which the file is open that has both a car and a truck that are one vehicle.</summary>
        public static async Task<OpenData> StartAsync(string id, Func<int, Func<OpenData, bool>>? wants = null)
        {
            var session = await DrivingSession.StartAsync(prepare: session => Prepare(session, id));
            var dataset = DatasetReader.Read([session.PathOf("data")]);
            var found = Enumerable
                .Range(0, dataset.Files.Length)
                .Where(file => dataset.Files[file].Format is not null)
                .First(file =>
                    wants is null
                        ? IsBoth(dataset, file)
                        : wants(file)(new OpenData(session, dataset.Files[file].Path, dataset))
                );
            var path = System.IO.Path.GetFullPath(dataset.Files[found].Path);
            var data = new OpenData(session, path, dataset);
            await session.OpenAsync(path);
            return data;
        }

        static bool IsBoth(Dataset dataset, int file) =>
            dataset
                .Annotations.Images.ToArray()
                .Distinct()
                .Any(image =>
                    image >= 0
                    && dataset.Images.FileNames[image].Contains("frame_001", StringComparison.Ordinal)
                    && dataset
                        .Annotations.OfImage(image)
                        .ToArray()
                        .Where(row => dataset.Annotations.FileOf(row) == file)
                        .Select(row => dataset.Categories.NameOf(dataset.Annotations.Categories[row]))
                        .ToHashSet()
                        .IsSupersetOf(["car", "truck"])
                );

        static void Prepare(DrivingSession session, string id)
        {
            var dataset = DatasetReader.Read([session.PathOf("data/train.json")]);
            using var written = new WrittenFolder(dataset, FormatWriters.Find(id)!);
            Directory.Delete(session.PathOf("data"), recursive: true);
            foreach (var file in Directory.EnumerateFiles(written.Path, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(
                    session.PathOf("data"),
                    System.IO.Path.GetRelativePath(written.Path, file)
                );
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            File.WriteAllText(
                session.PathOf("labelspec.yaml"),
                "spec: guideline/urban_driving.labelspec\ndatasets:\n  - path: data\nbaseline: known.json\n"
            );
            File.WriteAllText(session.PathOf("known.json"), "{\"version\": 1, \"findings\": []}\n");
        }

        public bool Has(string attribute, int file) =>
            Rows(attribute).Any(row => Dataset.Annotations.FileOf(row) == file)
            || (attribute == "weather" && file == 0);

        IEnumerable<int> Rows(string attribute) =>
            Enumerable
                .Range(0, Dataset.Annotations.Count)
                .Where(row => Dataset.Annotations.Attributes.TryGet(row, attribute, out _));

        public (long Span, string Text) PlaceOf(string name, Field field)
        {
            for (var row = 0; row < Dataset.Annotations.Count; row++)
                if (
                    Dataset.Categories.NameOf(Dataset.Annotations.Categories[row]) == name
                    && System.IO.Path.GetFullPath(Dataset.Files[Dataset.Annotations.FileOf(row)].Path) == Path
                )
                    return At(Element.Annotation(row), field);
            throw new InvalidOperationException("there is none");
        }

        public (long Span, string Text) PlaceOfAttribute(string attribute) =>
            Rows(attribute)
                .Where(row => System.IO.Path.GetFullPath(Dataset.Files[Dataset.Annotations.FileOf(row)].Path) == Path)
                .Select(row => At(Element.Annotation(row), Field.Attribute(attribute)))
                .Append(attribute == "weather" ? At(Element.Image(0), Field.Attribute(attribute)) : default)
                .First();

        (long Span, string Text) At(Element element, Field field)
        {
            var span = Dataset.Locate(element, field);
            return (
                span.Start,
                System.Text.Encoding.UTF8.GetString(Dataset.Files[span.File].Bytes.Slice(span.Start, span.Length))
            );
        }

        public Task<JsonElement> AskAsync(string method, long at) =>
            Session.AskAsync(
                method,
                $$$"""{"textDocument":{"uri":{{{Uri}}}},"position":{{{DrivingSession.Place(Text, System.Text.Encoding.UTF8.GetCharCount(System.Text.Encoding.UTF8.GetBytes(Text), 0, (int)at))}}}}"""
            );

        public ValueTask DisposeAsync() => Session.DisposeAsync();
    }
}
