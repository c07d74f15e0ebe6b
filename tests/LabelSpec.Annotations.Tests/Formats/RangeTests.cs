using System.Text;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Numbers, levels and flags that leave the range their format states for them are reported where they stand.</summary>
public class RangeTests
{
    const string Kitti = "label_2/000001.txt";
    const string VisDrone = "684,8,273,116,1,4,0,0\n684,9,273,116,1,4,1,1\n684,10,273,116,1,4,0,2\n";
    const string OpenImages = "boxes.csv";
    const string OpenImagesHead =
        "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n";
    const string VocHead = "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size>";
    const string VocBox =
        "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>8</xmax><ymax>9</ymax></bndbox></object></annotation>";

    [Theory]
    [InlineData(Kitti, "Car 1.7 0 -1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5", "LS2409", "1.7")]
    [InlineData(Kitti, "Car -0.5 0 -1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5", "LS2409", "-0.5")]
    [InlineData(Kitti, "Car 0.2 4 -1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5", "LS2406", "4")]
    [InlineData(Kitti, "Car 0.2 1.5 -1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5", "LS2406", "1.5")]
    [InlineData(Kitti, "Car 0.2 1 -90.5 614 181 727 284 -1 -1 -1 -1000 -1000 -1000 -10", "LS2408", "-90.5")]
    [InlineData(Kitti, "Car 0.2 1 -1.57 614 181 727 284 1.57 -1.73 4.15 1 1.75 13.2 -1.5", "LS2409", "-1.73")]
    [InlineData(Kitti, "Car 0.2 1 -1.57 614 181 727 284 1.57 1.73 0 1 1.75 13.2 -1.5", "LS2409", "0")]
    [InlineData(Kitti, "0 1 Car 3 0 -1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5", "LS2406", "3")]
    [InlineData(OpenImages, OpenImagesHead + "a,x,/m/1,1.5,0.1,0.2,0.1,0.2,0,0,0,0,0", "LS2409", "1.5")]
    [InlineData(OpenImages, OpenImagesHead + "a,x,/m/1,1,0.1,0.2,0.1,0.2,2,0,0,0,0", "LS2406", "2")]
    [InlineData(OpenImages, OpenImagesHead + "a,x,/m/1,1,0.1,0.2,0.1,0.2,0,0,0,0,-2", "LS2406", "-2")]
    [InlineData("gt/gt.txt", "1,1,399,182,121,229,1,1,1.5", "LS2409", "1.5")]
    [InlineData("a.txt", VisDrone + "684,8,273,116,1,4,2,0", "LS2406", "2")]
    [InlineData("a.txt", VisDrone + "684,8,273,116,1,4,0,3", "LS2406", "3")]
    [InlineData("a.xml", VocHead + "<object><name>car</name><difficult>2</difficult>" + VocBox, "LS2214", "2")]
    [InlineData("a.xml", VocHead + "<object><name>car</name><truncated>0.4</truncated>" + VocBox, "LS2214", "0.4")]
    [InlineData("a.xml", VocHead + "<object><name>car</name><occluded>x</occluded>" + VocBox, "LS2214", "x")]
    [InlineData(
        "c.xml",
        "<annotations><image id=\"0\" name=\"a.jpg\" width=\"100\" height=\"80\"><box label=\"car\" occluded=\"2\" xtl=\"1\" ytl=\"2\" xbr=\"8\" ybr=\"9\"/></image></annotations>",
        "LS2214",
        "2"
    )]
    public void What_leaves_its_range_is_reported_where_it_stands(
        string file,
        string text,
        string code,
        string expected
    )
    {
        var dataset = Dataset(file, text);

        var problem = Assert.Single(
            dataset.Problems,
            problem => problem.Code is "LS2406" or "LS2408" or "LS2409" or "LS2214"
        );
        Assert.Equal((code, expected), (problem.Code, Tests.Read.Text(dataset, problem.Span)));
        Assert.Equal(
            text.Split('\n').Count(line => !line.StartsWith("ImageID", StringComparison.Ordinal)),
            dataset.Annotations.Count
        );
    }

    [Theory]
    [InlineData(Kitti, "DontCare -1 -1 -10 614 181 727 284 -1 -1 -1 -1000 -1000 -1000 -10")]
    [InlineData(Kitti, "0 -1 DontCare -1 -1 -10 614 181 727 284 -1000 -1000 -1000 -10 -1 -1 -1")]
    [InlineData(Kitti, "Car 0 0 -10 614 181 727 284 0 0 0 0 0 0 0")]
    [InlineData(Kitti, "Car 1 3 -3.14 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5")]
    [InlineData(Kitti, "0 1 Car 2 0 -1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 -1.5")]
    [InlineData(OpenImages, OpenImagesHead + "a,x,/m/1,1,0.1,0.2,0.1,0.2,-1,-1,-1,-1,-1")]
    [InlineData("gt/gt.txt", "1,1,399,182,121,229,1,1,-1")]
    [InlineData("a.txt", VisDrone + "684,8,273,116,1,4,1,2")]
    [InlineData("a.txt", VisDrone + "684,8,273,116,0.7,4,-1,-1")]
    [InlineData("a.xml", VocHead + "<object><name>car</name><occluded>no</occluded><truncated/>" + VocBox)]
    public void What_stays_in_it_is_not(string file, string text) => Assert.Empty(Dataset(file, text).Problems);

    static Dataset Dataset(string file, string text) => Tests.Read.Bytes(Encoding.UTF8.GetBytes(text + "\n"), file);
}
