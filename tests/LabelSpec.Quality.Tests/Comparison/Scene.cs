using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>Annotations written down as CVAT XML and read by the real reader.</summary>
sealed class Scene(int width = 1000, int height = 800)
{
    readonly SortedDictionary<string, StringBuilder> images = new(StringComparer.Ordinal);

    string labels = "";

    /// <summary>Says which labels there are, as <c>label</c> elements of CVAT.</summary>
    public Scene Declare(string labels)
    {
        this.labels = labels;
        return this;
    }

    public Scene Image(string name)
    {
        images.TryAdd(name, new StringBuilder());
        return this;
    }

    /// <summary>Adds an element of an image, such as <c>box xtl="1" …</c> without its angle brackets.</summary>
    public Scene Add(string element, string image = "a.png", string content = "")
    {
        Image(image);
        var name = element.Split(' ')[0];
        images[image].Append(CultureInfo.InvariantCulture, $"<{element}>{content}</{name}>\n");
        return this;
    }

    public Scene Box(
        string label,
        double left,
        double top,
        double width,
        double height,
        string image = "a.png",
        string more = "",
        string content = ""
    ) =>
        Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"box label=\"{label}\" xtl=\"{left:R}\" ytl=\"{top:R}\" xbr=\"{left + width:R}\" ybr=\"{top + height:R}\" {more}"
            ),
            image,
            content
        );

    public Scene Points(string shape, string label, string points, string image = "a.png", string more = "") =>
        Add($"{shape} label=\"{label}\" points=\"{points}\" {more}", image);

    public Dataset Read(string name = "scene.xml")
    {
        var dataset = DatasetReader.Read([Input(name)]);
        Assert.Empty(dataset.Problems);
        return dataset;
    }

    /// <summary>The file.</summary>
    public ReadInput Input(string name)
    {
        var text = new StringBuilder("<annotations><version>1.1</version>\n");
        if (labels.Length > 0)
            text.Append("<meta><task><labels>").Append(labels).Append("</labels></task></meta>\n");
        var id = 0;
        foreach (var (image, shapes) in images)
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"<image id=\"{id++}\" name=\"{image}\" width=\"{width}\" height=\"{height}\">\n"
                )
                .Append(shapes)
                .Append("</image>\n");
        text.Append("</annotations>\n");
        return new(name, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
