using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

public class CocoInputBuilderTests
{
    const string Truth = """
        {"images": [{"id": 7, "width": 100, "height": 100, "file_name": "b.jpg"},
                    {"id": 3, "width": 100, "height": 100, "file_name": "a.jpg"}],
         "categories": [{"id": 5, "name": "dog"}, {"id": 2, "name": "cat"}],
         "annotations": [
           {"id": 0, "image_id": 7, "category_id": 5, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0},
           {"id": 1, "image_id": 3, "category_id": 2, "bbox": [10, 10, 20, 30], "iscrowd": 0, "ignore": 1},
           {"id": 2, "image_id": 3, "category_id": 2, "bbox": [50, 10, 20, 30], "area": 600, "iscrowd": 1},
           {"id": 3, "image_id": 99, "category_id": 2, "bbox": [50, 10, 20, 30], "area": 600, "iscrowd": 0}]}
        """;

    const string Predictions = """
        [{"image_id": 7, "category_id": 5, "bbox": [10, 10, 20, 20], "score": 0.9},
         {"image_id": 8, "category_id": 5, "bbox": [10, 10, 20, 20], "score": 0.9},
         {"image_id": 7, "category_id": 6, "bbox": [10, 10, 20, 20], "score": 0.9},
         {"image_id": 7, "category_id": 2, "bbox": [10, 10, 20, 20]},
         {"image_id": 3, "category_id": 2, "score": 0.8}]
        """;

    [Fact]
    public void Images_and_categories_stand_in_the_order_of_their_ids()
    {
        var input = Build(new(CocoTask.Boxes)).Input;
        Assert.Equal([3, 7], input.ImageKeys);
        Assert.Equal(["cat", "dog"], input.CategoryNames.AsEnumerable());
        Assert.Equal([1, 0, 0], input.Truths.Images);
        Assert.Equal([1, 0, 0], input.Truths.Categories);
        Assert.Equal([1, 0], input.Detections.Images);
    }

    // A document of predictions numbers its images in its own way: 3 is the truth's 7, and 7 is an image that it has not.
    [Theory]
    [InlineData("""{"id": 3, "file_name": "b.jpg"}, {"id": 7, "file_name": "c.jpg"}""", new[] { 1 })]
    // Names that tell nothing leave the ids.
    [InlineData("""{"id": 3, "file_name": ""}, {"id": 7, "file_name": "folder/b.jpg"}""", new[] { 0, 1 })]
    public void Images_of_a_document_are_told_by_their_names(string images, int[] expected)
    {
        var predictions = $$"""
            {"images": [{{images}}], "categories": [{"id": 9, "name": "cat"}],
             "annotations": [{"id": 1, "image_id": 3, "category_id": 9, "bbox": [10, 10, 20, 20], "score": 0.9},
                             {"id": 2, "image_id": 7, "category_id": 9, "bbox": [10, 10, 20, 20], "score": 0.8}]}
            """;

        var built = CocoInputBuilder.Build(
            DatasetReader.Read([new ReadInput("truth.json", Encoding.UTF8.GetBytes(Truth))]),
            DatasetReader.Read([new ReadInput("predictions.json", Encoding.UTF8.GetBytes(predictions))]),
            new(CocoTask.Boxes)
        );

        Assert.Equal(expected, built.Input.Detections.Images);
        Assert.Equal(
            expected.Length < 2,
            built.Problems.Any(problem => problem.Kind == CocoInputProblemKind.UnknownImage)
        );
    }

    [Fact]
    public void What_cannot_take_part_is_counted_with_its_first_row()
    {
        var problems = Build(new(CocoTask.Boxes)).Problems;
        Assert.Equal(
            [
                new(CocoInputProblemKind.UnknownImage, 1, 1, true),
                new(CocoInputProblemKind.UnknownCategory, 1, 2, true),
                new(CocoInputProblemKind.NoScore, 1, 3, true),
                new(CocoInputProblemKind.NoGeometry, 1, 4, true),
                new(CocoInputProblemKind.NoArea, 1, 1, false),
                new(CocoInputProblemKind.IdZero, 1, 0, false),
            ],
            problems.AsEnumerable()
        );
    }

    [Fact]
    public void Only_the_corrected_mode_honours_ignore()
    {
        Assert.Equal([false, false, true], Build(new(CocoTask.Boxes)).Input.Truths.IsIgnored);
        Assert.Equal([false, true, true], Build(new(CocoTask.Boxes, CocoMode.Corrected)).Input.Truths.IsIgnored);
    }

    [Fact]
    public void A_match_with_id_zero_counts_only_in_the_corrected_mode()
    {
        Assert.Equal(0, Ap(CocoMode.Strict, category: 1));
        Assert.Equal(1, Ap(CocoMode.Corrected, category: 1), 1e-12);
    }

    [Fact]
    public void Of_several_objects_with_one_id_the_strict_mode_sees_the_last_that_many_times()
    {
        const string twice = """
            {"images": [{"id": 1, "width": 100, "height": 100, "file_name": "a.jpg"}],
             "categories": [{"id": 1, "name": "dog"}],
             "annotations": [
               {"id": 4, "image_id": 1, "category_id": 1, "bbox": [0, 0, 10, 10], "area": 100, "iscrowd": 0},
               {"id": 4, "image_id": 1, "category_id": 1, "bbox": [50, 50, 20, 20], "area": 400, "iscrowd": 0}]}
            """;
        Assert.Equal([400, 400], Areas(CocoMode.Strict));
        Assert.Equal([100, 400], Areas(CocoMode.Corrected));

        double[] Areas(CocoMode mode)
        {
            var built = CocoInputBuilder.Build(Read(twice), Read("[]"), new(CocoTask.Boxes, mode));
            Assert.Contains(new(CocoInputProblemKind.DuplicateId, 1, 1, false), built.Problems.AsEnumerable());
            return built.Input.Truths.Areas;
        }
    }

    [Fact]
    public void Without_categories_everything_is_compared_with_everything()
    {
        var input = Build(new(CocoTask.Boxes) { IgnoreCategories = true }).Input;
        Assert.Equal(["all"], input.CategoryNames.AsEnumerable());
        Assert.All(input.Truths.Categories, category => Assert.Equal(0, category));
        Assert.All(input.Detections.Categories, category => Assert.Equal(0, category));
    }

    [Fact]
    public void Predictions_of_another_data_set_are_matched_by_names()
    {
        const string full = """
            {"images": [{"id": 7, "width": 100, "height": 100, "file_name": "b.jpg"}],
             "categories": [{"id": 1, "name": "dog"}],
             "annotations": [
               {"id": 1, "image_id": 7, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "score": 0.5}]}
            """;
        var built = CocoInputBuilder.Build(Read(Truth), Read(full), new(CocoTask.Boxes));
        Assert.Equal([1], built.Input.Detections.Categories);
        Assert.Equal([1], built.Input.Detections.Images);
    }

    static double Ap(CocoMode mode, int category) =>
        CocoEvaluator
            .Evaluate(Build(new(CocoTask.Boxes, mode)).Input, new() { Mode = mode })
            .AveragePrecision(category: category);

    static CocoInputResult Build(CocoInputOptions options) =>
        CocoInputBuilder.Build(Read(Truth), Read(Predictions), options);

    static Dataset Read(string json) => DatasetReader.Read([new ReadInput("a.json", Encoding.UTF8.GetBytes(json))]);
}
