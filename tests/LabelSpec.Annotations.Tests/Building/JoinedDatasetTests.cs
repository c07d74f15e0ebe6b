using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Tests.Formats;

namespace LabelSpec.Annotations.Tests.Building;

/// <summary>Parts that were read apart are, joined, what reading all of their files at once gives.</summary>
public class JoinedDatasetTests
{
    [Fact]
    public void Files_of_all_formats_are_one_data_set_in_the_order_of_their_paths()
    {
        // What only counts where nothing else is found is not read beside others.
        string[] folders =
        [
            .. FormatFixtures
                .Ids.Where(id => !FormatFixtures.Format(id).IsLastResort)
                .Select(id => Path.Combine(FormatFixtures.Root, id)),
        ];
        Dataset[] parts = [.. folders.Reverse().Select(folder => DatasetReader.Read([folder]))];
        var whole = DatasetReader.Read(folders);

        var joined = JoinedDataset.Of(parts);

        Assert.Equal(Show(JoinedDataset.Of([whole]).Dataset), Show(joined.Dataset));
        Assert.Equal(whole.Annotations.Count, joined.Dataset.Annotations.Count);
        for (var part = 0; part < parts.Length; part++)
        {
            for (var row = 0; row < parts[part].Annotations.Count; row++)
                Assert.Equal(
                    PlaceOf(parts[part], parts[part].Annotations.SpanOf(row)),
                    PlaceOf(joined.Dataset, joined.Dataset.Annotations.SpanOf(joined.AnnotationsOf(part)[row]))
                );
            for (var row = 0; row < parts[part].Images.Count; row++)
                Assert.Equal(
                    PlaceOf(parts[part], parts[part].Images.SpanOf(row)),
                    PlaceOf(joined.Dataset, joined.Dataset.Images.SpanOf(joined.ImagesOf(part)[row]))
                );
        }
    }

    [Theory]
    [InlineData("mots-png")]
    [InlineData("supervisely")]
    [InlineData("bdd100k")]
    public void Files_of_one_folder_that_are_read_one_by_one_are_the_folder(string format)
    {
        var whole = DatasetReader.Read([Path.Combine(FormatFixtures.Root, format)]);
        string[] files = [.. whole.Files.Select(file => file.Path)];

        var joined = JoinedDataset.Of([.. files.Reverse().Select(file => DatasetReader.Read([file]))]);

        Assert.True(files.Length > 1);
        Assert.Equal(Show(whole), Show(joined.Dataset));
    }

    [Fact]
    public void A_part_that_is_the_whole_in_order_stays_what_it_is()
    {
        var whole = DatasetReader.Read([Path.Combine(FormatFixtures.Root, "kitti")]);

        Assert.Same(whole, JoinedDataset.Of([whole]).Dataset);
    }

    [Fact]
    public void Pieces_of_a_track_of_a_file_that_was_cut_are_one_track()
    {
        var joined = JoinedDataset.Of([Part("video.json", 3, 1), Part("video.json", 2)]).Dataset;

        Assert.Equal(1, joined.Tracks.Count);
        Assert.Equal(3, joined.Tracks.AnnotationsOf(0).Length);
    }

    [Fact]
    public void Tracks_whose_pieces_nobody_can_put_together_are_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            JoinedDataset.Of([Part("video.json", -1), Part("video.json", -2)])
        );

        Assert.Contains("video.json was cut", refused.Message, StringComparison.Ordinal);
        Assert.Contains("put all of the file into one part", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tracks_of_one_file_that_is_whole_are_not_refused()
    {
        var joined = JoinedDataset.Of([Part("a.json", -1, -2), Read("b.json", Image(5), "")]).Dataset;

        Assert.Equal(1, joined.Tracks.Count);
    }

    static (string, SourcePosition) PlaceOf(Dataset dataset, SourceSpan span) =>
        (dataset.Files[span.File].Path, dataset.PositionOf(span));

    // Frames of a video that show one car; a negative one has no number.
    static Dataset Part(string path, params int[] frames) =>
        Read(
            path,
            string.Join(',', frames.Select(Image)),
            string.Join(
                ',',
                frames.Select(frame =>
                    $$"""{"id": {{frame}}, "image_id": {{frame}}, "category_id": 1, "track_id": 7, "bbox": [0, 0, 9, 9]}"""
                )
            )
        );

    static string Image(int frame) =>
        frame < 0
            ? $$"""{"id": {{frame}}, "file_name": "{{-frame}}.png", "width": 90, "height": 90}"""
            : $$"""{"id": {{frame}}, "file_name": "{{frame}}.png", "width": 90, "height": 90, "video_id": 1, "frame_id": {{frame}}}""";

    static Dataset Read(string path, string images, string annotations) =>
        DatasetReader.Read([
            new ReadInput(
                path,
                Encoding.UTF8.GetBytes(
                    $$"""
                    {"videos": [{"id": 1, "name": "street"}], "images": [{{images}}], "annotations": [{{annotations}}],
                     "categories": [{"id": 1, "name": "car"}]}
                    """
                )
            ),
        ]);

    static string Show(Dataset dataset) =>
        string.Join(
            '\n',
            [
                FormatFixtures.Show(dataset),
                string.Join(' ', dataset.Files.Select(file => file.Path)),
                string.Join(' ', dataset.Categories.Names.ToArray()),
                .. Enumerable
                    .Range(0, dataset.Tracks.Count)
                    .Select(track =>
                        $"{dataset.Tracks[track]} {string.Join(' ', dataset.Tracks.AnnotationsOf(track).ToArray())}"
                    ),
            ]
        );
}
